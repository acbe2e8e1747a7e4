import type { Document, Range } from "../../document.ts";
import type { Cue, CueLexicon } from "../../statements/cues.ts";
import type { Subject } from "./statement-subjects.ts";

/** The head of a statement: who, by which cue, and where what is said begins. */
export interface Head {
  readonly clause: Range;
  readonly subject: Subject | null;
  readonly cue: Range;
  readonly entry: Cue;
  readonly frame: "say" | "np" | "express" | "topic";
  /** Where the content starts; `content` where the pattern knows its whole extent. */
  readonly from: number;
  readonly content: Range | null;
  /** A comma, colon or quotation mark follows the cue. */
  readonly marked: boolean;
  readonly negated: boolean;
  /** The speaker is no actor of the tables: told by the cue and its comma alone. */
  readonly open?: boolean;
}

/** What the finders of heads share. */
export interface HeadContext {
  readonly document: Document;
  readonly text: string;
  readonly cues: CueLexicon;
  readonly longest: number;
  readonly nouns: readonly Cue[];
}
