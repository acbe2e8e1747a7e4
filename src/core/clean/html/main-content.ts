import { endsSentence, keyOf } from "../line-text.ts";
import { isTitle, saysTitle } from "../title.ts";
import { isWithin, type Box } from "./box.ts";
import { holdsArticle } from "./furniture.ts";
import type { HtmlLine } from "./lines.ts";

/** Lines of a page told apart: those of the article's container, and all others with the reason. */
export interface MainContent {
  readonly main: readonly HtmlLine[];
  readonly outside: readonly { readonly line: HtmlLine; readonly rule: string }[];
}

/** Text shorter than this does not count towards an article (Readability's threshold). */
const shortest = 25;

/** Share of the page's running text above which a container is no furniture, whatever it is called. */
const tooMuchForFurniture = 0.4;

/**
 * Find the article among the lines of a page.
 *
 * Running text scores for the containers around it (after Readability: fully for its parent, less and less
 * for five ancestors); the best container is the article, together with parts of it that stand beside it.
 */
export function findMainContent(lines: readonly HtmlLine[], title: string | null): MainContent {
  const direct = countDirect(lines);
  const weights = new Map(lines.map((line) => [line, weightOf(line)]));
  const furniture = new Furniture(lines);
  furniture.excuseBodies(lines, weights);
  const running = lines.filter((line) => !furniture.has(line));
  const scores = scoreContainers(running, weights, direct);
  favourTitled(scores, lines, title);
  const best = bestContainer(scores);
  if (best !== null) furniture.excuseParagraphs(surroundings(best));
  const open = lines.filter((line) => !furniture.has(line));
  const roots = best === null ? [] : withSiblings(best, scores, open, weights);
  const main: HtmlLine[] = [];
  const outside: { line: HtmlLine; rule: string }[] = [];
  for (const line of lines) {
    const apart = best !== null && !isWithin(line.box, best);
    if (furniture.has(line))
      outside.push({ line, rule: line.furniture?.furniture ?? "clean/furniture" });
    else if (roots.some((root) => isWithin(line.box, root)))
      main.push(apart ? { ...line, apart: "beside" } : line);
    else outside.push({ line, rule: "clean/outside-article" });
  }
  return { main, outside };
}

/** How many lines stand directly in each block. */
function countDirect(lines: readonly HtmlLine[]): Map<Box, number> {
  const counts = new Map<Box, number>();
  for (const { box } of lines) counts.set(box, (counts.get(box) ?? 0) + 1);
  return counts;
}

/** How much a line says that an article is here: its length and commas, without its links. */
function weightOf({ text, links, tag }: HtmlLine): number {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/gu)?.length ?? 0;
  const length = text.length + wide * 1.5;
  if (length < shortest || links > 0.6 || /^h[1-6]$/.test(tag)) return 0;
  const commas = text.match(/[,،，、؛]/gu)?.length ?? 0;
  const weight = 1 + Math.min(commas, 8) + Math.min(length / 100, 4);
  return weight * (1 - links) * (tag === "li" ? 0.4 : 1);
}

/** Furniture elements of a page and the lines in each. */
class Furniture {
  readonly #linesOf = new Map<Box, HtmlLine[]>();
  readonly #excused = new Set<Box>();

  constructor(lines: readonly HtmlLine[]) {
    for (const line of lines)
      for (let box = line.furniture; box !== null; box = innerFurniture(line, box)) {
        const group = this.#linesOf.get(box);
        if (group === undefined) this.#linesOf.set(box, [line]);
        else group.push(line);
      }
  }

  /** Whether a line stands in furniture that nothing excuses. */
  has(line: HtmlLine): boolean {
    for (let box = line.furniture; box !== null; box = innerFurniture(line, box))
      if (!this.#excused.has(box)) return true;
    return false;
  }

  /**
   * Furniture that holds most of the page's text, or its heading, is a template's body with an unlucky name.
   * Comments may well be longer than the article and stay furniture.
   */
  excuseBodies(lines: readonly HtmlLine[], weights: ReadonlyMap<HtmlLine, number>): void {
    const weigh = (group: readonly HtmlLine[]): number =>
      group.reduce((sum, line) => sum + weights.get(line)!, 0);
    const total = weigh(lines.filter(({ furniture }) => !isComment(furniture)));
    const named = new Map<string, number>();
    for (const [box, group] of this.#linesOf)
      named.set(box.names, (named.get(box.names) ?? 0) + weigh(group));
    for (const [box, group] of this.#linesOf) {
      const weight = box.names === "-" ? weigh(group) : named.get(box.names)!;
      const holds = isComment(box)
        ? weight > total && group.some(({ tag }) => tag === "h1")
        : weight > total * tooMuchForFurniture;
      if (holds) this.#excused.add(box);
    }
  }

  /** Furniture inside the article that reads like a part of it: paragraphs, hardly a link. */
  excuseParagraphs(root: Box): void {
    for (const [box, group] of this.#linesOf) {
      const needed = paragraphsNeeded.get(box.furniture ?? "") ?? usualParagraphs;
      if (needed === null || !isWithin(box, root)) continue;
      if (group.filter(isRunning).length >= needed && readsLikeArticle(group))
        this.#excused.add(box);
    }
  }
}

/** Full paragraphs that excuse furniture inside an article, by the rule that called it furniture; `null`: none do. */
const paragraphsNeeded: ReadonlyMap<string, number | null> = new Map([
  ["clean/markup-comments", null],
  ["clean/markup-consent", null],
  ["clean/markup-author", null],
  ["clean/markup-control", null],
  ["clean/markup-related", 4],
  ["clean/markup-footer", 4],
  ["clean/markup-subscription", 3],
  ["clean/markup-navigation", 3],
]);
const usualParagraphs = 2;

/** Shortest full paragraph, in characters. */
const fullParagraph = 100;

function isRunning({ text, links }: HtmlLine): boolean {
  return text.length >= fullParagraph && links < 0.25 && endsSentence(text);
}

function isComment(furniture: Box | null): boolean {
  return furniture?.furniture === "clean/markup-comments";
}

/** The next furniture element below `outer` on the way to a line. */
function innerFurniture(line: HtmlLine, outer: Box): Box | null {
  let found: Box | null = null;
  for (let box: Box | null = line.box; box !== null && box !== outer; box = box.parent)
    if (box.furniture !== null) found = box;
  return found;
}

/** Share of a paragraph's weight that each ancestor gets, from its parent up. */
const shares = [1, 0.5, 1 / 6, 1 / 9, 1 / 12] as const;

function scoreContainers(
  lines: readonly HtmlLine[],
  weights: ReadonlyMap<HtmlLine, number>,
  direct: ReadonlyMap<Box, number>,
): Map<Box, number> {
  const scores = new Map<Box, number>();
  const sizes = new Map<Box, { text: number; linked: number }>();
  for (const line of lines) {
    for (let box: Box | null = line.box; box !== null; box = box.parent) {
      const size = sizes.get(box) ?? { text: 0, linked: 0 };
      size.text += line.text.length;
      size.linked += line.text.length * line.links;
      sizes.set(box, size);
    }
    const weight = weights.get(line)!;
    if (weight === 0) continue;
    const alone = direct.get(line.box) === 1;
    let box: Box | null = alone ? line.box.parent : line.box;
    for (const share of shares) {
      if (box === null) break;
      scores.set(box, (scores.get(box) ?? 0) + weight * share);
      box = box.parent;
    }
  }
  for (const [box, score] of scores) {
    const { text, linked } = sizes.get(box)!;
    scores.set(box, (score + bonusOf(box)) * (1 - linked / Math.max(1, text)));
  }
  return scores;
}

/** How much a container gains that holds the page's heading, and keeps when it stands under another heading. */
const titled = 1.4;
const underOther = 0.4;

/** Containers near the title are preferred; those under another first-rank heading belong to another article. */
function favourTitled(
  scores: Map<Box, number>,
  lines: readonly HtmlLine[],
  title: string | null,
): void {
  const headings = lines.filter(({ tag }) => tag === "h1");
  const own =
    headings.find(({ text }) => isTitle(text, title)) ??
    headings.find(({ text }) => title !== null && saysTitle(text, title)) ??
    (headings.length === 1 ? headings[0] : undefined);
  if (own === undefined) return;
  const around = new Set<Box>();
  for (let box: Box | null = own.box; box !== null; box = box.parent) around.add(box);
  const others = headings.filter(
    (heading) => heading.start > own.end && keyOf(heading.text) !== keyOf(own.text),
  );
  for (const [box, score] of scores) {
    if (around.has(box) || (box.parent !== null && around.has(box.parent)))
      scores.set(box, score * titled);
    const { start, end } = box.element;
    const above = others.findLast((heading) => heading.start < start);
    const inside = others.some((heading) => heading.start >= start && heading.start < end);
    if ((above !== undefined || inside) && !around.has(box)) scores.set(box, score * underOther);
  }
}

/** What tag and names add to a container's score. */
function bonusOf({ element: { tag }, names }: Box): number {
  let bonus = tag === "article" ? 10 : tag === "div" || tag === "main" ? 5 : 0;
  if (/^(?:ul|ol|li|form|address|dl|dd|dt|blockquote)$/.test(tag)) bonus -= 5;
  if (holdsArticle(names)) bonus += 25;
  return bonus;
}

/** The element of the article around its container, as far as parts of the article are looked for. */
function surroundings(best: Box): Box {
  let outer = best;
  for (let step = 0; step < widestStep; step++) {
    if (outer.parent === null || /^(?:article|main|body)$/.test(outer.element.tag)) break;
    outer = outer.parent;
  }
  return outer;
}

/** The container with the highest score. */
function bestContainer(scores: ReadonlyMap<Box, number>): Box | null {
  let best: Box | null = null;
  for (const [box, score] of scores) if (best === null || score > scores.get(best)!) best = box;
  return best;
}

/** How many steps up from the article's container parts of the article are looked for. */
const widestStep = 6;

/** The article's container and what stands beside it, or beside an ancestor of it, and reads like a part of it. */
function withSiblings(
  best: Box,
  scores: ReadonlyMap<Box, number>,
  lines: readonly HtmlLine[],
  weights: ReadonlyMap<HtmlLine, number>,
): Box[] {
  const roots = [best];
  let inner = best;
  for (let step = 1; step <= widestStep; step++) {
    const outer = inner.parent;
    if (outer === null || outer.element.tag === "body" || outer.element.tag === "html") break;
    for (const [box, group] of childGroups(lines, outer, inner)) {
      const near = step === 1 && isPart(box, group, best, scores, weights);
      if (near || readsLikeArticle(group)) roots.push(box);
    }
    if (outer.element.tag === "article") break;
    inner = outer;
  }
  return roots;
}

/** Lines by the child of `outer` they stand in, without those in `inner`. */
function childGroups(
  lines: readonly HtmlLine[],
  outer: Box,
  inner: Box,
): ReadonlyMap<Box, HtmlLine[]> {
  const groups = new Map<Box, HtmlLine[]>();
  for (const line of lines) {
    const child = childOf(line.box, outer);
    if (child === null || child === inner) continue;
    const group = groups.get(child);
    if (group === undefined) groups.set(child, [line]);
    else group.push(line);
  }
  return groups;
}

/** Whether a neighbour of the article's container scores like a part of it, or is a paragraph. */
function isPart(
  box: Box,
  group: readonly HtmlLine[],
  best: Box,
  scores: ReadonlyMap<Box, number>,
  weights: ReadonlyMap<HtmlLine, number>,
): boolean {
  const top = scores.get(best)!;
  const alike = box.names !== "-" && box.names === best.names ? top * 0.2 : 0;
  if ((scores.get(box) ?? 0) + alike >= Math.max(10, top * 0.2)) return true;
  return (
    box.element.tag === "p" && group.some((line) => line.links < 0.25 && weights.get(line)! > 1.5)
  );
}

/** Whether lines are full paragraphs with hardly a link and little else. */
function readsLikeArticle(group: readonly HtmlLine[]): boolean {
  let size = 0;
  let linked = 0;
  let running = 0;
  for (const line of group) {
    size += line.text.length;
    linked += line.text.length * line.links;
    if (isRunning(line)) running += line.text.length;
  }
  return running >= 150 && running > size * 0.75 && linked < size * 0.12;
}

/** The child of `parent` on the way to `box`; `null` when the box lies elsewhere. */
function childOf(box: Box, parent: Box): Box | null {
  let at: Box | null = box;
  while (at !== null && at.depth > parent.depth + 1) at = at.parent;
  return at !== null && at.parent === parent ? at : null;
}
