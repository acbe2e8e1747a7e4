import type { DocumentKind } from "../document.ts";

/** What the kind of a document is judged by. */
export interface KindEvidence {
  /** Kind, genre or section that metadata gives. */
  readonly given: string | null;
  readonly label: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly official: boolean;
  readonly text: string;
  readonly standfirstByline: boolean;
}

/** A rule that tells the kind from the title. */
interface TitleRule {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly pattern: RegExp;
  readonly example: string;
  /** Holds on official sites only. */
  readonly official: boolean;
}

const titleRules: readonly TitleRule[] = [
  {
    id: "kind/joint-statement",
    kind: "joint-statement",
    official: false,
    pattern:
      /\bjoint (?:\w+ )?(?:statement|communiqu[eé]|declaration|press statement)\b|\bleaders[’'] statement\b|совместн\p{L}+ (?:заявлени|декларац|коммюнике)|联合(?:声明|公报|宣言)|聯合(?:聲明|公報)/iu,
    example: "Joint Statement of the Leaders",
  },
  {
    id: "kind/report-of-joint-statement",
    kind: "report",
    official: true,
    pattern: /发表.{0,40}联合声明$/u,
    example: "五国领导人发表联合声明",
  },
  {
    id: "kind/briefing",
    kind: "briefing",
    official: false,
    pattern:
      /\b(?:press (?:briefing|gaggle|conference|call|availability)|background (?:press )?(?:call|briefing)|briefing by|press secretary .* regular|regular press conference|remarks to the press)\b|例行记者会|брифинг|пресс-конференци/iu,
    example: "Press Briefing by …",
  },
  {
    id: "kind/readout",
    kind: "readout",
    official: false,
    pattern: /\breadout\b|\bread-out\b/iu,
    example: "Readout of the President's Call with …",
  },
  {
    id: "kind/remarks",
    kind: "remarks",
    official: false,
    pattern:
      /^(?:remarks|speech|address|statement) (?:by|of|at)\b|\b(?:opening|closing) remarks\b|\btoasts?\b|讲话全文|致辞全文|выступлени\p{L}+ |обращени\p{L}+ /iu,
    example: "Remarks by President …",
  },
  {
    id: "kind/readout-title",
    kind: "readout",
    official: true,
    pattern:
      /\b(?:(?:tele)?phone (?:call|conversation)|conversation|call|talks?|meeting|met|meets|spoke|summit|visit|video ?conference|negotiations)\b|телефонн\p{L}+ разговор|переговор|встреч|саммит|визит|беседа|通电话|视频会晤|会见|会谈|会晤|峰会|通话|访问|出席|会议/iu,
    example: "Telephone conversation with …",
  },
];

const opinionUrl =
  /\/(?:opinions?|comment(?:ary|isfree)?|op-?eds?|views?|editorials?|blogs?|columns?|analysis)\//i;

/** Names of kinds that front matter uses. */
const givenKinds: ReadonlyMap<string, DocumentKind> = new Map<string, DocumentKind>([
  ["readout", "readout"],
  ["joint-statement", "joint-statement"],
  ["joint statement", "joint-statement"],
  ["remarks", "remarks"],
  ["speech", "remarks"],
  ["briefing", "briefing"],
  ["report", "report"],
  ["news", "report"],
  ["article", "report"],
  ["opinion", "opinion"],
  ["commentary", "opinion"],
  ["analysis", "opinion"],
  ["other", "other"],
]);

/** Kind of a document by its evidence: metadata, title words, section label, address, manner. */
export function kindOf(evidence: KindEvidence): DocumentKind {
  const given = evidence.given === null ? undefined : givenKinds.get(evidence.given.toLowerCase());
  if (given !== undefined) return given;
  const title = evidence.title ?? "";
  if (
    /^(?:opinion|comment(?:ary)?|editorial|мнение|评论|观点|analysis)$/i.test(evidence.label ?? "")
  )
    return "opinion";
  for (const rule of titleRules) {
    if (rule.official && !evidence.official) continue;
    if (
      !evidence.official &&
      rule.kind !== "joint-statement" &&
      rule.kind !== "readout" &&
      rule.kind !== "briefing"
    )
      continue;
    if (
      !evidence.official &&
      rule.kind === "joint-statement" &&
      !/^(?:full text|joint)\b/i.test(title)
    )
      continue;
    if (!evidence.official && rule.kind === "readout" && !/^readout of\b/i.test(title)) continue;
    if (
      !evidence.official &&
      rule.kind === "briefing" &&
      !/\bby (?:press secretary|senior|a senior)\b/i.test(title)
    )
      continue;
    if (rule.pattern.test(title)) return rule.kind;
  }
  if (evidence.official)
    return /\b(?:Q|Question):?\s/u.test(evidence.text.slice(0, 3000))
      ? "briefing"
      : officialByText(evidence.text);
  if (opinionUrl.test(evidence.url ?? "") || evidence.standfirstByline) return "opinion";
  return isOpinionated(evidence.text) ? "opinion" : "report";
}

function officialByText(text: string): DocumentKind {
  return /(?:spoke|met|held talks|telephone conversation|通电话|会见|会谈|провёл переговоры|состоялся телефонный)/iu.test(
    text.slice(0, 800),
  )
    ? "readout"
    : "other";
}

/** First person of the author, or advice to the reader's side, outside quotation marks, makes a text an opinion. */
function isOpinionated(text: string): boolean {
  const own = text.replace(/[“"][^”"]{0,2000}[”"]/gu, " ");
  if (
    /\b(?:I|in my view|I['’](?:ve|m|d))\b(?!\.)\s+(?:have|do|am|think|believe|argue|would|don['’]t|share|suspect|suggest|was|can|doubt)/u.test(
      own,
    )
  )
    return true;
  const advice =
    own.match(
      /\b(?:the West|Europe|Washington|policymakers|we|one|leaders|governments?|it is important to)\b[^.]{0,60}\b(?:should|must|ought to|need to|cannot afford)\b|\bit is important to\b/giu,
    )?.length ?? 0;
  const said = own.match(/\b(?:said|told|according to|added)\b/giu)?.length ?? 0;
  return advice >= 2 && said <= advice * 2;
}
