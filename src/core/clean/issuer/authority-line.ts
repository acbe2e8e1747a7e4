import type { Context } from "../../context.ts";
import { foldName } from "../title.ts";
import { outletIndex } from "./outlet-index.ts";
import { stateNamed } from "./states.ts";

/** A letterhead is at most this long, in characters. */
const longest = 80;

/**
 * Names that authorities of any state bear, with the state behind them. Source: letterheads of presidencies,
 * governments, ministries and missions.
 */
const authorities: readonly RegExp[] = [
  /^(?:The )?(?:Government|Cabinet|Presidency|President|Prime Minister|Chancellery|Royal Court|State Department|Foreign Ministry|Foreign Office|(?:Office|Cabinet|Administration|Press Service|Press Office) of the (?:President|Prime Minister|Chancellor)|(?:Federal )?(?:Ministry|Minister|Department) (?:of|for) [\p{L}, ]{4,50}?|(?:Permanent Mission|Embassy|Consulate General)) of (?:the )?(\p{Lu}[\p{L}’' -]{2,40})$/u,
  /^(?:Правительство|Президент|Премьер-министр|Министерство [\p{L} ]{4,40}?|Посольство|Администрация Президента|Пресс-служба Президента) (\p{Lu}[\p{L}\s-]{2,40})$/u,
  /^(?:中华人民共和国)?(\p{Script=Han}{2,8}?)(?:政府|外交部|国防部|总统府|首相官邸|总理府|驻\p{Script=Han}{2,10}(?:大使馆|总领事馆))$/u,
];

/**
 * The state whose authority a line names and nothing else (“Government of Valdoria”).
 * @returns actor id; `null` for any other line
 */
export function authorityOf(text: string, context: Context): string | null {
  if (text.length > longest) return null;
  for (const pattern of authorities) {
    const state = pattern.exec(text.trim())?.[1];
    const id = state === undefined ? null : stateNamed(state, context);
    if (id !== null) return id;
  }
  return null;
}

/** Whether a line is the name of an outlet or an authority and nothing else: a letterhead, no title. */
export function isLetterhead(text: string, context: Context): boolean {
  if (text.length > longest) return false;
  return outletIndex(context).byName.has(foldName(text)) || authorityOf(text, context) !== null;
}
