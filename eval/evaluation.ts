/** One figure of an evaluation. */
export interface Measure {
  readonly name: string;
  /** Per cent unless `unit` says otherwise. */
  readonly value: number;
  readonly unit?: string;
  /** What it should reach, in the same unit; a figure below it is marked. */
  readonly target?: number;
  /** Which way is better and what `target` bounds: higher (`least`, the default) or lower (`most`). */
  readonly bound?: "least" | "most";
}

/** What an evaluation found. */
export interface Report {
  readonly measures: readonly Measure[];
  /** Lines printed below the figures: a check list. */
  readonly lines?: readonly string[];
  /** Lines for `--details`: errors by class, the worst first. */
  readonly details: readonly string[];
}

/** What the command line says beyond the data. */
export interface RunOptions {
  /** A file with another system's output to score in place of Readout's own, where an evaluation can. */
  readonly predictions: string | undefined;
}

/** A measurement of quality on text that does not ship. */
export interface Evaluation {
  readonly name: string;
  /** One line: what is measured, on what. */
  readonly about: string;
  /** Files or folders under the data folder without which it is skipped. */
  readonly needs: readonly string[];
  /** Run on the folder of the corpora. */
  readonly run: (data: string, options: RunOptions) => Report | Promise<Report>;
}
