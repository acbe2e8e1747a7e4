import type { Range } from "../../document.ts";
import type { Draft } from "../../statements/assemble.ts";
import type { Head } from "./statement-head.ts";
import type { Subject } from "./statement-subjects.ts";

/** A draft whose content may still grow. */
export interface Open {
  readonly draft: Omit<Draft, "content">;
  readonly content: Range[];
  readonly subject: Subject | null;
  readonly growing: boolean;
  /** A comma, colon or quotation mark follows its cue: what follows is speech, not an object. */
  readonly marked: boolean;
}

/** Where a head stands. */
export interface Situation {
  /** Nothing but the time or the occasion stands before it in the sentence. */
  readonly first: boolean;
  /** The statement begun in this sentence, and the speech that goes on. */
  readonly open: Open | null;
  readonly run: Open | null;
  /** The subject that opened the sentence, and the last one of the paragraph. */
  readonly opened: Subject | null;
  readonly last: Subject | null;
  /** No side's own account. */
  readonly press: boolean;
  readonly text: string;
}

/** Verbs that make a new statement of the same speaker even with their subject left out. */
const strong =
  /^(?:称|表示|说|指出|强调|声称|呼吁|敦促|批评|谴责|警告|指责|重申|否认|促请|抨击|坚称|宣称|透露|补充说|并称|指控|要求|提醒|驳斥)/u;

/** Texts and media that pass on what others say. */
const passer =
  /(?:通稿|声明|新闻稿|报道|消息|公报|公告|通社|新华社|社|网|电视台|广播公司|日报|时报)》?$/u;

/** Silences, not statements, when negated. */
const mentioning = /^(?:提[到及]|谈[到及])/u;

/** “通稿说，习近平敦促…”: a text or medium that says at once what another says only passes it on. */
export function passesOn(open: Open, head: Head, text: string): boolean {
  const { subject, marked, content } = open;
  if (subject === null || !marked || head.subject === null || subject.kind !== "voice")
    return false;
  const said = content.some((part) => part.end - part.start > 1);
  if (said || head.clause.start - content[0]!.start > 2) return false;
  return passer.test(text.slice(subject.range.start, subject.range.end));
}

/** Whether a head opens a statement of its own, or is part of what somebody says. */
export function opensStatement(head: Head, at: Situation): boolean {
  if (at.open !== null && passesOn(at.open, head, at.text)) return true;
  if (head.negated && mentioning.test(head.entry.lemma)) return false;
  if (head.subject === null) return opensElided(head, at);
  return opensNamed(head, head.subject, at);
}

function opensNamed(head: Head, subject: Subject, at: Situation): boolean {
  const { run, first, press } = at;
  const { frame, entry } = head;
  if (frame === "np" && subject.kind === "side" && !speaksForItself(head, subject, at))
    return false;
  if (run === null) return true;
  if (head.open === true && !press) return false;
  const speaker = run.subject?.kind ?? "voice";
  const marked = frame === "say" && head.marked;
  if (subject.kind === "person")
    return first || marked || frame === "express" || inObject(at.open) || inTurn(head, subject, at);
  if (subject.kind === "group") {
    if (inObject(at.open)) return true;
    if (speaker === "group") return first || entry.class === "agree";
    const leaders =
      subject.actors.some((actor) => actor.includes(":")) || subject.actors.length === 0;
    return first && (leaders || (speaker === "person" && entry.class === "agree"));
  }
  if (subject.kind === "side") {
    const other = speaker === "side" && run.subject?.actors[0] !== subject.actors[0];
    return first && (other || speaker === "group" || (press && (marked || speaker === "side")));
  }
  return (first && (speaker === "group" || marked || press)) || inObject(at.open);
}

/** “…；乙则称…”: in the press another takes his turn in the same sentence. */
function inTurn(
  { frame, cue, clause }: Head,
  { range }: Subject,
  { press, text }: Situation,
): boolean {
  const led = /(?:；|[，；](?:而|但)?)$/u.test(text.slice(clause.start - 2, clause.start));
  return press && frame === "say" && led && /则|亦|也/u.test(text.slice(range.end, cue.start));
}

/** “中方支持…” speaks for a side; “中国支持…” only in an official account. */
function speaksForItself(head: Head, subject: Subject, { press, text }: Situation): boolean {
  if (!head.entry.frames.has("side")) return false;
  return !press || text.slice(subject.range.start, subject.range.end).endsWith("方");
}

/** The statement of this sentence has an object, not a speech: another speaker's verb is not part of it. */
function inObject(open: Open | null): boolean {
  return open !== null && !open.marked;
}

/** The subject is left out: whoever spoke in the sentence or opened it goes on. */
function opensElided(head: Head, at: Situation): boolean {
  const { open, run, opened, first, press } = at;
  const { frame, entry, marked } = head;
  const speaker = opened ?? open?.subject ?? at.last;
  if (speaker === null) return false;
  const lead = at.text.slice(head.clause.start, head.cue.start);
  const also = /并|还/u.test(lead);
  if (run !== null && open === null)
    return speaker.kind === "group" && run.subject?.kind === "group" && frame === "say" && marked;
  if (open !== null && open.draft.entry?.lemma === entry.lemma) return false;
  if (open !== null && open.growing && !open.marked) {
    const speaks = speaker.kind !== "side" || entry.frames.has("side");
    return frame === "say" || also || lead.includes("也") || (frame === "np" && speaks);
  }
  const joint = speaker.kind === "group" && run?.subject?.kind !== "person";
  if (joint && (entry.frames.has("group") || frame === "say"))
    return first || open !== null || run !== null || opened !== null;
  if (frame === "say") {
    if (marked && !entry.belief) return true;
    if (open !== null && open !== run) return true;
    if (press && open !== null && strong.test(entry.lemma)) return true;
    return also || lead.includes("一致") || (run === null && opened !== null && !first);
  }
  if (run !== null)
    return press && also && frame === "np" && /^(?:praise|ask|demand|promise)$/u.test(entry.class);
  if (frame === "np") {
    if (open === null) return opened !== null && !first && opened.kind !== "side";
    return also || lead.includes("也") || speaker.kind !== "side";
  }
  if (open?.growing === true) return also;
  return open !== null || (opened !== null && !first);
}

/** “提出五点建议”: the points follow in their own paragraphs. */
export function proposes(text: string, head: Head): boolean {
  return (
    head.entry.lemma === "提出" &&
    /^[^，。]{0,12}(?:建议|主张|倡议|意见|看法|原则)/u.test(text.slice(head.from, head.from + 20))
  );
}
