import { mentionsIn } from "../../actors/lookup.ts";
import type { ActorMention, Document, Range } from "../../document.ts";

/** Who stands at the head of a clause. */
export interface Subject {
  readonly range: Range;
  readonly actors: readonly string[];
  /** `side` is a state or its government, `voice` a spokesperson, official or paper without a name. */
  readonly kind: "person" | "group" | "side" | "voice";
}

/** Words that open a clause before its subject. */
const lead =
  /^(?:[\s，、]|并且?|同时|此外|另外|不过|随后|会上|席间|其间|期间|日前|近日|当天|今天|昨天|当日|[会谈见议晤]{1,2}[后中上]|对此|为此|其中|最后|首先|接着|(?:当地时间)?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:[上下中]午|晚间?|清晨|凌晨)?|(?:[上下中]午|晚间?))*/u;

/** Titles and nouns after a name that belong to the subject; the second kind changes who speaks. */
const suffix =
  /^(?:主席|总统|总理|首相|外长|防长|部长|先生|女士|同志|国务委员|书记|秘书长|大使|特使|议长|国王|王储|亲王|殿下|阁下)/u;
const voices =
  /^(?:的)?(?:[^\s，。；：“”《》、]{0,10}?)(?:发言人|负责人|官员|负责同志|有关人士|消息人士)(?!的)/u;

/** Subjects without an actor of the tables. */
const nameless =
  /^(?:与会(?:各国|各方)?(?:领导人|嘉宾|代表|专家)?|各国领导人|各方|[两三四五六七八九十\d]+国(?:领导人|元首|外长|防长)|(?:新闻)?发言人|(?:[^\s，。；：“”《》、]{0,8}?)(?:新闻发言人|负责人|官员|专家|学者|分析人士|分析师|观察人士|消息人士)|会议|声明|联合声明|联合公报|公报|宣言|文章|报告|社论|评论|报道)(?!的)/u;

/**
 * The subject at the head of a clause, with names joined by 和, 与 or 、 and titles after the name.
 * @param text - the document's text in simplified characters
 */
export function subjectAt(document: Document, text: string, clause: Range): Subject | null {
  const start = clause.start + (lead.exec(text.slice(clause.start, clause.end))?.[0].length ?? 0);
  const mentions = mentionsIn(document, { start: clause.start, end: clause.end }).filter(
    (mention) => mention.start >= clause.start && mention.how !== "demonym",
  );
  const first = mentions.find((mention) => mention.start >= start || mention.end > start);
  if (first === undefined || !reaches(text, start, first.start) || first.type === "place")
    return namelessAt(document, text, { start, end: clause.end });
  const joined = [first];
  let end = afterTitle(text, first.end);
  for (const next of mentions.slice(mentions.indexOf(first) + 1)) {
    if (!/^(?:和|与|及|以及|、)$/u.test(text.slice(end, next.start))) break;
    joined.push(next);
    end = afterTitle(text, next.end);
  }
  const voice = voices.exec(text.slice(end, Math.min(clause.end, end + 20)));
  if (voice !== null) {
    const speaks = first.type === "person" ? [] : membersOf(first);
    return {
      range: { start: first.start, end: end + voice[0].length },
      actors: speaks,
      kind: "voice",
    };
  }
  const tail = /^(?:等|等人|[一二两三四五六七八九十]个?[^，。]{0,8}(?:领导人|国))/u.exec(
    text.slice(end, end + 14),
  );
  if (tail !== null && joined.length > 1) end += tail[0].length;
  return {
    range: { start: first.start, end },
    actors: [...new Set(joined.flatMap(membersOf))],
    kind: kindOf(joined),
  };
}

/** Whether nothing but a time stands between the head of the clause and the name. */
function reaches(text: string, from: number, to: number): boolean {
  return to <= from || /^[\s]*$/u.test(text.slice(from, to));
}

function afterTitle(text: string, end: number): number {
  return end + (suffix.exec(text.slice(end, end + 6))?.[0].length ?? 0);
}

function kindOf(joined: readonly ActorMention[]): Subject["kind"] {
  const first = joined[0]!;
  if (joined.length > 1 || first.actors.length > 1 || first.how === "group") return "group";
  if (first.type === "person") return "person";
  return first.type === "state" ? "side" : "voice";
}

function namelessAt(document: Document, text: string, rest: Range): Subject | null {
  const match = nameless.exec(text.slice(rest.start, Math.min(rest.end, rest.start + 24)));
  if (match === null) return null;
  const range = { start: rest.start, end: rest.start + match[0].length };
  const inside = mentionsIn(document, range).filter(
    (mention) => mention.type !== "place" && mention.type !== "person",
  );
  const group = /领导人|元首|外长|各方|会议|宣言|公报|声明|防长/u.test(match[0]);
  return {
    range,
    actors: group ? [] : inside.flatMap(membersOf),
    kind: group ? "group" : "voice",
  };
}

/** Ids of a mention: the members of a group, else the actor alone. */
export function membersOf(mention: ActorMention): readonly string[] {
  if (mention.actors.length > 0) return mention.actors;
  return mention.actor === null ? [] : [mention.actor];
}
