import type { Range, Token } from "../../document.ts";
import type { CueForm } from "./cue-forms.ts";
import { endOfCue } from "./cue-words.ts";

/** Where the content begins and the cue ends. */
export interface Framed {
  readonly from: number;
  readonly end: number;
}

/** What a side takes up or keeps to; what else it “supports” is a deed. */
const stances =
  /^\s+(?:\p{Ll}+\s+){0,3}?(?:позици|инициатив|предложени|усили|иде[юия]|стремлени|принцип|решени|курс|лини|план|подход|точк|оценк|обеспокоенност|озабоченност|мнени|территориальн|суверенитет|независимост|право)/u;

/** What opens the topic of a statement: “о канале”, “, что …”. */
const about = /^(?:\s(?:о|об|обо|относительно|по поводу)\s|,|:)/u;

/**
 * What the frame of a cue asks of the words around it.
 * @returns `null` when they don't fit the frame
 */
export function frameAfter(text: string, token: Token, form: CueForm, part: Range): Framed | null {
  const rest = text.slice(token.end, part.end);
  const { frames } = form.entry;
  const plain = { from: token.end, end: token.end };
  if (form.words !== null) {
    const end = endOfCue(text, token, form.words, part, form.kind === "passive");
    if (end === null || (frames.has("about") && !about.test(text.slice(end, end + 20))))
      return null;
    return { from: end, end };
  }
  if (frames.has("answer") && /^\s+(?:\p{Ll}+\s+)?на\s+(?:\p{Ll}+\s+)?вопрос/u.test(rest))
    return /,\s+что\s|:/u.test(rest) ? plain : null;
  if (frames.has("attention")) return attentionTo(text, token, form, part);
  if (frames.has("agreement"))
    return /^\s+(?:\p{Ll}+\s+)?(?:договор[её]нност|взаимопонимани|согласи)/u.test(rest)
      ? plain
      : null;
  if (frames.has("talk")) return talkOf(token, rest);
  if (frames.has("onto")) return /^\s+на\s/u.test(rest) ? plain : null;
  if (frames.has("stance")) return stances.test(rest) ? plain : null;
  if (frames.has("possibility")) {
    const denied = /(?<!\p{L})не\s$/u.test(text.slice(part.start, token.start));
    const open = /^(?:\s+(?:возможност|вероятност|вариант|того|такой|такую|любы)|,\s*что\s)/u;
    return denied || open.test(rest) ? plain : null;
  }
  if (frames.has("that") && !frames.has("clause"))
    return /^[^.,;:]{0,40},\s*что\s/u.test(rest) ||
      (frames.has("quote") && /^:?\s*[«“"]/u.test(rest))
      ? plain
      : null;
  if (frames.has("to"))
    return /^\s+(?:\p{Ll}+\s+){0,2}\p{Ll}+(?:ть|ться|ти)(?![\p{L}])/u.test(rest) ? plain : null;
  return frames.has("quote") ? null : plain;
}

/** “обратил внимание собеседника на …”, “особое внимание уделено …”. */
function attentionTo(text: string, token: Token, form: CueForm, part: Range): Framed | null {
  const match =
    /^(\s+(?:\p{Ll}+\s+){0,3}?внимани[ея])(?:(?:\s+\p{L}+){1,3}?(?=\s+на\s))?(?=\s)/u.exec(
      text.slice(token.end, part.end),
    );
  if (match !== null)
    return { from: token.end + match[0].length, end: token.end + match[1]!.length };
  const before = text.slice(part.start, token.start);
  return form.kind === "passive" && /внимание\s+(?:было\s+)?$/iu.test(before)
    ? { from: token.end, end: token.end }
    : null;
}

function talkOf(token: Token, rest: string): Framed | null {
  const match = /^[^.]{0,50}?(?:обмен мнениями|диалог|разговор|обсуждение|дискуссию)(?=\s)/u.exec(
    rest,
  );
  const end = token.end + (match?.[0].length ?? 0);
  return match === null ? null : { from: end, end };
}
