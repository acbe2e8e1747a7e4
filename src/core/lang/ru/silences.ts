import { mentionsIn } from "../../actors/lookup.ts";
import type { Context } from "../../context.ts";
import type { Document, Range } from "../../document.ts";
import type { Silence } from "../../records.ts";
import {
  clauseAfter,
  findSilencesWith,
  membersOf,
  type Hit,
  type SilenceGrammar,
} from "../../silences/find-silences.ts";
import type { Found } from "../pack.ts";
import { russianSilenceRules } from "./silence-rules.ts";
import { inBody } from "./statement-sources.ts";
import { subjectReader, type SubjectReader } from "./statement-subjects.ts";

const signs =
  /(?<![а-я])(?:не|ни|нет|без|умолч|умалчив|промолч|отмолч|замалчив|молч|обош|обход|хран|сохран|избега|избеж|избегн|воздерж|отказ|уклон|уш[лe]|уше|отсутств|упомина|опусти|убра|исключ|остав|комментар|ссылк|фраз|формулиров|слов)/u;

const clauseEnd =
  /[;:?!—–]|[.](?=\s|$)|,(?=\s)|\s(?:но|однако|хотя|а|и (?:не|он|она|они|также)|при этом|пока|потому)\s|\s(?:в|во|на)\s(?:(?:своем|своей|его|ее|их|этом|этой|ходе|рамках|время|официальном|совместном)\s)+(?:выступлени|речи|заявлени|сообщени|встреч|переговор|пресс-конференци|интервью|статье|беседы|разговора)|\s(?:молчанием|стороной|по имени|поименно|напрямую)(?![а-я])|\s(?:отсутству\p{L}+|отсутствовал\p{L}?|исчез\p{L}*|пропал\p{L}?|нет)(?![а-я])/u;

const filler =
  /^(?:\s?(?:стороной|молчанием))?(?:,\s(?=(?:когда|где|кто|кого|как(?:им|ой|ая|ие|ов|ую|их)?|почему|зачем|сколько|чем|о чем|на каких|\p{L}+ ли)(?!\p{L})))?\s*(?:ни\s+)?(?:(?:о|об|обо|про|по поводу|насчет|относительно|на|от)\s+)?(?:(?:том|то),\s)?/u;

/** Texts that speak for somebody, without their endings. */
const texts =
  /(?<![\p{L}])(?:заявлени|сообщени|коммюнике|пресс-релиз|релиз|деклараци|документ|текст|речи|речь|выступлени|послани|стенограмм|отчет|резолюци|публикаци|стать|верси|соглашени|итогов)\p{L}*/gu;

/** Reported silences of a Russian document. */
export function findSilences(document: Document, context: Context): Found<Silence> {
  const text = document.text.toLowerCase().replaceAll("ё", "е");
  const subjects = subjectReader(document, context);
  const grammar: SilenceGrammar = {
    rules: russianSilenceRules,
    signs,
    elides: true,
    byName: /по имени|поименно|не назвав|не называя|(?:имен|фамили\p{L}+)(?!\p{L})/u,
    silentOf: (hit) => silentOf(document, text, subjects, hit),
    topicOf: (hit) => topicOf(text, hit),
  };
  // A text that changes its length in lower case can't be compared place by place.
  return text.length === document.text.length
    ? findSilencesWith(document, text, grammar)
    : { found: [], diagnostics: [] };
}

/** Who is silent; `null` for what the speaker says of himself, asks or demands. */
function silentOf(
  document: Document,
  text: string,
  subjects: SubjectReader,
  hit: Hit,
): readonly string[] | null {
  const before = text.slice(hit.sentence.start, hit.start);
  if (
    /(?<![а-я])(?:я|мы|если|чтобы|бы|пусть|прошу|просим|давайте)(?:\s+[а-я]+){0,3}\s*$/u.test(
      before,
    )
  )
    return null;
  const words = text.slice(hit.sentence.start, hit.sentence.end).trimEnd();
  if (
    words.endsWith("?") &&
    !/(?<![а-я])(?:почему|отчего|зачем|по какой причине)(?![а-я])/u.test(words)
  )
    return null;
  const owner = ownerOfText(document, text, hit);
  if (hit.rule.silent === "text") return owner ?? [];
  const report = text.slice(hit.start, hit.end);
  const plural = /(?:ли|лись|ют|ат|ят)(?: [а-я]+)*$/u.test(firstVerb(report));
  const indefinite = plural ? openingBody(document, hit) : null;
  if (indefinite !== null) return indefinite.actors;
  const subject = gerund.test(report)
    ? subjects.first(hit.sentence)
    : joined.test(before)
      ? subjects.first({ start: hit.sentence.start, end: hit.start })
      : (subjects.before(hit.sentence, hit.start, plural) ??
        subjects.after(hit.sentence, hit.end) ??
        (plural ? null : subjects.before(hit.sentence, hit.start, true)));
  if (subject !== null) return subject.actors;
  const body = inBody(document, hit.sentence, hit);
  if (body !== null) return body.actors;
  return owner ?? [];
}

/** “В Кремле беседу не комментировали”: the body that opens the sentence. */
function openingBody(document: Document, hit: Hit): { readonly actors: readonly string[] } | null {
  const opened = /^В[о]?\s(?=\p{Lu})/u.exec(document.text.slice(hit.sentence.start, hit.start));
  if (opened === null) return null;
  const at = hit.sentence.start + opened[0].length;
  const mention = mentionsIn(document, { start: at, end: at + 1 })[0];
  if (mention === undefined) return null;
  const speaks =
    mention.type === "body" ||
    mention.how === "metonym" ||
    mention.rule.endsWith("residence-as-place");
  return speaks ? { actors: membersOf(mention) } : null;
}

/** Words that hang on another verb: their subject is the sentence's. */
const gerund = /^(?:без |не (?:[а-я]+ )*[а-я]+(?:[ая]я|[иаея]в|вшись|яв)(?![а-я])|не вда|избегая)/u;

/** The subject of the clause before goes on: “…, но отказался”. */
const joined = /(?:,\s(?:но|однако|хотя|и|а)|\sи)\s(?:при этом |также |так и |пока |тоже )?$/u;

function firstVerb(words: string): string {
  return /[а-я]+(?:л|ла|ло|ли|лся|лась|лись|ет|ют|ит|ят|ат)(?![а-я])/u.exec(words)?.[0] ?? "";
}

/** “в сообщении Кремля”: whose text says nothing; `null` where no text is spoken of. */
function ownerOfText(document: Document, text: string, hit: Hit): readonly string[] | null {
  const sentence = text.slice(hit.sentence.start, hit.sentence.end);
  for (const match of sentence.matchAll(texts)) {
    const start = hit.sentence.start + match.index;
    const end = Math.min(hit.sentence.end, start + match[0].length + 60);
    const stop = text.slice(start, end).search(/[,;:—–]|\sне(?![а-я])|\sнет(?![а-я])/u);
    const mention = mentionsIn(document, { start, end: stop === -1 ? end : start + stop }).find(
      (candidate) =>
        candidate.start >= start && (candidate.type !== "place" || candidate.how === "metonym"),
    );
    if (
      mention !== undefined &&
      /(?:^|\s)(?:во?|из|на|с)\s(?:[а-я-]+\s){0,3}$/u.test(
        text.slice(Math.max(hit.sentence.start, start - 60), start),
      )
    )
      return membersOf(mention);
    const adjective = mentionsIn(document, {
      start: Math.max(hit.sentence.start, start - 24),
      end: start,
    }).at(-1);
    if (adjective?.how === "demonym" && text.slice(adjective.end, start).trim() === "")
      return membersOf(adjective);
  }
  return null;
}

/** What is left unsaid. */
function topicOf(text: string, hit: Hit): Range | null {
  const after = clauseAfter(text, hit.end, hit.sentence.end, filler, clauseEnd);
  if (hit.rule.topic === "after")
    return after ?? aboutIn(text, { start: hit.sentence.start, end: hit.start });
  if (hit.rule.id.endsWith("no-talk-of")) {
    const talk = aboutIn(text, { start: hit.sentence.start, end: hit.start });
    if (talk !== null) return talk;
  }
  const words = text.slice(hit.sentence.start, hit.start);
  const clause = Math.max(
    words.lastIndexOf(", "),
    words.lastIndexOf(": "),
    words.lastIndexOf("; "),
  );
  const opened = words.slice(clause + 1);
  const subject =
    /^\s*(?:при этом|однако|но|а|также|[а-я]+но)?\s*(?!в |во |на |о |об |обо |про |из )([^,;:]{3,80}?)(?:\s(?:в|во|на)\s[^,;:]{3,60})?\s*$/u.exec(
      opened,
    );
  if (subject !== null) {
    const start = hit.sentence.start + clause + 1 + subject.index + subject[0].indexOf(subject[1]!);
    return { start, end: start + subject[1]!.length };
  }
  return (
    aboutIn(text, { start: hit.sentence.start, end: hit.start }) ??
    aboutIn(text, { start: hit.end, end: hit.sentence.end }) ??
    after
  );
}

/** “о санкциях”: what a stretch says it is about. */
function aboutIn(text: string, range: Range): Range | null {
  const match =
    /(?:^|\s)(?:о|об|обо|про)\s([^,;:.]{3,60}?)(?=\s(?:в|во|на|из|не|ни|ничего|нигде|никак)\s|\s(?:стороны|лидеры|президенты|министры|он|она|они|никто|речи)(?![а-я])|[,;:.]|\s*$)/u.exec(
      text.slice(range.start, range.end),
    );
  if (match === null) return null;
  const start = range.start + match.index + match[0].length - match[1]!.length;
  return { start, end: start + match[1]!.length };
}
