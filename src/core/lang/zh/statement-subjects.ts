import { mentionsIn } from "../../actors/lookup.ts";
import type { ActorMention, Document, Range } from "../../document.ts";
import { isNominal } from "./statement-gaps.ts";

/** Who stands at the head of a clause. */
export interface Subject {
  readonly range: Range;
  readonly actors: readonly string[];
  /** `side` is a state or its government, `voice` a spokesperson, official or paper without a name. */
  readonly kind: "person" | "group" | "side" | "voice";
}

/** Words that open a clause before its subject: brackets of agencies, enumerators, connectors, times. */
const lead =
  /^(?:[\s，、]|【[^】]{1,40}】|（[^）]{1,40}[电讯]）|[\p{Script=Han}]{2,6}\s?[—–]{1,2}\s|[（(]?[一二三四五六七八九十]{1,3}[）)、]|第[一二三四五六七八九十]{1,3}[，、]|[\p{Script=Han}]{2,14}(?:社|网|报|台)[\p{Script=Han}、]{0,10}\d{1,2}月\d{1,2}日[电讯](?:（[^）]{1,30}）)?|正如|诚如|如同|事实上|实际上|其实|相较之下|相比之下|相反|并且?|同时|此外|另外|另据|不过|而|但是?|然而|随后|会上|席间|其间|期间|日前|近日|当天|今天|昨天|当日|[会谈见议晤]{1,2}[后中上]|对此|为此|其中|最后|首先|其次|接着|至于|(?:当地时间)?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:[上下中]午|晚间?|清晨|凌晨)?|(?:[上下中]午|晚间?)|[今昨]（[^）]{1,8}）[日天]?|(?:周|星期)[一二三四五六日天])*/u;

/** Titles after a name that belong to the subject. */
const suffix =
  /^(?:主席|总统|总理|首相|外长|防长|部长|先生|女士|同志|国务委员|书记|秘书长|大使|特使|议长|国王|王储|亲王|殿下|阁下|议员|参议员|众议员|教授|博士|将军|委员)/u;

/** Nouns after a state, body or medium that change who speaks. */
const voices =
  /^(?:的)?(?:[^\s，。；：“”《》、在对向就]{0,14})(?:发言人|负责人|官员|负责同志|有关人士|消息人士|知情人士|外交官|高官|专家|学者|分析人士|分析师|观察人士|研究人员|人士|媒体|总?领事馆|大?使馆|公署|代表团?|代表处|办事处|委员会|智库|(?:报|网|社|台)(?=[\p{Script=Han}]{0,3}(?:称|说|报道|援引|引述)))(?!的|表)|^(?:[^\s，。；：“”《》、]{0,20}(?:发布|发表|公布|发出|刊发))?的?(?:[^\s，。；：“”《》、在对向就]{0,8})(?:声明|通稿|新闻稿|新闻公报|公报|文告|公告|社论|评论文章|通告|照会|消息)(?!的|人士)/u;

/** Who speaks for a person. */
const aides =
  /^的?(?:新闻|竞选)?(?:发言人|办公室|助手|助理|幕僚长?|律师|团队|夫人|妻子|阵营|幕僚)(?!的)/u;

/** Subjects without an actor of the tables. */
const nameless =
  /^(?:(?:两|二)人(?=[均都]|就|一致|同意|还|也)|与会(?:各国|各方)?(?:领导人|嘉宾|代表|专家|外长|部长|国家|各方|方|者)?|各国(?:领导人|元首|外长|防长|部长|代表)|各方|[两三四五六七八九十\d]+国(?:领导人|元首|外长|防长)|(?:新闻)?发言人|(?:一[名位]|多[名位]|有|另一[名位])?[^\s，。；：“”《》、在对向就是]{0,14}?(?:新闻发言人|发言人|负责人|官员|外交官|专家|学者|分析人士|分析师|观察人士|消息人士|知情人士|人士|知情者|当局|警方|军方)|会议|(?:该|这份|此|上述|联合|[^\s，。；：“”《》]{2,20}(?:发布|发表|公布|发出|刊发)的)?(?:声明|联合声明|联合公报|公报|宣言|文章|报告|社论|评论|报道|消息|通稿|新闻稿|公告|通告|通知|文件|决议|协议)|(?:不少|许多|很多|部分|众多|多数|多位|多名)[^，。；：“”《》]{0,20}?(?:国家(?:代表|官员|领导人|外长)?|代表|专家|学者|人士|网友|媒体|官员|议员|民众|分析师|观察家|外交官)|该(?:报|媒体|网|社|台|刊|机构|组织|部门?|官员|发言人|人士|国)|媒体|外媒|港媒|台媒|美媒|外界)(?!的)/u;

/** An encounter of two before what only one of them says. */
const metBefore =
  /^(?:在[^，。；]{1,16}|周[一二三四五六日]|星期[一二三四五六日天]|\d{1,2}日)?(?:举行|进行|会谈|会晤|会面|会见|通话|通电话|见面|共进|对话|交谈|磋商|共同会见)[^，。；]{0,24}?(?:后|时|期间|之际)(?![^，。；]{0,6}(?:均|都|一致|共同|同意|分别|宣布))/u;

/** Longest stretch from the head of a clause to the name that speaks, in characters. */
const reach = 70;

/**
 * The subject at the head of a clause, with what belongs to its noun phrase, names joined by 和, 与 or 、 and titles.
 * @param text - the document's text in simplified characters
 * @param we - whom 我们 means in a declaration of several sides; `null` in other texts
 */
export function subjectAt(
  document: Document,
  text: string,
  clause: Range,
  we: readonly string[] | null = null,
): Subject | null {
  const start = headOf(text, clause);
  if (we !== null && text.startsWith("我们", start))
    return { range: { start, end: start + 2 }, actors: we, kind: "group" };
  const limit = Math.min(clause.end, start + reach);
  const mentions = mentionsIn(document, { start: clause.start, end: limit }).filter(
    (mention) => mention.start >= clause.start && mention.how !== "demonym",
  );
  const at = mentions.findIndex(
    (mention) =>
      mention.type === "person" &&
      mention.end > start &&
      isNominal(text.slice(start, Math.max(start, mention.start))),
  );
  const head = mentions.findIndex(
    (mention) => mention.end > start && isBlank(text.slice(start, Math.max(start, mention.start))),
  );
  const first = at >= 0 ? at : head;
  if (first < 0 || (at < 0 && mentions[first]!.type === "place"))
    return namelessAt(document, text, { start, end: clause.end });
  return named(document, text, { start, end: clause.end }, mentions, first);
}

/** Where the subject of a clause can begin. */
export function headOf(text: string, clause: Range): number {
  return clause.start + (lead.exec(text.slice(clause.start, clause.end))?.[0].length ?? 0);
}

function named(
  document: Document,
  text: string,
  clause: Range,
  mentions: readonly ActorMention[],
  first: number,
): Subject | null {
  const mention = mentions[first]!;
  const joined = [mention];
  let end = afterTitle(text, mention.end);
  for (const next of mentions.slice(first + 1)) {
    if (!/^(?:和|与|同|及|以及|、)$/u.test(text.slice(end, next.start))) break;
    joined.push(next);
    end = afterTitle(text, next.end);
  }
  const begin = Math.min(mention.start, clause.start);
  const start = text.slice(begin, mention.start).trim() === "" ? mention.start : begin;
  if (mention.type === "person" && joined.length === 1) {
    const aide = aides.exec(text.slice(end, Math.min(clause.end, end + 12)));
    if (aide !== null)
      return { range: { start, end: end + aide[0].length }, actors: [], kind: "voice" };
  }
  if (mention.type !== "person" && joined.length === 1) {
    const voice = voices.exec(text.slice(end, Math.min(clause.end, end + 34)));
    if (voice !== null)
      return {
        range: { start, end: end + voice[0].length },
        actors: mention.type === "state" ? speaksFor(voice[0], mention) : membersOf(mention),
        kind: "voice",
      };
    const text_ = namelessAt(document, text, { start, end: clause.end });
    if (text_ !== null && text_.range.end > end) return text_;
  }
  // “甲与乙会谈后说”: the first speaks, the second is whom he met.
  if (joined.length === 2 && /^[与同]$/u.test(text.slice(joined[1]!.start - 1, joined[1]!.start)))
    if (metBefore.test(text.slice(end, Math.min(clause.end, end + 48)))) {
      end = afterTitle(text, mention.end);
      joined.pop();
    }
  const titled = /^[^，。；：“”在对向就]{0,8}《[^》]{2,40}》/u.exec(text.slice(end, end + 52));
  if (titled !== null && text[mention.start - 1] !== "《")
    return { range: { start, end: end + titled[0].length }, actors: [], kind: "voice" };
  const members = /^(?:各)?(?:成员国|国家|各国)[^，。；：“”在对向就]{0,8}/u.exec(
    text.slice(end, end + 14),
  );
  if (members !== null && mention.type === "body")
    return {
      range: { start, end: end + memberNoun(members[0]).length },
      actors: [],
      kind: "group",
    };
  const tail = /^(?:等人?|[一二两三四五六七八九十]个?[^，。]{0,8}(?:领导人|国))/u.exec(
    text.slice(end, end + 14),
  );
  if (tail !== null && joined.length > 1) end += tail[0].length;
  return {
    range: { start, end },
    actors: [...new Set(joined.flatMap(membersOf))],
    kind: kindOf(joined),
  };
}

/** “成员国外长”, without the verb behind. */
function memberNoun(words: string): string {
  return (
    /^.*?(?:外长|领导人|元首|首脑|防长|部长|代表|使节|大使|成员国|国家|各国)(?=[^外领元首防部代使大]|$)/u.exec(
      words,
    )?.[0] ?? words
  );
}

/** “美国官员” speaks for the state; “美国专家” for nobody. */
function speaksFor(noun: string, mention: ActorMention): readonly string[] {
  return /(?:发言人|负责人|官员|代表团?|高官|外交官|当局|声明|通稿|新闻稿|公报|文告|公告|通告|照会|消息)$/u.test(
    noun,
  )
    ? membersOf(mention)
    : [];
}

function isBlank(words: string): boolean {
  return /^[\s《]*$/u.test(words);
}

function afterTitle(text: string, end: number): number {
  const closed = text[end] === "》" ? end + 1 : end;
  return closed + (suffix.exec(text.slice(closed, closed + 6))?.[0].length ?? 0);
}

function kindOf(joined: readonly ActorMention[]): Subject["kind"] {
  const first = joined[0]!;
  if (joined.length > 1 || first.actors.length > 1 || first.how === "group") return "group";
  if (first.type === "person") return "person";
  return first.type === "state" ? "side" : "voice";
}

function namelessAt(document: Document, text: string, rest: Range): Subject | null {
  const match = nameless.exec(text.slice(rest.start, Math.min(rest.end, rest.start + 34)));
  if (match === null) return null;
  const range = { start: rest.start, end: rest.start + match[0].length };
  const inside = mentionsIn(document, range).filter(
    (mention) => mention.type !== "place" && mention.type !== "person",
  );
  const group = /^[两二]人|领导人|元首|外长|各方|会议|宣言|公报|声明|防长/u.test(match[0]);
  const outsider =
    /专家|学者|分析|观察|媒体|外界|网友|民众|^(?:不少|许多|很多|部分|众多|多数|多位|多名)/u.test(
      match[0],
    );
  return {
    range,
    actors: group || outsider ? [] : inside.slice(0, 1).flatMap(membersOf),
    kind: group ? "group" : "voice",
  };
}

/** Ids of a mention: the members of a group, else the actor alone. */
export function membersOf(mention: ActorMention): readonly string[] {
  if (mention.actors.length > 0) return mention.actors;
  return mention.actor === null ? [] : [mention.actor];
}

/** “两人均表示”: the two persons whom the sentence has named. */
export function twoBefore(document: Document, range: Range): readonly string[] {
  const named = mentionsIn(document, range).flatMap((mention) =>
    mention.type === "person" ? membersOf(mention) : [],
  );
  const two = [...new Set(named)];
  return two.length === 2 ? two : [];
}
