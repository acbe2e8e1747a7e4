import { describe, expect, test } from "vitest";
import type { Document, Language } from "../../src/core/document.ts";
import { emptyLayers } from "../../src/core/document.ts";
import {
  ancestorsOf,
  annotatePhrases,
  annotateTopics,
  attributeForms,
  patternRows,
} from "../../src/core/phrases/annotate.ts";
import { parsePattern } from "../../src/core/phrases/pattern.ts";
import type { Statement } from "../../src/core/records.ts";
import { valueOf, valuesOf } from "../../src/core/tsv.ts";
import { loadContext } from "../../src/resources/load.ts";

const context = loadContext();
const topics = context.rows("knowledge/topics");
const phrases = context.rows("knowledge/phrases");
const languages: readonly Language[] = ["en", "zh", "ru"];
const domains = new Set(
  (
    "political-diplomatic military-security economic-trade-finance energy-resources technology-space legal " +
    "territory humanitarian-health rights-society people-culture-media"
  ).split(" "),
);

function aDocument(text: string, language: string, party: string | null = null): Document {
  return {
    id: "d",
    path: "-",
    sha256: "",
    mediaType: "text/plain",
    language,
    kind: "readout",
    party,
    issuer: null,
    url: null,
    title: null,
    subtitle: null,
    outlet: null,
    byline: [],
    published: { value: null, earliest: null, latest: null, basis: null },
    keyPoints: [],
    captions: [],
    text,
    blocks: [],
    dropped: [],
    offsets: {} as Document["offsets"],
    layers: emptyLayers,
    diagnostics: [],
  };
}

/** What the tables find, as `id: quote`. */
function found(stage: "topics" | "phrases", text: string, language: string): string[] {
  const run = stage === "topics" ? annotateTopics : annotatePhrases;
  const { layers } = run(aDocument(text, language), context);
  return layers[stage].map(({ id, start, end }) => `${id}: ${text.slice(start, end)}`);
}

describe.each([
  ["topics", topics],
  ["phrases", phrases],
] as const)("knowledge/%s", (_name, rows) => {
  test("has 300 rows and more, with distinct ids and known domains", () => {
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect(new Set(rows.map((row) => row["id"])).size).toBe(rows.length);
    expect(rows.filter((row) => !domains.has(row["domain"] ?? "")).map((row) => row["id"])).toEqual(
      [],
    );
    expect(rows.filter((row) => valueOf(row, "label") === null)).toEqual([]);
    expect(rows.filter((row) => valueOf(row, "source") === null)).toEqual([]);
  });
  test("has patterns that can be read, in at least one language", () => {
    for (const row of patternRows(rows)) {
      const forms = languages.flatMap((language) =>
        row.forms[language].map((pattern) => parsePattern(pattern, language)),
      );
      expect({ id: row.id, some: forms.length > 0 }).toEqual({ id: row.id, some: true });
    }
  });
});

test("parents and wording scales name rows that exist", () => {
  const topicIds = new Set(topics.map((row) => row["id"]));
  const phraseIds = new Set(phrases.map((row) => row["id"]));
  expect(
    topics.flatMap((row) => valuesOf(row, "parent")).filter((id) => !topicIds.has(id)),
  ).toEqual([]);
  const scaled = phrases.flatMap((row) => [
    ...valuesOf(row, "weaker"),
    ...valuesOf(row, "stronger"),
  ]);
  expect(scaled.filter((id) => !phraseIds.has(id))).toEqual([]);
  const rungs = context.rows("knowledge/partnerships").map((row) => row["id"]);
  expect(rungs.filter((id) => !phraseIds.has(id))).toEqual([]);
});

test("no formulation belongs to two set phrases", () => {
  const owners = new Map<string, string>();
  const shared: string[] = [];
  for (const row of patternRows(phrases)) {
    for (const language of languages) {
      for (const pattern of row.forms[language]) {
        for (const atoms of parsePattern(pattern, language)) {
          const key = language + JSON.stringify(atoms);
          const owner = owners.get(key) ?? row.id;
          if (owner !== row.id) shared.push(`${pattern}: ${owner}, ${row.id}`);
          owners.set(key, owner);
        }
      }
    }
  }
  expect(shared).toEqual([]);
});

describe("set phrases", () => {
  test.each<[string, Language, string, string[]]>([
    [
      "longer formulation only",
      "zh",
      "阿尔瓦尼亚尊重核心利益和重大关切",
      ["core-interests-and-major-concerns: 核心利益和重大关切"],
    ],
    ["traditional characters", "zh", "雙方尊重彼此核心利益", ["core-interests: 核心利益"]],
    [
      "shorter formulation",
      "en",
      "Arvania will defend its core interests.",
      ["core-interests: core interests"],
    ],
    [
      "policy is not principle",
      "en",
      "They upheld the one-China policy.",
      ["one-china-policy: one-China policy"],
    ],
    [
      "principle",
      "en",
      "Arvania adheres to the One China principle.",
      ["one-china-principle: One China principle"],
    ],
    [
      "does not support",
      "zh",
      "阿尔瓦尼亚不支持“台独”。",
      ["not-support-taiwan-independence: 不支持“台独”"],
    ],
    ["opposes", "zh", "阿尔瓦尼亚坚决反对“台独”。", ["oppose-taiwan-independence: 坚决反对“台独”"]],
    [
      "declined",
      "ru",
      "Стороны исходят из неделимости безопасности.",
      ["indivisible-security: неделимости безопасности"],
    ],
    [
      "operation",
      "ru",
      "в ходе специальной военной операции",
      ["special-military-operation: специальной военной операции"],
    ],
    [
      "as long as it takes",
      "en",
      "We stand ready for as long as it takes.",
      ["as-long-as-it-takes: for as long as it takes"],
    ],
    [
      "no limits",
      "zh",
      "两国合作没有止境，没有禁区。",
      ["no-limits: 没有止境", "no-forbidden-zones: 没有禁区"],
    ],
    ["money without limits is none", "en", "There are no limits on funding for schools.", []],
    [
      "ordinary words",
      "en",
      "The delegates took the interests of farmers to the core of the talks.",
      [],
    ],
  ])("%s", (_name, language, text, expected) => {
    expect(found("phrases", text, language)).toEqual(expected);
  });
});

describe("topics", () => {
  test.each<[string, Language, string, string[]]>([
    [
      "military ties",
      "en",
      "Military and defence ties were touched upon.",
      ["military-ties: Military and defence ties"],
    ],
    [
      "military-technical",
      "ru",
      "обсудили военно-техническое сотрудничество",
      ["military-ties: военно-техническое"],
    ],
    [
      "sanctions and their kind",
      "en",
      "the illegitimate sanctions",
      ["illegitimate-sanctions: illegitimate sanctions", "sanctions: sanctions"],
    ],
    ["strait and island", "zh", "维护台海和平稳定", ["taiwan-strait: 台海", "taiwan: 台海"]],
    [
      "energy without health",
      "en",
      "cooperation in energy and agriculture",
      ["energy: energy", "agriculture: agriculture"],
    ],
    ["WHO but not who", "en", "Those who met the WHO envoy", ["global-health: WHO"]],
    ["human rights", "zh", "应尊重人权，他人权利亦然", ["human-rights: 人权"]],
    ["gas but no newspaper", "ru", "Газета пишет о поставках газа", ["gas: газа"]],
    ["the ministry is not interference", "ru", "Министерство внутренних дел", []],
    ["Cold War as a period", "en", "since the Cold War", []],
    ["ordinary cooperation", "en", "The two sides agreed to deepen cooperation.", []],
  ])("%s", (_name, language, text, expected) => {
    expect(found("topics", text, language)).toEqual(expected);
  });
  test("knows what is above a topic", () => {
    expect(ancestorsOf(context, "taiwan-arms")).toEqual(["taiwan"]);
    expect(ancestorsOf(context, "no-such-topic")).toEqual([]);
  });
});

describe("attributeForms", () => {
  const text =
    "Orlov said that sanctions hurt trade ties, while Brand noted that oil was cheap. Taiwan was named.";
  const statement = (content: string, actors: string[]): Statement => {
    const start = text.indexOf(content);
    const range = { start, end: start + content.length };
    return {
      ...range,
      source: null,
      actors,
      cue: null,
      cueLemma: null,
      cueClass: null,
      content: [range],
      form: "indirect",
      polarity: "affirmed",
      hedged: false,
      account: [],
      encounter: null,
      rule: "test",
    };
  };
  const statements = [
    statement("sanctions hurt trade ties, while Brand noted that oil was cheap", ["AAA:orlov"]),
    statement("oil was cheap", ["BBB:brand", "AAA:orlov"]),
  ];
  const speakers = (party: string | null): [string, string | null, string | null][] => {
    const document = annotateTopics(aDocument(text, "en", party), context);
    const layers = { ...document.layers, statements };
    return attributeForms({ ...document, layers }).layers.topics.map((topic) => [
      topic.id,
      topic.speaker,
      topic.party,
    ]);
  };
  test("in the press the party is the speaker's; several speakers stay open", () => {
    expect(speakers(null)).toEqual([
      ["sanctions", "AAA:orlov", "AAA"],
      ["trade", "AAA:orlov", "AAA"],
      ["oil", null, null],
      ["taiwan", null, null],
    ]);
  });
  test("in an account the party is the document's", () => {
    expect(speakers("BBB").map(([, , party]) => party)).toEqual(["BBB", "BBB", "BBB", "BBB"]);
  });
});
