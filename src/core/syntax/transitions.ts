/** Arc-hybrid transitions (Kuhlmann, Gómez-Rodríguez & Satta 2011). */
export const shift = 0;
export const leftArc = 1;
export const rightArc = 2;

/**
 * State of a parse. Words are 0…length−1; the artificial root stands at the end of the buffer, at
 * `length`, so that every tree is built by left and right arcs alone.
 */
export interface ParseState {
  readonly length: number;
  readonly stack: Int32Array;
  depth: number;
  /** First word of the buffer; `length` when only the root is left. */
  next: number;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  /** Outermost and second dependents on each side, -1 for none. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  /** Number of dependents so far, left and right. */
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
}

/** The state before the first transition. */
export function initialState(length: number): ParseState {
  const none = (): Int32Array => new Int32Array(length + 1).fill(-1);
  return {
    length,
    stack: new Int32Array(length + 2),
    depth: 0,
    next: 0,
    heads: none(),
    labels: none(),
    left1: none(),
    left2: none(),
    right1: none(),
    right2: none(),
    leftCount: new Int32Array(length + 1),
    rightCount: new Int32Array(length + 1),
  };
}

/** The parse is complete. */
export function isFinal(state: ParseState): boolean {
  return state.next >= state.length && state.depth === 0;
}

/** Whether a transition may be taken. The root takes one dependent only, so that a tree has one root. */
export function isAllowed(state: ParseState, transition: number): boolean {
  switch (transition) {
    case shift:
      return state.next < state.length;
    case leftArc:
      return state.depth > 0 && (state.next < state.length || state.depth === 1);
    default:
      return state.depth > 1;
  }
}

/** Take a transition. `label` is used by arcs only. */
export function take(state: ParseState, transition: number, label: number): void {
  if (transition === shift) {
    state.stack[state.depth++] = state.next++;
    return;
  }
  const dependent = state.stack[--state.depth]!;
  const head = transition === leftArc ? state.next : state.stack[state.depth - 1]!;
  state.heads[dependent] = head;
  state.labels[dependent] = label;
  if (dependent < head) {
    state.left2[head] = state.left1[head]!;
    state.left1[head] = dependent;
    state.leftCount[head]!++;
  } else {
    state.right2[head] = state.right1[head]!;
    state.right1[head] = dependent;
    state.rightCount[head]!++;
  }
}
