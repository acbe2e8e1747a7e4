import { sameMode } from "../encounters/agreement.ts";
import type { DateInterval, EncounterMode } from "../records.ts";
import type { LinkEvidence } from "./encounter.ts";
import { label, maySame, sidesAgree, type Members, type Node } from "./node.ts";

/** Most pieces of evidence kept for one encounter. */
const mostEvidence = 40;

/** Mentions that mean one encounter, with what a further one is compared with. */
export class Cluster {
  readonly nodes: Node[] = [];
  /** Mentions of pages that repeat the text of another: they add no evidence. */
  readonly copies: Node[] = [];
  readonly evidence: LinkEvidence[] = [];
  readonly modes: Set<EncounterMode> = new Set();
  /** Persons who met, by side. */
  readonly persons: Map<string, Set<string>> = new Map();
  /** First and last day of its dates; `null` when undated. */
  span: DateInterval | null = null;
  /** Its mentions before a person changed them, by which it keeps its id; `null` where nobody did. */
  named: readonly Node[] | null = null;
  /** When it took place by a person's word. */
  given: DateInterval | null = null;
  readonly #sides = new Set<string>();
  readonly #summits = new Set<string>();
  readonly #states = new Set<string>();
  readonly #datedPages = new Set<string>();
  readonly #marks = new Set<string>();
  readonly #languages = new Set<string | null>();
  /** Mode that the readouts of a party give. */
  readonly #toldAs = new Map<string | null, EncounterMode>();

  constructor(node: Node, evidence: LinkEvidence | null = null) {
    this.add(node);
    if (evidence !== null) this.note(evidence);
  }

  /** The mention it began with. */
  get first(): Node {
    return this.nodes[0]!;
  }

  /** Set phrases and topics of its accounts. */
  get marks(): ReadonlySet<string> {
    return this.#marks;
  }

  add(node: Node): void {
    const { mention, page } = node;
    this.nodes.push(node);
    this.modes.add(mention.mode);
    for (const side of mention.sides) this.#sides.add(side);
    for (const [side, persons] of node.persons) {
      const known = this.persons.get(side) ?? new Set();
      for (const person of persons) known.add(person);
      this.persons.set(side, known);
    }
    if (mention.summit !== null) this.#summits.add(mention.summit);
    if (mention.place !== null) this.#states.add(mention.place.slice(0, 3));
    this.#languages.add(page.language);
    if (isReadout(node)) this.#toldAs.set(page.party, mention.mode);
    if (mention.main) for (const mark of page.marks) this.#marks.add(mark);
    if (mention.date === null) return;
    this.#datedPages.add(page.id);
    const { earliest, latest } = mention.date;
    this.span =
      this.span === null
        ? mention.date
        : {
            earliest: earliest < this.span.earliest ? earliest : this.span.earliest,
            latest: latest > this.span.latest ? latest : this.span.latest,
          };
  }

  note(evidence: LinkEvidence): void {
    if (this.evidence.length < mostEvidence) this.evidence.push(evidence);
  }

  /** Why a mention cannot belong to it; `null` when it can. Dates are the caller's affair. */
  refuses(node: Node, members: Members): string | null {
    const { mention, page } = node;
    const atSummit = mention.atSummit && this.first.mention.atSummit;
    if (!atSummit && !sidesAgree([...this.#sides], mention.sides, members)) return "other sides";
    for (const [side, persons] of node.persons) {
      const known = this.persons.get(side);
      if (!atSummit && known !== undefined && !this.#knows([...persons], [...known], page.language))
        return `other persons of ${side}`;
    }
    const told = isReadout(node) ? this.#toldAs.get(page.party) : undefined;
    if (told !== undefined && told !== mention.mode) return "one party tells of both";
    if (![...this.modes].some((known) => sameMode(known, mention.mode)))
      return `${[...this.modes].join(", ")} and ${mention.mode}`;
    if (mention.summit !== null && this.#summits.size > 0 && !this.#summits.has(mention.summit))
      return "another summit";
    const state = mention.place?.slice(0, 3);
    if (state !== undefined && this.#states.size > 0 && !this.#states.has(state))
      return "another place";
    if (mention.date !== null && this.#datedPages.has(page.id)) return "one page tells of both";
    return null;
  }

  /** How well a mention fits that it does not refuse. */
  fits({ mention, persons }: Node): number {
    const shared = [...persons].some(([side, named]) =>
      [...named].some((person) => this.persons.get(side)?.has(person) === true),
    );
    return Number(shared) * 4 + Number(this.modes.has(mention.mode)) * 2;
  }

  #knows(persons: readonly string[], known: readonly string[], language: string | null): boolean {
    const same = this.#languages.size === 1 && this.#languages.has(language);
    return persons.some((person) => known.some((other) => maySame(person, other, same)));
  }
}

/** An account of what took place; what is announced as a meeting may become a call. */
function isReadout({ mention, page }: Node): boolean {
  return mention.main && page.kind === "readout" && mention.status === "held";
}

/** Evidence that a mention could mean several encounters and was left alone. */
export function ambiguous(node: Node, clusters: readonly Cluster[]): LinkEvidence {
  const some = clusters.slice(0, 3).map(({ first }) => label(first));
  return {
    rule: "link/apart-ambiguous",
    detail: `${label(node)} stays alone: it can mean ${some.join(" or ")}${clusters.length > 3 ? " …" : ""}`,
  };
}
