/** Counts of what came of marked pages. */
export interface Tally {
  right: number;
  wrong: number;
  missed: number;
  type: number;
  negation: number;
  holder: number;
  figures: number;
  figuresWrong: number;
  figuresMissed: number;
}

/** A tally with nothing counted. */
export function emptyTally(): Tally {
  return {
    right: 0,
    wrong: 0,
    missed: 0,
    type: 0,
    negation: 0,
    holder: 0,
    figures: 0,
    figuresWrong: 0,
    figuresMissed: 0,
  };
}

/** A share in per cent; 100 of nothing. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : (100 * part) / whole;
}
