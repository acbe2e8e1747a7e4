/** Style of the HTML brief: system fonts, two columns on wide screens, one on paper and narrow ones. */
export const briefStyle = `
:root { color-scheme: light dark; --ink: #1c1b19; --paper: #fbfaf7; --quiet: #625d55; --line: #ddd8ce; --mark: #fdeeb8; --now: #f6b73c; --link: #0b4f7d; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e5dc; --paper: #191816; --quiet: #a8a196; --line: #3a3732; --mark: #4a4020; --now: #a36a00; --link: #8cc7f0; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 15px/1.5 system-ui, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", sans-serif; display: grid; grid-template-columns: minmax(22rem, 1fr) minmax(22rem, 1fr); height: 100vh; }
main, aside { overflow-y: auto; padding: 1.25rem 1.5rem 4rem; min-width: 0; }
aside { border-left: 1px solid var(--line); font-family: Georgia, "Noto Serif", "Noto Serif CJK SC", serif; font-size: 16px; }
h1 { font-size: 1.5rem; margin: 0 0 1rem; } h2 { font-size: 1.1rem; margin: 1.6rem 0 .5rem; border-bottom: 1px solid var(--line); padding-bottom: .2rem; } h3 { font-size: 1rem; margin: 1.1rem 0 .3rem; } h4 { font-size: .9rem; font-weight: 600; color: var(--quiet); margin: .8rem 0 .2rem; }
.missing { margin: .2rem 0; padding-left: .75rem; border-left: 2px dashed var(--line); }
ul { list-style: none; padding: 0; margin: .3rem 0; } li { margin: .45rem 0; padding-left: .75rem; border-left: 2px solid var(--line); } ol li { border: 0; padding-left: .2rem; }
small, .path { color: var(--quiet); } .path { font: 12px system-ui, sans-serif; overflow-wrap: anywhere; }
.when { font-variant-numeric: tabular-nums; color: var(--quiet); font-weight: 500; margin-right: .4rem; }
.account { color: var(--quiet); } .quote { overflow-wrap: anywhere; }
.tag { font-size: 11px; border: 1px solid var(--line); border-radius: 3px; padding: 0 .3em; color: var(--quiet); white-space: nowrap; }
a { color: var(--link); } a.at { font-size: 12px; white-space: nowrap; text-decoration: none; border-bottom: 1px dotted; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
mark { background: var(--mark); color: inherit; } mark.now { background: var(--now); }
.page { margin-bottom: 3rem; } .page .caption, .page .dateline, .page .subtitle { color: var(--quiet); } .page .key-point { font-weight: 600; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
@media (max-width: 56rem) { body { display: block; height: auto; } aside { border: 0; border-top: 1px solid var(--line); } }
@media print { body { display: block; height: auto; color: #000; background: #fff; } main, aside { overflow: visible; } aside { border: 0; break-before: page; } mark { background: none; border-bottom: 1px solid #999; } .skip { display: none; } }
`;

/** Script of the HTML brief: a click on a place shows its words in the page. Without it the links still jump there. */
export const briefScript = `
"use strict";
function show(id, move) {
  for (const mark of document.querySelectorAll("mark.now")) mark.classList.remove("now");
  const marks = document.querySelectorAll('mark[data-of~="' + CSS.escape(id) + '"]');
  for (const mark of marks) mark.classList.add("now");
  if (move && marks.length > 0) marks[0].scrollIntoView({ block: "center" });
}
addEventListener("hashchange", () => show(location.hash.slice(1), true));
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a.at") : null;
  if (link === null) return;
  const id = link.getAttribute("href").slice(1);
  if (location.hash === "#" + id) { event.preventDefault(); show(id, true); }
});
if (location.hash.length > 1) show(location.hash.slice(1), true);
`;
