import { mix } from "./hash.ts";
import {
  initialState,
  isAllowed,
  isFinal,
  leftArc,
  shift,
  take,
  type ParseState,
} from "./transitions.ts";
import { bestOf, scoreClasses, type Weights } from "./weights.ts";
import { suffix3, word, type WordFeatures } from "./word-features.ts";

/** Room for the features of one parsing decision. */
export const parseFeatureRoom = 96;

const noWord = 76;
const rootWord = 77;
const noTag = 61;
const rootTag = 60;

/**
 * Fill in the features of a parse state (after Zhang & Nivre 2011: words, tags, dependents, labels,
 * valency and distance around the stack top and the buffer front).
 * @returns how many features were set
 */
export function parseFeatures(
  state: ParseState,
  words: readonly WordFeatures[],
  tags: Int32Array,
  features: Uint32Array,
): number {
  const { length, stack, depth, next, labels, left1, left2, right1, right2 } = state;
  let count = 0;
  const add = (slot: number, value: number): void => {
    features[count++] = mix(value >>> 0, slot * 7919 + 13);
  };
  const w = (at: number): number =>
    at >= 0 && at < length ? words[at]![word]! : at === length ? rootWord : noWord;
  const s = (at: number): number => (at >= 0 && at < length ? words[at]![suffix3]! : 0);
  const t = (at: number): number =>
    at >= 0 && at < length ? tags[at]! + 1 : at === length ? rootTag : noTag;
  const l = (at: number): number =>
    at >= 0 && at < length && labels[at]! >= 0 ? labels[at]! + 1 : 0;
  const of = (table: Int32Array, at: number): number => (at >= 0 ? table[at]! : -1);
  const s0 = depth > 0 ? stack[depth - 1]! : -1;
  const s1 = depth > 1 ? stack[depth - 2]! : -1;
  const s2 = depth > 2 ? stack[depth - 3]! : -1;
  const b0 = next;
  const b1 = next + 1 <= length ? next + 1 : -1;
  const b2 = next + 2 <= length ? next + 2 : -1;
  const ws0 = w(s0);
  const ws1 = w(s1);
  const wb0 = w(b0);
  const wb1 = w(b1);
  const ts0 = t(s0);
  const ts1 = t(s1);
  const ts2 = t(s2);
  const tb0 = t(b0);
  const tb1 = t(b1);
  const tb2 = t(b2);
  const l0 = of(left1, s0);
  const r0 = of(right1, s0);
  const l1 = of(left1, s1);
  const r1 = of(right1, s1);
  const lb = of(left1, b0);
  const ll0 = l(of(left2, s0));
  const rr0 = l(of(right2, s0));
  const rr1 = l(of(right2, s1));
  const llb = l(of(left2, b0));
  const distance = Math.min(b0 - s0, 6);
  const ws0t = mix(ws0, ts0);
  const wb0t = mix(wb0, tb0);
  const ws1t = mix(ws1, ts1);
  add(1, ws0);
  add(2, ws0t);
  add(3, ts0);
  add(4, ws1);
  add(5, ws1t);
  add(6, ts1);
  add(7, wb0);
  add(8, wb0t);
  add(9, tb0);
  add(10, wb1);
  add(11, mix(wb1, tb1));
  add(12, tb1);
  add(13, mix(ws0t, wb0t));
  add(14, mix(ws0t, tb0));
  add(15, mix(ts0, wb0t));
  add(16, mix(ws0, wb0));
  add(17, ts0 * 64 + tb0);
  add(18, (tb0 * 64 + tb1) * 64 + tb2);
  add(19, (ts0 * 64 + tb0) * 64 + tb1);
  add(20, (ts1 * 64 + ts0) * 64 + tb0);
  add(21, (ts2 * 64 + ts1) * 64 + ts0);
  add(22, mix(ws1, ws0));
  add(23, ts1 * 64 + ts0);
  add(24, mix(ws1t, ts0));
  add(25, mix(ts1, ws0t));
  add(26, mix(ws1t, ws0t));
  add(27, (ts0 * 64 + t(l0)) * 64 + tb0);
  add(28, (ts0 * 64 + t(r0)) * 64 + tb0);
  add(29, (ts0 * 64 + tb0) * 64 + t(lb));
  add(30, (ts1 * 64 + t(r1)) * 64 + ts0);
  add(31, (ts1 * 64 + ts0) * 64 + t(l0));
  add(32, (ts1 * 64 + ts0) * 64 + t(r0));
  add(33, l(l0) * 64 + l(r0));
  add(34, mix(ts0, l(l0) * 64 + ll0));
  add(35, mix(ts0, l(r0) * 64 + rr0));
  add(36, mix(tb0, l(lb) * 64 + llb));
  add(37, mix(ts1, l(r1) * 64 + rr1));
  add(38, mix(ts1, l(l1)));
  add(39, mix(ws0, l(r0)));
  add(40, mix(ws0, l(l0)));
  add(41, mix(wb0, l(lb)));
  add(42, distance * 4096 + ts0 * 64 + tb0);
  add(43, mix(ws0, distance));
  add(44, mix(wb0, distance));
  add(45, Math.min(s0 - s1, 6) * 4096 + ts1 * 64 + ts0);
  add(46, mix(w(l0), ts0));
  add(47, mix(w(r0), ts0));
  add(48, mix(w(lb), tb0));
  add(49, mix(w(r1), ts1));
  add(50, mix(ws1, mix(wb0, ts0)));
  add(51, mix(mix(wb0, wb1), ts0));
  add(52, mix(s(s0), tb0));
  add(53, mix(s(b0), ts0));
  add(54, mix(ws1, tb0 * 64 + ts0));
  add(55, 1);
  add(56, mix(mix(ws1, ts0), ws0));
  add(57, mix(ws0, tb0 * 64 + tb1));
  add(58, mix(wb0, ts0 * 64 + ts1));
  if (s0 >= 0) {
    const right = Math.min(state.rightCount[s0]!, 4);
    const left = Math.min(state.leftCount[s0]!, 4);
    add(59, mix(ts0, right * 8 + left));
    add(60, mix(ws0, right));
    add(61, mix(tb0 * 8 + right, ts0));
  }
  add(62, mix(tb0, Math.min(state.leftCount[b0]!, 4)));
  add(63, mix(wb0, mix(tb1, ts0)));
  add(64, mix(mix(s(s0), s(b0)), tb1));
  add(65, mix(mix(ws0, wb0), tb1));
  add(66, mix(w(s2), mix(ts1, ts0)));
  return count;
}

/** The label features are the action's features, mixed with the arc's direction. */
export function labelFeatures(features: Uint32Array, count: number, transition: number): void {
  for (let index = 0; index < count; index++) {
    features[index] = mix(features[index]!, transition * 101);
  }
}

/** Heads and labels of a sentence. Heads are word indices, `length` for the root. */
export interface Parse {
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

/** The highest-scoring transition that is allowed. */
export function bestTransition(state: ParseState, scores: Float64Array): number {
  let best = -1;
  for (let transition = shift; transition <= 2; transition++) {
    if (!isAllowed(state, transition)) continue;
    if (best < 0 || scores[transition]! > scores[best]!) best = transition;
  }
  return best;
}

const room = new Uint32Array(parseFeatureRoom);

/** Parse a tagged sentence greedily, in at most 2 × length transitions. */
export function parseWords(
  actions: Weights,
  labels: Weights,
  words: readonly WordFeatures[],
  tags: Int32Array,
): Parse {
  const state = initialState(words.length);
  const actionScores = new Float64Array(actions.classes);
  const labelScores = new Float64Array(labels.classes);
  while (!isFinal(state)) {
    const count = parseFeatures(state, words, tags, room);
    scoreClasses(actions, room, count, actionScores);
    const transition = bestTransition(state, actionScores);
    let label = -1;
    if (transition >= leftArc) {
      labelFeatures(room, count, transition);
      scoreClasses(labels, room, count, labelScores);
      label = bestOf(labelScores);
    }
    take(state, transition, label);
  }
  return { heads: state.heads, labels: state.labels };
}
