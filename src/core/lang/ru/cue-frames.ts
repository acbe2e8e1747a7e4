import type { Range, Token } from "../../document.ts";
import type { CueForm } from "./cue-forms.ts";

/**
 * What the frame of a cue asks of the words after it.
 * @returns where the content begins and the cue ends; `null` when the words don't fit the frame
 */
export function frameAfter(
  text: string,
  token: Token,
  form: CueForm,
  part: Range,
): { from: number; end: number } | null {
  const rest = text.slice(token.end, part.end);
  const { frames } = form.entry;
  const plain = { from: token.end, end: token.end };
  if (frames.has("attention")) {
    const match = /^\s+(?:[\p{Ll}]+\s+){0,3}?внимани[ея](?:\s+на)?(?=\s)/u.exec(rest);
    if (match !== null)
      return {
        from: token.end + match[0].length,
        end: token.end + match[0].replace(/\s+на$/u, "").length,
      };
    const before = text.slice(part.start, token.start);
    return form.kind === "passive" && /внимание\s+(?:было\s+)?$/iu.test(before) ? plain : null;
  }
  if (frames.has("agreement"))
    return /^\s+(?:\p{Ll}+\s+)?(?:договор[её]нност|взаимопонимани|согласи)/u.test(rest)
      ? plain
      : null;
  if (frames.has("talk")) {
    const match =
      /^[^.]{0,50}?(?:обмен мнениями|диалог|разговор|обсуждение|дискуссию)\s+(?:по|о|об|относительно|вокруг)?/u.exec(
        rest,
      );
    return match === null
      ? null
      : {
          from: token.end + match[0].length,
          end: token.end + match[0].replace(/\s+(?:по|о|об)$/u, "").length,
        };
  }
  if (frames.has("onto"))
    return /^\s+на\s/u.test(rest) ? { from: token.end + 4, end: token.end + 3 } : null;
  if (frames.has("that") && !frames.has("clause"))
    return /^[^.,;:]{0,40},\s*что\s/u.test(rest) ? plain : null;
  if (frames.has("to"))
    return /^\s+(?:\p{Ll}+\s+){0,2}\p{Ll}+(?:ть|ться|ти)(?![\p{L}])/u.test(rest) ? plain : null;
  if (frames.has("quote")) return null;
  return plain;
}
