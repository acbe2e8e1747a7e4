import { inferred, type ReadKind } from "./read-kind.ts";

/** How much of a text is looked at for its genre, in characters. */
const genreLength = 4000;

/** A turn of a transcript: a name or office in capitals, or a name, and a colon, at the start of a paragraph. */
const turn =
  /^(?:(?:THE )?(?:PRESIDENT|VICE PRESIDENT|PRIME MINISTER|SECRETARY|CHANCELLOR|MR|MS|MRS|SENIOR ADMINISTRATION OFFICIAL|MODERATOR)\b[^:]{0,40}|(?:President|Prime Minister|Secretary|Chancellor|Foreign Minister)(?: of [\p{L} ]{3,30})? \p{Lu}[^:]{2,40}|\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,3}|[\p{Script=Han}·]{2,6}(?:主席|总统|总理|部长|外长)?)\s*[:：]/u;
const question =
  /^(?:Q\b|Question\s*:|Вопрос\s*:|问\s*[:：]|记者\s*[:：]|[《\p{Script=Han}]{2,16}记者\s*[:：])/u;
const meeting =
  /\b(?:spoke|met|held talks|held a meeting|telephone conversation|phone call|had a call|discussed)\b|通(?:了)?(?:电)?话|会见|会谈|会晤|пров[её]л\p{L}* (?:переговоры|телефонн|встреч|рабочую встреч|бесед)|состоял\p{L}* (?:телефонн|встреч|переговор|бесед)|встретил(?:ся|ась|ись)|обсудил/iu;

/** Genre of an official text whose title tells none: a transcript with questions, a speech, an account of a meeting. */
export function officialByText(text: string): ReadKind {
  const lines = text.slice(0, genreLength).split("\n");
  const questions = lines.filter((line) => question.test(line)).length;
  if (questions >= 2) return inferred("briefing", "kind/questions");
  const turns = lines.filter((line) => turn.test(line)).length;
  if (turns >= 3) return inferred("remarks", "kind/turns");
  return meeting.test(text.slice(0, 800))
    ? inferred("readout", "kind/tells-of-meeting")
    : inferred("other", "kind/official-other");
}

/** First person of the author, or advice to the reader's side, outside quotation marks, makes a text an opinion. */
export function isOpinionated(text: string): boolean {
  const own = text.replace(/[“"][^”"]{0,2000}[”"]|«[^»]{0,2000}»/gu, " ");
  if (
    /\b(?:I|in my view|I['’](?:ve|m|d))\b(?!\.)\s+(?:have|do|am|think|believe|argue|would|don['’]t|share|suspect|suggest|was|can|doubt)/u.test(
      own,
    ) ||
    /(?:笔者|本文)(?:认为|以为)|(?:^|[.!?]\s)(?:Я|По моему мнению|На мой взгляд)[\s,]/u.test(own)
  )
    return true;
  const advice =
    own.match(
      /\b(?:the West|Europe|Washington|policymakers|we|one|leaders|governments?|it is important to)\b[^.]{0,60}\b(?:should|must|ought to|need to|cannot afford)\b|\bit is important to\b/giu,
    )?.length ?? 0;
  const said = own.match(/\b(?:said|told|according to|added)\b/giu)?.length ?? 0;
  return advice >= 2 && said <= advice * 2;
}
