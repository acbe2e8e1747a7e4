import type { Range } from "../../../document.ts";

/** Marks between which a clause lies, whatever follows them. */
const marks = /[;:!?…()\n]|\s[–—-]{1,2}\s|\.(?=\s|$)/gu;

/** Words after a comma that open another clause. */
const opening =
  /^,?\s*(?:и|а|но|да)?\s*(?:что|чтобы|котор[а-я]+|но|а|однако|если|когда|поскольку|потому|так как|хотя|где|куда|откуда|пока|после того|зато|ведь|тогда как|в то время как|как только|ибо|чем|при этом|причем|поэтому|а также|заяв[а-я]+|сказа[а-я]+|отмети[а-я]+|счита[а-я]+|полага[а-я]+|подчеркну[а-я]+|говор[а-я]+|пиш[а-я]+|увер[а-я]+|добав[а-я]+|по словам|по мнению|по оценк[а-я]+|как (?:заяв|сообщ|отмеч|счита|пиш)[а-я]+)(?!\p{L})/u;

/** Opens a clause and says nothing of what it is about. */
const lead =
  /^(?:[\s,«“"]|(?:и|а|но|что|однако|поэтому|при этом|причем|также|тем не менее|вместе с тем|кроме того|более того|таким образом|ведь|потому что|поскольку|так как|хотя|зато|впрочем|в то же время|с другой стороны|в этом случае|тогда)(?=[\s,]))*/u;

/** Words that open a condition in the same sentence. */
const condition =
  /(?<!\p{L})(?:если(?! не считать)|в случае|при условии|ежели|лишь если)(?!\p{L})/u;

/**
 * The clause around a place within limits: from the mark or the conjunction before it to the one after.
 * Commas around one word or a short aside do not end it. @param text - folded
 */
export function clauseAround(text: string, limits: Range, { start, end }: Range): Range {
  const edges = edgesOf(text, limits);
  let from = limits.start;
  let to = limits.end;
  for (const edge of edges) {
    if (edge.end <= start) from = edge.after;
    else if (edge.start >= end) {
      to = edge.start;
      break;
    }
  }
  return { start: from, end: to };
}

/** Whether the sentence tells a condition outside of a clause, or within it before its end. */
export function hasCondition(text: string, limits: Range): boolean {
  return condition.test(text.slice(limits.start, limits.end));
}

/** A clause that is itself the condition: “если …”. */
export function isCondition(text: string, clause: Range): boolean {
  return /^[\s,]*(?:и |а |но )?(?:если|когда|чтобы|ли)(?!\p{L})/u.test(
    text.slice(clause.start, clause.end),
  );
}

/** Without conjunctions that open it, blanks, marks and quotation marks that stand alone at an edge. */
export function trimmedClause(text: string, range: Range): Range | null {
  let { start, end } = range;
  start += lead.exec(text.slice(start, end))![0].length;
  while (end > start && /[\s,;:–—-]/u.test(text[end - 1]!)) end--;
  const words = text.slice(start, end);
  if (/[»”"]$/u.test(words) && !/[«“]|"./u.test(words)) end--;
  return end - start < 3 ? null : { start, end };
}

interface Edge {
  readonly start: number;
  readonly end: number;
  /** Where the next clause begins. */
  readonly after: number;
}

function edgesOf(text: string, limits: Range): Edge[] {
  const words = text.slice(limits.start, limits.end);
  const edges: Edge[] = [];
  for (const match of words.matchAll(marks)) {
    const at = limits.start + match.index;
    edges.push({ start: at, end: at + match[0].length, after: at + match[0].length });
  }
  for (
    let at = text.indexOf(",", limits.start);
    at >= 0 && at < limits.end;
    at = text.indexOf(",", at + 1)
  ) {
    const opens = opening.exec(text.slice(at, Math.min(limits.end, at + 60)));
    if (opens !== null) edges.push({ start: at, end: at + 1, after: at + 1 });
  }
  return edges.toSorted((a, b) => a.start - b.start);
}
