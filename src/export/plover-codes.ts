import type { Encounter } from "../core/link/encounter.ts";
import type { PloverAct } from "../core/records.ts";

/** An event type of PLOVER, with its mode where it has one. */
export type PloverCode = Pick<PloverAct, "type" | "mode">;

/**
 * Quad class and scale value of each type, and of modes that have their own. Source: PLOVER manual (2024-02-04), event
 * categories. ACCUSE is printed there as 3 though all its modes are below zero: taken as -3; SANCTION, printed as verbal
 * and as material conflict, as material (two places of three).
 */
const scales: Readonly<
  Record<string, { quad: number; scale: number; modes?: Readonly<Record<string, number>> }>
> = {
  AGREE: { quad: 1, scale: 2.5 },
  CONSULT: { quad: 1, scale: 2.5, modes: { visit: 4, multilateral: 4, phone: 1.5 } },
  SUPPORT: { quad: 1, scale: 5 },
  CONCEDE: { quad: 1, scale: 4.5 },
  COOPERATE: { quad: 2, scale: 9.5 },
  AID: { quad: 2, scale: 10 },
  RETREAT: {
    quad: 2,
    scale: 6.5,
    modes: { withdraw: 8, disarm: 10, ceasefire: 7.5, resign: 4.5 },
  },
  REQUEST: { quad: 3, scale: 0, modes: { assist: 0.5, change: -1, yield: -1 } },
  ACCUSE: { quad: 3, scale: -3, modes: { disapprove: -2, investigate: -3.5, allege: -3.5 } },
  REJECT: { quad: 3, scale: -2, modes: { assist: -1.5 } },
  THREATEN: { quad: 3, scale: -3.5, modes: { restrict: -3, territory: -4 } },
  PROTEST: { quad: 4, scale: -5 },
  SANCTION: { quad: 4, scale: -6, modes: { expel: -5.5 } },
  MOBILIZE: { quad: 4, scale: -5.5, modes: { weapons: -6.5, militia: -6 } },
  COERCE: { quad: 4, scale: -7 },
  ASSAULT: { quad: 4, scale: -9 },
};

/** `quad_code` and `event_scale` of an event. */
export function scaleOf({ type, mode }: PloverCode): {
  readonly quad: number;
  readonly scale: number;
} | null {
  const known = scales[type];
  if (known === undefined) return null;
  const { quad, scale, modes } = known;
  return { quad, scale: (mode === null ? undefined : modes?.[mode]) ?? scale };
}

/**
 * Acts that a class of cues performs by itself. Left out, since PLOVER codes no mere talk: comments (`state`, `comment`,
 * `emphasise`, `acknowledge`, `predict` …, CAMEO 01), what the encounter's own record tells (`discuss`), and classes
 * that may be the act or not: `affirm`; `deny` (a charge or a demand); `intend` (also hopes); `propose` (also raising a
 * matter); `warn` (THREATEN needs a threat of one's own).
 */
const actOfClass: Readonly<Record<string, string>> = {
  accuse: "ACCUSE",
  agree: "AGREE",
  demand: "REQUEST",
  forgive: "CONCEDE",
  praise: "SUPPORT",
  promise: "AGREE",
};

/** Cues whose act is another than their class's. Source: PLOVER manual: who invites agrees to meet. */
const actOfCue: Readonly<Record<string, string | null>> = {
  // A request or a question.
  ask: null,
  invite: "AGREE",
  пригласить: "AGREE",
  邀请: "AGREE",
  reject: "REJECT",
  rebuff: "REJECT",
  "turn down": "REJECT",
  veto: "REJECT",
  отвергнуть: "REJECT",
  отклонить: "REJECT",
  拒绝: "REJECT",
};

/** The act that saying something is; `null` where it is mere talk. */
export function actOf(cueClass: string | null, cue: string): string | null {
  const own = actOfCue[cue];
  return own === undefined ? (actOfClass[cueClass ?? ""] ?? null) : own;
}

/** What an encounter is: held CONSULT, announced AGREE, cancelled REJECT; `null` where PLOVER has no type for it. */
export function codeOfEncounter(encounter: Encounter, host: string | null): PloverCode | null {
  const { mode, status, sides, summit } = encounter;
  if (mode === "letter" || mode === "ceremony" || mode === "joint-statement" || mode === "other")
    return null;
  if (status === "announced") return { type: "AGREE", mode: null };
  if (status === "cancelled") return { type: "REJECT", mode: "meet" };
  if (status !== "held") return null;
  if (mode === "exercise") return { type: "COOPERATE", mode: null };
  if (mode === "phone" || mode === "video") return { type: "CONSULT", mode: "phone" };
  if (mode === "multilateral" || summit !== null) return { type: "CONSULT", mode: "multilateral" };
  if (host === null) return { type: "CONSULT", mode: mode === "visit" ? "visit" : null };
  return { type: "CONSULT", mode: sides.includes(host) ? "visit" : "third-party" };
}
