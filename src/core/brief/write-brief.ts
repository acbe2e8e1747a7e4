import type { Context } from "../context.ts";
import type { Document, Span } from "../document.ts";
import { groupOf, heightOf, isHeld, type Apparatus } from "./assemble.ts";
import type { BriefGroup, BriefScope, BriefSection, DeskBrief, SectionId } from "./brief.ts";
import { dateWords, rangeWords } from "./dates.ts";
import type { Draft, DraftGroup } from "./draft.ts";
import { encounterHeading, happened } from "./happened.ts";
import { gradeFor, gradeMeaning, type SourceGrade } from "../grades/grades.ts";
import { judged, judgesSides, undertaken } from "./judged.ts";
import { announcedDraft, changed, unsaid } from "./later.ts";
import { labelsOf, materialOf, type BriefInput, type Material } from "./material.ts";
import { parted } from "./parted.ts";
import { remarksOf } from "./remarks.ts";
import { pressSaid, said } from "./said.ts";
import { chooseEncounters, sidesOf, type Chosen } from "./scope.ts";
import { capital, listWords, withArticle } from "./words.ts";

/** Lines that four A4 pages have for sentences and their footnotes; headings and the list of sources take the rest. */
const room = 4 * 37;

/** Lines that a source takes in the list at the end. */
const sourceHeight = 2;

/** Titles of the sections, in the order of the brief; how much a sentence there counts against others; most of a group. */
const sections: readonly {
  readonly id: SectionId;
  readonly title: string;
  readonly rank: number;
  readonly most: number;
}[] = [
  { id: "happened", title: "What happened", rank: 10, most: 6 },
  { id: "said", title: "What each side says", rank: 0.8, most: 6 },
  { id: "parted", title: "Where accounts part", rank: 1, most: 10 },
  { id: "unsaid", title: "What is left unsaid", rank: 0.9, most: 6 },
  { id: "changed", title: "Which words changed", rank: 0.9, most: 6 },
  { id: "judged", title: "Who judges what", rank: 0.7, most: 8 },
  { id: "watch", title: "What to watch", rank: 0.8, most: 6 },
];

/** How much less each further sentence of one group counts: breadth before depth. */
const decay = 0.93;

/** What is most telling of a group comes before what is next of another. */
const firstBonus = 1.5;

/** A draft with what decides whether there is room for it. */
interface Offer {
  readonly draft: Draft;
  readonly worth: number;
}

/**
 * Write the brief of a scope: sentences from records alone, chosen so that they fit four pages, the most telling first.
 * @returns the brief; without an encounter in scope it has no sections and a remark says so
 */
export function writeBrief(input: BriefInput, scope: BriefScope, context: Context): DeskBrief {
  const chosen = chooseEncounters(input.encounters, scope, context);
  const materials = chosen.told.map((encounter) => materialOf(encounter, input, context));
  const labelOf = labelsOf(context);
  const groups = groupsOf(materials, chosen, input, context);
  const whole = groups.map((group) => ({
    ...group,
    drafts: group.drafts.filter((draft) => isHeld(draft, input.documents)),
  }));
  const lost =
    groups.reduce((sum, group) => sum + group.drafts.length, 0) -
    whole.reduce((sum, group) => sum + group.drafts.length, 0);
  const taken = withoutRepeats(choose(whole), whole);
  const apparatus: Apparatus = {
    notes: [],
    sources: [],
    documents: input.documents,
    labelOf,
    gradeOf: (document) => gradeWords(input.grades ?? [], document, context),
  };
  return {
    title: titleOf(materials, scope, labelOf),
    scope,
    encounters: chosen.told.map(({ id }) => id),
    sections: sections.flatMap(({ id, title }): BriefSection[] => {
      const own = whole.filter((group) => group.section === id);
      const told = own.flatMap((group): BriefGroup[] => {
        const drafts = group.drafts.filter((draft) => taken.has(draft));
        return drafts.length === 0 ? [] : [groupOf(group, drafts, apparatus)];
      });
      const left = own
        .flatMap((group) => group.drafts)
        .filter((draft) => !taken.has(draft) && !isTold(draft, id, taken)).length;
      return told.length === 0 ? [] : [{ id, title, groups: told, left }];
    }),
    notes: apparatus.notes,
    sources: apparatus.sources,
    remarks: remarksOf(materials, chosen, lost, labelOf),
  };
}

/** “B2: usually reliable; probably true”, by a person; `null` where nobody graded the source. */
function gradeWords(
  grades: readonly SourceGrade[],
  document: Document,
  context: Context,
): string | null {
  const grade = gradeFor(grades, document, "all");
  return grade === null
    ? null
    : `${grade.source}${grade.information ?? ""}: ${gradeMeaning(context, grade)}`;
}

function groupsOf(
  materials: readonly Material[],
  chosen: Chosen,
  input: BriefInput,
  context: Context,
): DraftGroup[] {
  const many = materials.length > 1;
  const groups: DraftGroup[] = [];
  for (const material of materials) {
    const heading = many ? encounterHeading(material) : null;
    const add = (section: SectionId, drafts: readonly Draft[]): void =>
      void groups.push({ section, heading, lead: null, drafts });
    add("happened", happened(material));
    for (const group of [...said(material), ...pressSaid(material)])
      groups.push({ ...group, heading });
    add("parted", parted(material));
    const own = input.silences.filter(({ encounter }) => encounter === material.encounter.id);
    add("unsaid", unsaid(own, material));
    add("changed", changed(material, earlierTexts(material, input, context)));
    add(
      "watch",
      material.encounter.mentions.flatMap(({ document: id, index }) => {
        const document = input.documents.get(id);
        return document === undefined ? [] : undertaken(document, index, material);
      }),
    );
  }
  const first = materials[0];
  if (first !== undefined) {
    for (const document of spokenIn(materials, input)) groups.push(judged(document, first));
    groups.push({
      section: "watch",
      heading: many ? "Still to come" : null,
      lead: null,
      drafts: announcements(chosen, input, context),
    });
  }
  return groups;
}

/** Pages that speak of the encounters told, in their order, and commentary on the sides that speaks of none of them. */
function spokenIn(materials: readonly Material[], input: BriefInput): Document[] {
  const ids = new Set(
    materials.flatMap(({ encounter }) => encounter.mentions.map(({ document }) => document)),
  );
  const sides = new Set(materials.flatMap(({ encounter, context }) => sidesOf(encounter, context)));
  const spoken = [...ids].flatMap((id) => input.documents.get(id) ?? []);
  const others = [...input.documents.values()].filter(
    (document) => !ids.has(document.id) && judgesSides(document, sides, materials[0]!),
  );
  const day = ({ published, id }: Document): string => `${published.latest ?? ""} ${id}`;
  return [...spoken, ...others.toSorted((a, b) => (day(a) < day(b) ? -1 : 1))];
}

function announcements(chosen: Chosen, input: BriefInput, context: Context): Draft[] {
  const last =
    chosen.told
      .map(({ date }) => date.latest ?? "")
      .toSorted()
      .at(-1) ?? "";
  return chosen.announced.flatMap((encounter) => {
    if (encounter.date.latest !== null && encounter.date.latest < last) return [];
    const material = materialOf(encounter, input, context);
    const draft = announcedDraft(encounter, material);
    return draft === null ? [] : [draft];
  });
}

/** Each side's accounts of earlier encounters of the same sides, oldest first. */
function earlierTexts(
  material: Material,
  input: BriefInput,
  context: Context,
): ReadonlyMap<string, readonly Document[]> {
  const { encounter } = material;
  const start = encounter.date.earliest;
  const texts = new Map<string, Document[]>();
  if (start === null) return texts;
  const sides = sidesOf(encounter, context).toSorted().join(" ");
  for (const other of input.encounters) {
    if (other.date.latest === null || other.date.latest >= start) continue;
    if (sidesOf(other, context).toSorted().join(" ") !== sides) continue;
    for (const { document: id, party } of other.accounts) {
      const document = input.documents.get(id);
      if (party === null || document === undefined) continue;
      const kinds = (material.texts.get(party) ?? []).map(({ kind }) => kind);
      if (kinds.includes(document.kind)) texts.set(party, [...(texts.get(party) ?? []), document]);
    }
  }
  return texts;
}

/** The drafts there is room for. */
function choose(groups: readonly DraftGroup[]): ReadonlySet<Draft> {
  const offers = groups.flatMap((group): Offer[] => {
    const { rank, most } = sections.find(({ id }) => id === group.section)!;
    return group.drafts
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, most)
      .map((draft, place) => ({
        draft,
        worth: rank * draft.weight * decay ** place * (place === 0 ? firstBonus : 1),
      }));
  });
  const taken = new Set<Draft>();
  const cited = new Set<string>();
  let left = room;
  for (const { draft } of offers.toSorted((a, b) => b.worth - a.worth)) {
    const fresh = documentsOf(draft).filter((id) => !cited.has(id));
    const height = heightOf(draft) + fresh.length * sourceHeight;
    if (height > left) continue;
    left -= height;
    taken.add(draft);
    for (const id of fresh) cited.add(id);
  }
  return taken;
}

/** What is to watch or is judged, but stands in another section already, is told once. */
function withoutRepeats(taken: ReadonlySet<Draft>, groups: readonly DraftGroup[]): Set<Draft> {
  const kept = new Set(taken);
  for (const { section, drafts } of groups)
    for (const draft of drafts) if (isTold(draft, section, kept)) kept.delete(draft);
  return kept;
}

/** A sentence of a later section quotes what one of another section quotes. */
function isTold(draft: Draft, section: SectionId, taken: ReadonlySet<Draft>): boolean {
  if (section !== "watch" && section !== "judged") return false;
  const own = quotesIn(draft);
  return [...taken].some(
    (other) =>
      other !== draft &&
      other.pattern !== draft.pattern &&
      quotesIn(other).some((quote) =>
        own.some(
          (mine) =>
            mine.document === quote.document && mine.start < quote.end && quote.start < mine.end,
        ),
      ),
  );
}

function quotesIn(draft: Draft): Span[] {
  return draft.parts.flatMap((part) =>
    typeof part !== "string" && "span" in part ? [part.span] : [],
  );
}

function documentsOf(draft: Draft): string[] {
  return draft.parts.flatMap((part) => {
    if (typeof part === "string" || !("cite" in part)) return [];
    return part.cite.map((evidence) =>
      evidence.kind === "place" ? evidence.span.document : evidence.search.document,
    );
  });
}

/** Sides of all encounters; none where the encounters are of one side and others by turns. */
function commonSides(materials: readonly Material[]): string[] {
  const sides = materials.map(({ encounter, context }) => sidesOf(encounter, context));
  const common = sides[0]!.filter((side) => sides.every((other) => other.includes(side)));
  return common.length >= 2 && common.length <= 4 ? common.toSorted() : [];
}

function titleOf(
  materials: readonly Material[],
  scope: BriefScope,
  labelOf: (id: string) => string,
): string {
  const [first] = materials;
  if (first !== undefined && materials.length === 1) return encounterHeading(first);
  const common = first === undefined ? [] : commonSides(materials);
  const named = (scope.pair.length > 0 ? scope.pair : common).map((id) => withArticle(labelOf(id)));
  const who = named.length > 0 ? capital(listWords(named)) : "Encounters";
  const days = materials
    .flatMap(({ encounter }) => [encounter.date.earliest, encounter.date.latest])
    .filter((day) => day !== null)
    .toSorted();
  const from = scope.from ?? days[0];
  const to = scope.to ?? days.at(-1);
  if (from === undefined || to === undefined) return who;
  if (from.length === 10 && to.length === 10) return `${who}, ${rangeWords(from, to)}`;
  return `${who}, ${from === to ? dateWords(from) : `${dateWords(from)} to ${dateWords(to)}`}`;
}
