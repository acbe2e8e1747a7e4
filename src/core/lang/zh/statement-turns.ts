import { mentionsIn } from "../../actors/lookup.ts";
import type { Block, Document, Range } from "../../document.ts";
import type { Draft } from "../../statements/assemble.ts";
import { membersOf, subjectAt, type Subject } from "./statement-subjects.ts";

/** A turn of a transcript; what somebody asks may tell what others said. */
export interface Turn {
  readonly draft: Draft;
  readonly asks: boolean;
}

/** Questions and answers without a name. */
const roles =
  /^(?:[^：:，。]{0,16}?记者|[^：:，。]{0,12}记者[^：:，。]{0,6}|记者问|问|答|主持人|提问)$/u;
const asking = /记者|问|主持人/u;

/** “文章如下：”, “讲话全文如下：”: all that follows is one person's words. */
const wholeText =
  /(?:文章|讲话|致辞|演讲|声明|贺电|贺信|回信|唁电|全文|内容|书面发言)(?:的?全文|内容)?如下[：:]?$/u;

/** Questions and answers follow, not one person's words. */
const asked = /^(?:问|答|[^：，。]{0,8}记者)：/u;

/** The page's own telling goes on: “毛宁说，…”. */
const telling = /^([\p{Script=Han}·]{2,12}?)(?:还|也|最后|同时)?(?:说|表示|强调|指出|称)[，：]/u;

/** A spokesperson's statement that is the whole page: “外交部发言人就…发表谈话”. */
const statementTitle = /(?:发言人|负责人)(?:就[^，。]{2,80})?发表(?:书面)?(?:谈话|声明|评论)$/u;

/** Turns of a transcript: “毛宁：…”. One name with a colon alone is a turn of its own block only. */
export function proposeTurns(document: Document, text: string): Turn[] {
  return [
    ...proposeWhole(document, text),
    ...proposeStatement(document, text),
    ...proposeColons(document, text),
  ];
}

function isBody(block: Block): boolean {
  return block.role === "paragraph" || block.role === "list-item";
}

interface Opening {
  readonly block: number;
  readonly source: Range;
  readonly subject: Subject | null;
  readonly asks: boolean;
}

function proposeColons(document: Document, text: string): Turn[] {
  const openings = openingsOf(document, text);
  const names = new Set(openings.map(({ source }) => text.slice(source.start, source.end)));
  const transcript = openings.length > 1;
  return openings.flatMap((opening, index) => {
    if (opening.subject === null && !transcript) return [];
    const last = openings[index + 1]?.block ?? document.blocks.length;
    const content: Range[] = [
      { start: opening.source.end + 1, end: document.blocks[opening.block]!.end },
    ];
    for (const block of document.blocks.slice(
      opening.block + 1,
      transcript ? last : opening.block + 1,
    )) {
      const told = telling.exec(text.slice(block.start, block.start + 24));
      if (told !== null && names.has(told[1]!)) break;
      if (isBody(block)) content.push({ start: block.start, end: block.end });
    }
    const answers = /^答$/u.test(text.slice(opening.source.start, opening.source.end));
    const actors = opening.subject?.actors ?? (answers ? answererOf(document, text) : []);
    const draft = turnOf(opening.source, actors, content);
    return [{ draft, asks: opening.asks }];
  });
}

/** Who answers where nobody is named at the answer: the spokesperson of the title. */
function answererOf(document: Document, text: string): readonly string[] {
  const title = document.blocks[0];
  if (title?.role !== "title") return [];
  const speaker = mentionsIn(document, title).find(
    ({ type, start, end }) =>
      type === "person" || /发言人|负责人/u.test(text.slice(start, Math.min(title.end, end + 4))),
  );
  return speaker === undefined ? [] : membersOf(speaker);
}

function openingsOf(document: Document, text: string): Opening[] {
  const openings: Opening[] = [];
  for (const [block, range] of document.blocks.entries()) {
    if (!isBody(range)) continue;
    const colon = text.slice(range.start, range.start + 36).search(/[：:]/u);
    if (colon < 1) continue;
    const source = { start: range.start, end: range.start + colon };
    const words = text.slice(source.start, source.end);
    const asks = roles.test(words);
    const subject = asks ? null : subjectAt(document, text, source);
    const named = subject !== null && subject.range.end === source.end && subject.kind !== "group";
    if (named || asks) openings.push({ block, source, subject, asks: asks && asking.test(words) });
  }
  return openings;
}

function turnOf(source: Range, actors: readonly string[], content: readonly Range[]): Draft {
  return {
    rule: "statement/zh/turn",
    source,
    actors,
    cue: null,
    entry: null,
    content,
    negated: false,
    via: null,
  };
}

/** An article or speech given in full: the last person or body that the block before it names speaks. */
function proposeWhole(document: Document, text: string): Turn[] {
  for (const [index, block] of document.blocks.entries()) {
    if (!isBody(block) || !wholeText.test(text.slice(block.start, block.end))) continue;
    const before = mentionsIn(document, block).filter(
      (mention) => mention.type === "person" || mention.type === "body",
    );
    const speaker = before.findLast((mention) => mention.type === "person") ?? before.at(-1);
    const content = document.blocks
      .slice(index + 1)
      .filter(isBody)
      .map(({ start, end }) => ({ start, end }));
    if (speaker === undefined || content.length === 0) return [];
    if (content.some(({ start }) => asked.test(text.slice(start, start + 12)))) return [];
    const source = { start: speaker.start, end: speaker.end };
    return [{ draft: turnOf(source, membersOf(speaker), content), asks: false }];
  }
  return [];
}

/** The title of an official page says whose words the whole page is. */
function proposeStatement(document: Document, text: string): Turn[] {
  const title = document.blocks[0];
  if (title?.role !== "title" || document.party === null) return [];
  if (!statementTitle.test(text.slice(title.start, title.end))) return [];
  const speaker = subjectAt(document, text, title);
  const content = document.blocks.filter(isBody).map(({ start, end }) => ({ start, end }));
  const told = content.some(({ start }) =>
    /发言人[^，。]{0,20}(?:表示|说|指出|强调)/u.test(text.slice(start, start + 80)),
  );
  if (speaker === null || content.length === 0 || told) return [];
  const issuer = document.issuer === null ? [] : [document.issuer];
  const actors = speaker.actors.length > 0 ? speaker.actors : issuer;
  return [{ draft: turnOf(speaker.range, actors, content), asks: false }];
}
