import type { Encounter } from "../core/link/encounter.ts";
import type { Commitment } from "../core/records.ts";

/** Event types of PLOVER that Readout codes. */
export type PloverType =
  | "AGREE"
  | "CONSULT"
  | "SUPPORT"
  | "CONCEDE"
  | "COOPERATE"
  | "REQUEST"
  | "ACCUSE"
  | "REJECT"
  | "SANCTION";

/** An event with its mode, where it has one. */
export interface PloverCode {
  readonly event: PloverType;
  readonly mode: string | null;
}

/**
 * Quad class and scale value of each type, and of modes that have their own. Source: PLOVER manual (2024-02-04), event
 * categories. ACCUSE is printed there as 3 though all its modes are below zero: taken as -3; SANCTION, printed as verbal
 * and as material conflict, as material (two places of three).
 */
const scales: Readonly<
  Record<PloverType, { quad: number; scale: number; modes?: Readonly<Record<string, number>> }>
> = {
  AGREE: { quad: 1, scale: 2.5 },
  CONSULT: { quad: 1, scale: 2.5, modes: { visit: 4, multilateral: 4, phone: 1.5 } },
  SUPPORT: { quad: 1, scale: 5 },
  CONCEDE: { quad: 1, scale: 4.5 },
  COOPERATE: { quad: 2, scale: 9.5 },
  REQUEST: { quad: 3, scale: 0 },
  ACCUSE: { quad: 3, scale: -3 },
  REJECT: { quad: 3, scale: -2 },
  SANCTION: { quad: 4, scale: -6 },
};

/** `quad_code` and `event_scale` of an event. */
export function scaleOf({ event, mode }: PloverCode): {
  readonly quad: number;
  readonly scale: number;
} {
  const { quad, scale, modes } = scales[event];
  return { quad, scale: (mode === null ? undefined : modes?.[mode]) ?? scale };
}

/**
 * Acts that a class of cues performs by itself. Left out, since PLOVER codes no mere talk: comments (`state`, `comment`,
 * `emphasise`, `acknowledge`, `predict` …, CAMEO 01), what the encounter's own record tells (`discuss`), and classes
 * that may be the act or not (`affirm`; `ask`, also of questions; `warn`: THREATEN needs a threat of one's own).
 */
const actOfClass: Readonly<Record<string, PloverType>> = {
  accuse: "ACCUSE",
  agree: "AGREE",
  demand: "REQUEST",
  deny: "REJECT",
  forgive: "CONCEDE",
  intend: "AGREE",
  praise: "SUPPORT",
  promise: "AGREE",
  propose: "AGREE",
};

/** Cues whose act is another than their class's. Source: PLOVER manual: who invites or plans to meet agrees to. */
const actOfCue: Readonly<Record<string, PloverType>> = {
  invite: "AGREE",
  пригласить: "AGREE",
  邀请: "AGREE",
};

/** The act that saying something is; `null` where it is mere talk. */
export function actOf(cueClass: string | null, cue: string): PloverType | null {
  return actOfCue[cue] ?? actOfClass[cueClass ?? ""] ?? null;
}

/** Stages of a commitment. Source: PLOVER manual: promises AGREE, signing SUPPORT, cooperation under way COOPERATE. */
export const actOfStatus: Readonly<Record<Commitment["status"], PloverCode>> = {
  promised: { event: "AGREE", mode: null },
  signed: { event: "SUPPORT", mode: null },
  "carried-out": { event: "COOPERATE", mode: null },
  refused: { event: "REJECT", mode: "assist" },
  undone: { event: "SANCTION", mode: "discontinue" },
};

/** Contexts by domain; `x-` marks an extension where PLOVER has none. Source: PLOVER manual, contexts. */
const contextOfDomain: Readonly<Record<string, string>> = {
  "political-diplomatic": "diplomatic",
  "military-security": "military",
  "economic-trade-finance": "economic",
  "energy-resources": "natural_resource",
  "technology-space": "technology",
  legal: "legal",
  territory: "territory",
  "humanitarian-health": "human_security",
  "rights-society": "human_rights",
  "people-culture-media": "x-culture-education",
};

/** Topics with a context of their own, apart from their domain's. */
const contextOfTopic: Readonly<Record<string, string>> = {
  counterterrorism: "terrorism",
  "nuclear-weapons": "cbrn",
  "nuclear-war": "cbrn",
  "iran-nuclear": "cbrn",
  denuclearization: "cbrn",
  "biological-weapons": "cbrn",
  "nuclear-tests": "cbrn",
  peacekeeping: "peacekeeping",
  cyber: "cyber",
  cybercrime: "cyber",
  covid: "health",
  "global-health": "health",
  migration: "migration",
  refugees: "asylum",
  "natural-disasters": "disasters",
  climate: "environment",
  "transnational-crime": "crime",
  "war-crimes": "legal",
  space: "x-space",
  "nuclear-energy": "x-energy",
};

/** Context of a topic; `null` where neither topic nor domain has one. */
export function contextOf(topic: string | null, domain: string | null): string | null {
  return contextOfTopic[topic ?? ""] ?? contextOfDomain[domain ?? ""] ?? null;
}

/** What an encounter is: held CONSULT, announced AGREE, cancelled REJECT; `null` where PLOVER has no type for it. */
export function codeOfEncounter(encounter: Encounter, host: string | null): PloverCode | null {
  const { mode, status, sides, summit } = encounter;
  if (mode === "letter" || mode === "ceremony" || mode === "joint-statement" || mode === "other")
    return null;
  if (status === "announced") return { event: "AGREE", mode: null };
  if (status === "cancelled") return { event: "REJECT", mode: "meet" };
  if (status !== "held") return null;
  if (mode === "exercise") return { event: "COOPERATE", mode: null };
  if (mode === "phone" || mode === "video") return { event: "CONSULT", mode: "phone" };
  if (mode === "multilateral" || summit !== null) return { event: "CONSULT", mode: "multilateral" };
  if (host === null) return { event: "CONSULT", mode: mode === "visit" ? "visit" : null };
  return { event: "CONSULT", mode: sides.includes(host) ? "visit" : "third-party" };
}
