import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from "docx";
import type { BriefGroup, BriefSection, DeskBrief, Part } from "../core/brief/brief.ts";
import {
  citationRuns,
  leftWords,
  methodWords,
  quoteText,
  shortName,
  sourceKind,
  titlesOf,
} from "./brief-words.ts";

/** Fonts by script: those of an office machine, which word processors replace by their like elsewhere. */
const font = {
  ascii: "Cambria",
  hAnsi: "Cambria",
  eastAsia: "SimSun",
  cs: "Times New Roman",
} as const;

/** A page of A4 with margins, in twentieths of a point. */
const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1134, bottom: 1134, left: 1247, right: 1247 },
} as const;

const numbering = "sources";

/**
 * The brief as a Word document: headings, real footnotes, the language of every quotation marked, so that spelling is
 * checked and lines break as that language has it; right-to-left words keep their direction.
 * @returns the bytes of a .docx file
 */
export async function deskBriefToDocx(brief: DeskBrief): Promise<Uint8Array> {
  const document = new Document({
    title: printable(brief.title),
    creator: "Readout",
    description: methodWords,
    styles: {
      default: {
        document: {
          run: {
            font,
            size: 21,
            language: { value: "en-GB", eastAsia: "zh-CN", bidirectional: "ar-SA" },
          },
        },
        title: { run: { font, size: 32, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: {
          run: { font, size: 25, bold: true, color: "1C1B19" },
          paragraph: { spacing: { before: 240, after: 60 }, keepNext: true },
        },
        heading2: {
          run: { font, size: 22, bold: true, color: "1C1B19" },
          paragraph: { spacing: { before: 140, after: 40 }, keepNext: true },
        },
        footnoteText: { run: { font, size: 15 }, paragraph: { spacing: { after: 0 } } },
      },
    },
    numbering: {
      config: [
        {
          reference: numbering,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: "%1.",
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 400, hanging: 400 } } },
            },
          ],
        },
      ],
    },
    footnotes: Object.fromEntries(
      brief.notes.map((note) => [
        String(note.number),
        {
          children: [
            new Paragraph({
              style: "FootnoteText",
              children: note.citations.flatMap((citation, index) => [
                new TextRun(index === 0 ? " " : ". "),
                ...citationRuns(citation, brief).map(({ text, language }) =>
                  run(text, language, {}),
                ),
              ]),
            }),
          ],
        },
      ]),
    ),
    sections: [
      {
        properties: { page },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: 16 })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: [run(brief.title, undefined, {})],
          }),
          ...brief.sections.flatMap(sectionParagraphs),
          ...remarkParagraphs(brief),
          ...sourceParagraphs(brief),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function sectionParagraphs({ title, groups, left }: BriefSection): Paragraph[] {
  const more = leftWords(left);
  return [
    heading(title, HeadingLevel.HEADING_1),
    ...groups.flatMap((group, index) => groupParagraphs(group, groups[index - 1] ?? null)),
    ...(more === null ? [] : [quiet(more)]),
  ];
}

function groupParagraphs(group: BriefGroup, before: BriefGroup | null): Paragraph[] {
  const { heading: under, lead, sentences } = group;
  const paragraphs: Paragraph[] = [];
  if (under !== null && under !== before?.heading)
    paragraphs.push(heading(under, HeadingLevel.HEADING_2));
  if (lead !== null)
    paragraphs.push(
      new Paragraph({
        keepNext: true,
        spacing: { before: 80 },
        children: [run(lead, undefined, { italics: true })],
      }),
    );
  for (const { parts } of sentences)
    paragraphs.push(
      new Paragraph({
        bullet: { level: 0 },
        spacing: { after: 40 },
        children: parts.map(partRun),
      }),
    );
  return paragraphs;
}

function partRun(part: Part): ParagraphChild {
  switch (part.kind) {
    case "words":
      return run(part.text, undefined, {});
    case "label":
      return run(part.text, undefined, { italics: true });
    case "quote":
      return run(`“${quoteText(part)}”`, part.language, {});
    case "note":
      return new FootnoteReferenceRun(part.number);
  }
}

function remarkParagraphs({ remarks }: DeskBrief): Paragraph[] {
  if (remarks.length === 0) return [];
  return [
    heading(titlesOf.remarks, HeadingLevel.HEADING_1),
    ...remarks.map(
      (remark) => new Paragraph({ bullet: { level: 0 }, children: [run(remark, undefined, {})] }),
    ),
  ];
}

function sourceParagraphs({ sources }: DeskBrief): Paragraph[] {
  const small = { size: 17 };
  return [
    heading(titlesOf.sources, HeadingLevel.HEADING_1),
    ...sources.map((source) => {
      const title =
        source.title === null
          ? []
          : [
              run(" “", undefined, small),
              run(source.title, source.language, small),
              run("”.", undefined, small),
            ];
      return new Paragraph({
        numbering: { reference: numbering, level: 0 },
        children: [
          run(`${shortName(source)}.`, undefined, small),
          ...title,
          run(` ${sourceKind(source)}. `, undefined, small),
          addressRun(source.url, source.path),
        ],
      });
    }),
    quiet(methodWords),
  ];
}

function addressRun(url: string | null, path: string): ParagraphChild {
  if (url === null || !/^https?:\/\//u.test(url)) return run(path, undefined, { size: 17 });
  return new ExternalHyperlink({
    link: url,
    children: [run(url, undefined, { size: 17, color: "0B4F7D" })],
  });
}

function heading(text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph {
  return new Paragraph({ heading: level, children: [run(text, undefined, {})] });
}

function quiet(text: string): Paragraph {
  return new Paragraph({
    spacing: { before: 60 },
    children: [run(text, undefined, { size: 17, color: "5A554D" })],
  });
}

/** Scripts that run from right to left. */
const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;

/** Words in a language: a run of its own, with the language and direction a word processor needs. */
function run(text: string, language: string | null | undefined, options: IRunOptions): TextRun {
  const words = printable(text);
  const tag = language ?? undefined;
  const turned = tag !== undefined && rightToLeft.test(words);
  return new TextRun({
    ...options,
    text: words,
    ...(tag === undefined ? {} : { language: languageOf(tag, turned) }),
    ...(turned ? { rightToLeft: true } : {}),
  });
}

function languageOf(tag: string, turned: boolean): NonNullable<IRunOptions["language"]> {
  const full = { en: "en-GB", zh: "zh-CN", ru: "ru-RU" }[tag] ?? tag;
  if (turned) return { bidirectional: full };
  return /^(?:zh|ja|ko)/u.test(full) ? { value: "en-GB", eastAsia: full } : { value: full };
}

/** Without characters that XML has no way to write. */
function printable(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    "",
  );
}
