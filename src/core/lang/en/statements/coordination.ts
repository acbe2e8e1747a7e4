import type { Frame } from "./frame.ts";

/** Verbs whose past is like their plain form. */
const same = /^(?:set|put|read|cast)$/;

/** Present of one, past, participle, or the plain form. */
export function tense(frame: Frame, verb: number): string {
  const low = frame.low(verb);
  if (low.endsWith("ing")) return "ing";
  if (same.test(low)) return "any";
  if (/(?:ed|old|id)$/.test(low)) return "past";
  return low.endsWith("s") ? "s" : "plain";
}

/** “confirms that the port is open, and opposes …”: after a comma the present goes with the cue, whatever was said. */
function listed(frame: Frame, verb: number, inner: number, outer: number): boolean {
  const form = tense(frame, verb);
  return (
    (form === "s" || form === "plain") &&
    form === tense(frame, outer) &&
    frame.form(verb - 2) === "," &&
    frame.upos(verb - 1) === "CCONJ" &&
    frame.deprel(inner) === "ccomp"
  );
}

/**
 * “said the port is open, and stressed …”, “claimed they were treated well and asked …”: the parse tied
 * the verb to what was said, but its tense or voice goes with the cue.
 * @param inner - the verb or predicate that the parse coordinates it with
 */
export function joinsOuter(frame: Frame, verb: number, inner: number): boolean {
  // A clause with “that” that the parse hangs on the listener belongs to the cue.
  const clause = frame.deprel(inner) === "acl:relcl" && frame.child(inner, "mark") !== null;
  const outer = clause ? frame.head(frame.head(inner)) : frame.head(inner);
  if (outer < 0) return false;
  if (listed(frame, verb, inner, outer)) return true;
  if (tense(frame, verb) !== "past" || tense(frame, outer) !== "past") return false;
  if (
    tense(frame, inner) === "s" &&
    frame.child(inner, "aux") === null &&
    (clause || frame.deprel(inner) === "ccomp")
  )
    return true;
  const passive = frame.child(inner, "aux:pass") !== null && frame.child(verb, "aux:pass") === null;
  if (passive && /^(?:ccomp|acl:relcl)$/.test(frame.deprel(inner))) return true;
  return (
    frame.form(verb - 2) === "," &&
    frame.deprel(inner) === "ccomp" &&
    frame
      .children(inner)
      .some(
        (child) => child < verb && /^(?:is|are|has|have|had|will|would)$/.test(frame.low(child)),
      )
  );
}
