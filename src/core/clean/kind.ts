import type { DocumentKind } from "../document.ts";
import { isOpinionated, officialByText } from "./kind-by-text.ts";
import { inferred, type ReadKind } from "./read-kind.ts";
import type { Found } from "./sheet.ts";
import { isOpinionLabel } from "./title.ts";

/** What the kind of a document is judged by. */
export interface KindEvidence {
  /** Kind or genre that front matter gives. */
  readonly given: Found | null;
  /** Label before the title. */
  readonly label: Found | null;
  /** Sections that markup puts the page in. */
  readonly sections: readonly Found[];
  readonly title: Found | null;
  readonly urls: readonly Found[];
  /** It is the account of a side. */
  readonly official: boolean;
  /** Kind of the outlet (`presidency`, `think-tank` …), where known. */
  readonly outletKind: string | null;
  readonly text: string;
  /** A standfirst says that somebody argues. */
  readonly standfirstByline: boolean;
}

/** A rule that tells the kind from the title. */
interface TitleRule {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly pattern: RegExp;
  /** Stricter form for pages of the press and of unknown outlets; `null`: the rule does not hold there. */
  readonly press: RegExp | null;
  readonly example: string;
  readonly source: string;
}

const source = "titles of presidencies, ministries and agencies";

/** Tried in order; the first that matches counts. */
const titleRules: readonly TitleRule[] = [
  {
    id: "kind/report-of-joint-statement",
    kind: "report",
    pattern: /(?:发表|發表|签署|通过).{0,40}(?:联合声明|聯合聲明|联合公报)$/u,
    press: null,
    example: "五国领导人发表联合声明",
    source,
  },
  {
    id: "kind/joint-statement",
    kind: "joint-statement",
    pattern:
      /^(?:[\p{L}-]+ ){1,3}(?:leaders['’] |political )?(?:declaration|communiqu[eé]) (?:of|by|from) (?:the )?(?:\p{L}+ ){0,3}(?:council|heads|leaders|summit|meeting|members?|states|conference)|\bjoint (?:[\p{L}-]+ ){0,3}(?:statement|communiqu[eé]|declaration|press statement|readout|vision)\b|\bleaders[’'] (?:joint )?(?:statement|declaration)\b|\bsummit (?:communiqu[eé]|declaration)\b|^[\p{Lu}][\p{L}-]+(?: [\p{Lu}][\p{L}-]+)? (?:declaration|communiqu[eé])$|совместн\p{L}+ (?:[\p{L}-]+ )?(?:заявлени|декларац|коммюнике)|联合(?:声明|公报|宣言|新闻公报)|聯合(?:聲明|公報)|宣言$/iu,
    press:
      /^(?:(?:[\p{L}-]+ ){1,3}(?:leaders['’] |political )?(?:declaration|communiqu[eé]) (?:of|by|from) (?:the )?(?:\p{L}+ ){0,3}(?:council|heads|leaders|summit|meeting|members?|states|conference)|full text|text of|joint|совместн\p{L}+ (?:заявление|декларация|коммюнике)|.{0,40}联合(?:声明|公报)$)(?!\p{L})/iu,
    example: "Joint Statement of the Leaders of …",
    source,
  },
  {
    id: "kind/briefing",
    kind: "briefing",
    pattern:
      /\b(?:press (?:briefing|gaggle|conference|call|availability|q&a)|news conference|(?:background|on-the-record) (?:press )?(?:call|briefing)|briefing by|(?:regular|daily|weekly) (?:press )?(?:conference|briefing)|remarks to the press|department press briefing|media (?:availability|briefing))\b|例行记者会|记者会|答记者问|新闻发布会|брифинг|пресс-конференци|ответ\p{L}* на вопросы/iu,
    press:
      /\bby (?:press secretary|senior|a senior)\b|例行记者会|^(?:transcript|full transcript)\b/iu,
    example: "Press Briefing by …",
    source,
  },
  {
    id: "kind/readout",
    kind: "readout",
    pattern: /\bread-?outs?\b/iu,
    press: /^readout of\b/iu,
    example: "Readout of the President's Call with …",
    source,
  },
  {
    id: "kind/statement-on-meeting",
    kind: "readout",
    pattern:
      /^statement (?:by|from) .{3,120} on .{0,80}(?:call|meeting|talks|conversation|engagement|visit)s? (?:with|to|by|between)\b/iu,
    press: null,
    example: "Statement by Spokesperson … on the Minister's Meeting with …",
    source,
  },
  {
    id: "kind/act",
    kind: "other",
    pattern:
      /^(?:fact sheet|executive order|proclamation|memorandum|notice|nominations?|message to (?:the )?congress|greetings|congratulations?|condolences|telegram|birthday)\b|\bapproves .{3,80} declaration\b|^(?:указ|распоряжени|поздравлени|соболезновани|телеграмм|приветстви|объявлены лауреаты|федеральный закон|подписан)|\bназначен\p{L}*\b|致贺(?:电|信)|慰问电|任免/iu,
    press: null,
    example: "Greetings on the anniversary of …",
    source,
  },
  {
    id: "kind/remarks",
    kind: "remarks",
    pattern:
      /^(?:remarks|speech|address|statement|interview|article|essay|op-?ed|toasts?|message|video (?:message|address)|keynote)\b(?: (?:by|of|at|with|from|to|in|on|for)\b)?|\b(?:opening|closing|introductory) (?:remarks|statement|speech)\b|\btoasts?\b|\b(?:address|speech) (?:by|of|to)\b|在.{2,60}(?:上的|的)(?:重要)?(?:讲话|致辞|演讲)|(?:讲话|致辞|演讲)[（(]?全文|署名文章|书面讲话|^(?:выступлени|обращени|интервью|статья|заявлени)|заявлени\p{L}* для (?:СМИ|прессы)/iu,
    press: null,
    example: "Remarks by President …",
    source,
  },
  {
    id: "kind/readout-title",
    kind: "readout",
    pattern:
      /\b(?:(?:tele)?phone (?:call|conversation)s?|conversations?|calls?|talks?|meetings?|meets?|met|spoke|speaks|summit|visits?|visited|video ?conference|negotiations|received?s?|hosts?|hosted|held|holds|session|consultations|dialogue|discussed)\b|телефонн\p{L}+ разговор|переговор|встреч|саммит|визит|бесед|заседани|совещани|консультаци|通(?:电)?话|視頻|视频(?:会晤|会议|通话)|会见|会谈|会晤|會見|會談|會晤|峰会|访问|訪問|出席|会议|磋商|对话/iu,
    press: null,
    example: "Telephone conversation with …",
    source,
  },
];

const opinionAddress =
  /\/(?:opinions?|comment(?:ary|isfree)?|op-?eds?|views?|viewpoints?|editorials?|blogs?|columns?|columnists?|analysis|meinung|kommentare?|tribunes?|idees|debats?|opinion-?\w*|mneni\w*|kolonk\w*|pinglun|guandian|shelun|perspectives?)\//i;
const opinionSection =
  /^(?:opinions?|opinión|opinião|opinioni|comment(?:ary|isfree|is free)?|editorials?|op-?eds?|views?|analysis|perspectives?|columns?|columnists?|meinung|kommentar(?:e)?|leitartikel|gastbeitrag|gastkommentar|tribunes?|idées|débats|commenti|мнени[ея]|колонк[аи]|комментарии|评论|社评|社論|观点|理论|オピニオン|社説)$/iu;

/** Names of kinds that front matter uses. */
const givenKinds: ReadonlyMap<string, DocumentKind> = new Map<string, DocumentKind>([
  ["readout", "readout"],
  ["joint-statement", "joint-statement"],
  ["joint statement", "joint-statement"],
  ["communique", "joint-statement"],
  ["declaration", "joint-statement"],
  ["remarks", "remarks"],
  ["speech", "remarks"],
  ["statement", "remarks"],
  ["interview", "remarks"],
  ["briefing", "briefing"],
  ["press-briefing", "briefing"],
  ["press briefing", "briefing"],
  ["report", "report"],
  ["news", "report"],
  ["opinion", "opinion"],
  ["commentary", "opinion"],
  ["analysis", "opinion"],
  ["editorial", "opinion"],
  ["other", "other"],
]);

/** Kind of a document by its evidence: metadata, label, section, title, address, manner of the text. */
export function kindOf(evidence: KindEvidence): ReadKind {
  const { given, label, title } = evidence;
  const named = given === null ? undefined : givenKinds.get(given.value.toLowerCase());
  if (given !== null && named !== undefined) return { kind: named, found: given };
  if (label !== null && isOpinionLabel(label.value)) return { kind: "opinion", found: label };
  const labelled = label === null ? undefined : givenKinds.get(label.value.toLowerCase());
  if (evidence.official && label !== null && labelled !== undefined)
    return { kind: labelled, found: label };
  const byTitle = title === null ? null : kindOfTitle(title, evidence.official);
  if (byTitle !== null) return byTitle;
  if (evidence.official) return officialByText(evidence.text);
  const section = evidence.sections.find(({ value }) =>
    value.split(/[,;|/]/u).some((part) => opinionSection.test(part.trim())),
  );
  if (section !== undefined) return { kind: "opinion", found: section };
  const address = evidence.urls.find(({ value }) => opinionAddress.test(value));
  if (address !== undefined)
    return { kind: "opinion", found: { ...address, rule: "kind/opinion-address" } };
  if (evidence.outletKind === "think-tank") return inferred("opinion", "kind/think-tank");
  if (evidence.standfirstByline) return inferred("opinion", "kind/standfirst-argues");
  return isOpinionated(evidence.text)
    ? inferred("opinion", "kind/own-voice")
    : inferred("report", "kind/no-sign-of-another");
}

function kindOfTitle(title: Found, official: boolean): ReadKind | null {
  for (const { id, kind, pattern, press } of titleRules) {
    if (!pattern.test(title.value)) continue;
    if (!official && (press === null || !press.test(title.value))) continue;
    return { kind, found: { ...title, rule: id } };
  }
  return null;
}
