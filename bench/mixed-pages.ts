// Writes a folder of mixed pages for `bench/kills.ts`: every format, some files that can't be read.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { tarEntry, warcRecord, zip } from "../test/formats/fixtures/archives.ts";
import { docx, odt } from "../test/formats/fixtures/office.ts";
import { pdf } from "../test/formats/fixtures/pdf.ts";
import { htmlPage } from "../test/formats/fixtures/words.ts";

/** What was written. */
export interface MixedPages {
  /** Pages that can be read, each with its own bytes. */
  readonly readable: number;
  /** Files that can't. */
  readonly broken: number;
}

/**
 * Write about `count` pages.
 * @param text - text of about 600 words for the page of this number
 */
export function writeMixedPages(
  folder: string,
  count: number,
  text: (page: number) => string,
): MixedPages {
  let page = 0;
  let broken = 0;
  const write = (name: string, content: Uint8Array | string): void => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  };
  const next = (): { number: number; title: string; paragraphs: string[] } => {
    const number = page++;
    return { number, title: `Page ${number} of the archive`, paragraphs: text(number).split("\n") };
  };
  const html = (): [number, string] => {
    const { number, title, paragraphs } = next();
    return [number, htmlPage(title, paragraphs.map(escape))];
  };
  const each = (share: number, make: (index: number) => void): void => {
    for (let index = 0; index < Math.round(count * share); index++) make(index);
  };
  each(0.45, (index) => write(`html/${index % 50}/${index}.html`, html()[1]));
  each(0.15, (index) => {
    const { title, paragraphs } = next();
    write(`text/${index}.txt`, `${title}\n\n${paragraphs.join("\n\n")}\n`);
  });
  each(0.05, (index) => {
    const { title, paragraphs } = next();
    write(
      `notes/${index}.md`,
      `---\ntitle: ${title}\npublished: 2024-05-21\n---\n${paragraphs.join("\n\n")}\n`,
    );
  });
  each(0.02, (index) => {
    const { title, paragraphs } = next();
    write(`office/${index}.docx`, docx(paragraphs, title));
  });
  each(0.02, (index) => {
    const { title, paragraphs } = next();
    write(`office/${index}.odt`, odt(paragraphs, title));
  });
  each(0.03, (index) => {
    const { title, paragraphs } = next();
    const lines = [title, ...paragraphs].flatMap((line) => line.match(/.{1,90}(?:\s|$)/g) ?? []);
    const pages: { text: string; x: number; y: number }[][] = [];
    for (let at = 0; at < lines.length; at += 50)
      pages.push(
        lines
          .slice(at, at + 50)
          .map((line, row) => ({ text: latin(line), x: 60, y: 780 - row * 14 })),
      );
    write(`papers/${index}.pdf`, pdf(pages));
  });
  const inZip = Math.round(count * 0.05);
  for (let at = 0; at < inZip; at += 50) {
    const entries: Record<string, string> = {};
    for (let index = at; index < Math.min(at + 50, inZip); index++)
      entries[`p/${index}.html`] = html()[1];
    write(`zip/${at}.zip`, zip(entries));
  }
  const lines: string[] = [];
  each(0.1, () => {
    const { number, title, paragraphs } = next();
    lines.push(
      JSON.stringify({ id: number, title, date: "2024-05-21", text: paragraphs.join("\n\n") }),
    );
  });
  write("lists/series.jsonl", `${lines.join("\n")}\n`);
  const records: Uint8Array[] = [];
  each(0.1, () => {
    const [number, source] = html();
    records.push(
      gzipSync(
        warcRecord({
          url: `https://courier.example/${number}`,
          body: new TextEncoder().encode(source),
        }),
      ),
    );
  });
  write("crawl/crawl.warc.gz", Buffer.concat(records));
  const tar: Uint8Array[] = [];
  each(0.02, (index) => tar.push(tarEntry(`t/${index}.html`, new TextEncoder().encode(html()[1]))));
  write("tar/pages.tar", Buffer.concat([...tar, new Uint8Array(1024)]));
  const hostile: readonly ((index: number) => Uint8Array | string)[] = [
    () => "",
    (index) => `%PDF-1.7\n${index} broken`,
    (index) => Buffer.concat([docx(["cut"]).subarray(0, 200), Buffer.from(`${index}`)]),
    (index) => Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, index]),
  ];
  const names = ["empty.txt", "cut.pdf", "cut.docx", "picture.txt"];
  each(0.008, (index) => {
    broken++;
    write(`broken/${index}-${names[index % 4]}`, hostile[index % 4]!(index));
  });
  return { readable: page, broken };
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function latin(text: string): string {
  return text.replace(/[^\u0020-\u007e“”’‐]/gu, "?");
}
