import type { Mark, Range } from "../document.ts";
import type { DateInterval, EncounterMode, EncounterStatus } from "../records.ts";
import type { EncounterForm } from "./rules.ts";
import type { Party } from "./sides.ts";
import type { Edition } from "./summits.ts";

/** A place that speaks of an encounter, before places that mean the same one are joined. */
export interface Sighting extends Mark {
  readonly form: EncounterForm;
  readonly mode: EncounterMode | null;
  readonly parties: readonly Party[];
  /** Sides of the parties. */
  readonly sides: ReadonlySet<string>;
  /** Sides of all persons that its sentence names. */
  readonly near: ReadonlySet<string>;
  /** The words themselves say whom they mean; else it depends on what was said before. */
  readonly explicit: boolean;
  /** It means them by one word for all (“the two leaders”, “both sides”). */
  readonly pronominal: boolean;
  /** The words mean encounters in general. */
  readonly general: boolean;
  /** It may be an encounter of its own. */
  readonly opens: boolean;
  /** The words say that it was before the one at hand. */
  readonly earlier: boolean;
  /** The words say that it is the one at hand (“this meeting”). */
  readonly current: boolean;
  readonly place: string | null;
  readonly date: DateInterval | null;
  readonly dateBasis: "stated" | "inferred" | null;
  /** What dates it: a day the text names, or only the day of publication, said (“today”) or not. */
  readonly datedBy: "text" | "page" | null;
  /** Place of the words that date it; `null` where none do. */
  readonly dateRange: Range | null;
  readonly status: EncounterStatus;
  readonly sequence: string | null;
  /** The recurring summit it is, or took place at. */
  readonly edition: Edition | null;
  /** It stands in the title. */
  readonly heading: boolean;
  /** Its outcome is spoken of (“the results of the talks”): the day of the page is not its day. */
  readonly reference: boolean;
  /** It is told as the occasion of something else (“ahead of the summit”). */
  readonly aside: boolean;
}
