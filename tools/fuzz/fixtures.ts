import { gzipSync } from "node:zlib";
import * as archives from "../../test/formats/fixtures/archives.ts";
import * as lists from "../../test/formats/fixtures/lists.ts";
import * as mail from "../../test/formats/fixtures/mail.ts";
import * as office from "../../test/formats/fixtures/office.ts";
import { columns } from "../../test/formats/fixtures/pdf.ts";
import {
  htmlPage,
  paragraphs,
  secondParagraphs,
  secondTitle,
  title,
  utf8,
} from "../../test/formats/fixtures/words.ts";

/** A file of every format, by name: what fuzzing starts from. */
export function fixtures(): ReadonlyMap<string, Uint8Array> {
  const page = htmlPage(
    title,
    paragraphs,
    '<meta property="article:published_time" content="2024-05-21T22:30:00+08:00"><script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Mara Oduya"}]}</script>',
  );
  const chinese =
    "塞尔蒙5月21日电 瓦尔多里亚总统科斯特罗娃21日在塞尔蒙同梅拉尼亚首相埃尔德里奇举行会谈。科斯特罗娃强调，双方应加强合作。";
  const russian =
    "21 мая 2024 года в Сельмонте Ирена Костровa провела переговоры с Томасом Элдриджем. «Мы договорились», — сказала она.";
  return new Map<string, Uint8Array>([
    ["page.html", utf8(page)],
    ["zh.txt", utf8(`${chinese}\n\n${chinese}`)],
    [
      "ru.md",
      utf8(`---\ntitle: "${title}"\nauthor: [Mara Oduya]\n---\n# ${title}\n\n${russian}\n`),
    ],
    ["wide.txt", Uint8Array.from(Buffer.from(paragraphs.join("\n"), "utf16le"))],
    ["a.pdf", Uint8Array.from(columns())],
    ["a.docx", office.docx()],
    ["a.odt", office.odt()],
    ["a.rtf", utf8(office.rtf())],
    ["a.epub", office.epub()],
    ["a.eml", utf8(mail.eml())],
    ["a.mhtml", utf8(mail.mhtml())],
    ["a.mbox", utf8(mail.mbox())],
    ["a.rss", utf8(lists.rss())],
    ["a.atom", utf8(lists.atom())],
    ["a.json", utf8(lists.jsonFeed())],
    ["a.jsonl", utf8(lists.jsonLines())],
    ["a.jsonl.gz", Uint8Array.from(gzipSync(lists.jsonLines()))],
    [
      "a.zip",
      archives.zip({
        "a.html": page,
        "b/c.txt": secondParagraphs.join("\n\n"),
        "d.zip": archives.zip({ "e.html": htmlPage(secondTitle, secondParagraphs) }),
      }),
    ],
    ["a.tar", Uint8Array.from(archives.tar())],
    ["a.warc", Uint8Array.from(archives.joined(...archives.warcRecords()))],
    ["a.warc.gz", Uint8Array.from(archives.warcGz())],
    ["a.wacz", archives.wacz()],
    ["a.ris", utf8(lists.ris("nowhere.html"))],
    ["a.bib", utf8(lists.bibtex("nowhere.html"))],
    ["a.rdf", utf8(lists.zoteroRdf("nowhere.html"))],
  ]);
}
