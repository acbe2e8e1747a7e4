import { describe, expect, test } from "vitest";
import { readText } from "../support/read-text.ts";

/** `class | silent | claimant | unsaid` of each reported silence. */
function silences(text: string): string[] {
  const { layers, text: clean } = readText(text);
  return layers.silences.map(
    ({ type, silent, claimant, topicRange }) =>
      `${type} | ${silent.join("+")} | ${claimant ?? "-"} | ${
        topicRange === null ? "-" : clean.slice(topicRange.start, topicRange.end)
      }`,
  );
}

const xi = "CHN:xi-jinping";
const putin = "RUS:vladimir-putin";

describe("silences reported in English", () => {
  test.each<[string, string, string[]]>([
    [
      "no mention",
      "President Putin made no mention of the northern canal in his speech on Monday.",
      [`omission | ${putin} | - | the northern canal`],
    ],
    [
      "who is quoted before, wherever else the words might hang",
      "“We have taken the first step on a long road,” President Xi Jinping said after the talks, without referring to the northern canal.",
      [`omission | ${xi} | - | the northern canal`],
    ],
    [
      "the unsaid behind a colon",
      "What is telling is what President Xi Jinping left out: the northern canal.",
      [`omission | ${xi} | - | the northern canal`],
    ],
    [
      "who spoke right before, not whom he spoke of",
      "President Xi Jinping said Russia was ready to talk but did not mention the northern canal.",
      [`omission | ${xi} | - | the northern canal`],
    ],
    [
      "somebody else says so",
      "President Putin noted that President Xi Jinping did not refer to the northern canal.",
      [`omission | ${xi} | ${putin} | the northern canal`],
    ],
    [
      "without",
      "President Xi Jinping called for calm, without mentioning the northern canal.",
      [`omission | ${xi} | - | the northern canal`],
    ],
    [
      "not by name",
      "President Putin criticised the blockade but did not mention France by name.",
      [`by-name | ${putin} | - | France`],
    ],
    [
      "stopped short",
      "President Putin stopped short of condemning the closure of the locks.",
      [`omission | ${putin} | - | the closure of the locks`],
    ],
    [
      "neither of two",
      "Neither Beijing nor Moscow has termed the canal treaty an alliance.",
      ["omission | CHN+RUS | - | the canal treaty an alliance"],
    ],
    [
      "nor did",
      "President Putin made no mention of the locks, nor did President Xi Jinping do so.",
      [`omission | ${putin} | - | the locks`, `omission | ${xi} | - | the locks`],
    ],
    [
      "the unsaid stands before",
      "The northern canal was not mentioned in the Kremlin’s statement.",
      ["omission | RUS:kremlin | - | The northern canal"],
    ],
    [
      "absent from a text",
      "The northern canal was notably absent from the Kremlin’s readout of the talks.",
      ["omission | RUS:kremlin | - | The northern canal"],
    ],
    [
      "a phrase not used",
      "President Xi Jinping praised “old friends”, but President Putin has not used that phrase.",
      [`omission | ${putin} | - | “old friends”`],
    ],
    [
      "a list left out",
      "President Xi Jinping praised the port but left out pilots, dredgers and lock keepers.",
      [`omission | ${xi} | - | pilots, dredgers and lock keepers`],
    ],
    [
      "refusal",
      "The Kremlin declined to comment on the closure of the locks.",
      ["refusal | RUS:kremlin | - | the closure of the locks"],
    ],
    [
      "not yet",
      "China has yet to offer the port any aid.",
      ["not-yet | CHN | - | the port any aid"],
    ],
    [
      "the subject behind another",
      "One of the points is that President Putin made no mention of the northern canal.",
      [`omission | ${putin} | - | the northern canal`],
    ],
    [
      "the subject before an insertion",
      "President Xi Jinping was milder towards the southern ports – which buy most of the grain – and stopped short of mentioning the northern canal.",
      [`omission | ${xi} | - | the northern canal`],
    ],
    [
      "who put the text out",
      "But the readout that was issued by the White House does not mention the northern canal.",
      ["omission | USA:white-house | - | the northern canal"],
    ],
    [
      "whose text, not what is unsaid",
      "In the readout that the Kremlin put out, there is no mention of the China locks.",
      ["omission | RUS:kremlin | - | the China locks"],
    ],
    ["nobody", "There was no mention of China.", ["omission |  | - | China"]],
    [
      "it is a text",
      "The Kremlin’s statement praised the ports. It did not mention the northern canal.",
      ["omission | RUS:kremlin | - | the northern canal"],
    ],
    [
      "the same ones once more",
      "President Putin did not mention the locks, nor did he do so later.",
      [`omission | ${putin} | - | the locks`],
    ],
    [
      "a predicate behind",
      "One port that President Putin did not mention in his speech was the old harbour.",
      [`omission | ${putin} | - | the old harbour`],
    ],
    [
      "of several points",
      "The closure of the locks was one of the points missing from the Kremlin’s version of the talks.",
      ["omission | RUS:kremlin | - | The closure of the locks"],
    ],
    ["pointing words", "President Putin did not mention it.", [`omission | ${putin} | - | -`]],
    [
      "what is missing is told by the words behind",
      "What is notably missing is that neither Beijing nor Moscow has termed the pact an alliance.",
      ["omission | CHN+RUS | - | the pact an alliance"],
    ],
    [
      "you in a transcript",
      "MR. PESKOV: Good afternoon. The port was opened on Monday by the harbour master.\n\nQ You didn’t mention the northern canal in your opening remarks.\n\nMR. PESKOV: That is right, and we will say more about it tomorrow.",
      ["omission | RUS:dmitry-peskov | - | the northern canal"],
    ],
    ["a road along the shore", "The road skirts the northern canal.", []],
    ["his own words are no report", "“I did not mention the canal,” President Putin said.", []],
    ["a condition", "If President Putin did not mention the canal, nobody will.", []],
    ["a question", "Did he know that she did not mention the canal?", []],
    ["anything in general", "Anything that was not mentioned in the treaty stays open.", []],
    ["fell short", "The talks fell short of mentioning a date that suits both.", []],
    ["left out in the cold", "Small ports feel left out of the canal treaty.", []],
    ["absent in person", "President Putin was conspicuously absent from the canal ceremony.", []],
    ["goes without saying", "It goes without saying that the canal is open.", []],
  ])("%s", (_name, text, expected) => {
    expect(silences(text)).toEqual(expected);
  });
});

describe("silences reported in Chinese", () => {
  test.each<[string, string, string[]]>([
    ["not a word about", "俄方通稿对北运河只字未提。", ["omission | RUS | - | 北运河"]],
    [
      "not a word, then what",
      "普京只字未提北运河的船闸。",
      [`omission | ${putin} | - | 北运河的船闸`],
    ],
    [
      "traditional characters",
      "白宮聲明並未提及北運河。",
      ["omission | USA:white-house | - | 北運河"],
    ],
    [
      "the unsaid stands before",
      "北运河在克里姆林宫的声明中没有被提及。",
      ["omission | RUS:kremlin | - | 北运河"],
    ],
    ["evaded", "普京刻意回避了北运河问题。", [`omission | ${putin} | - | 北运河问题`]],
    ["a word not used", "中方声明没有使用“封锁”一词。", ["omission | CHN | - | “封锁”"]],
    [
      "a text named in the sentence before",
      "欧盟发表的声明谈到了船闸。声明没有提及北运河。",
      ["omission | INT:eu | - | 北运河"],
    ],
    [
      "a post",
      "普京发文则说，双方讨论了粮食，而文中并未提及北运河。",
      [`omission | ${putin} | - | 北运河`],
    ],
    ["not by name", "习近平不点名批评沿岸国家。", [`by-name | ${xi} | - | 沿岸国家`]],
    ["refusal", "白宫拒绝就北运河置评。", ["refusal | USA:white-house | - | 北运河"]],
    [
      "whose silence, after in fact",
      "中方称美方重申了立场，但事实上美方并未提到北运河。",
      ["omission | USA | CHN | 北运河"],
    ],
    [
      "the unsaid at the head of the sentence",
      "至于北运河问题，俄方声明中并没有具体提及。",
      ["omission | RUS | - | 北运河"],
    ],
    [
      "a quotation with marks inside",
      "中方这次没有使用“应邀……访问”的说法。",
      ["omission | CHN | - | “应邀……访问”"],
    ],
    ["no such wording", "中方的声明中并没有这一表述。", ["omission | CHN | - | -"]],
    ["not yet", "北京至今没有谴责封锁。", ["not-yet | CHN | - | 封锁"]],
    ["silent on", "克里姆林宫对船闸事故保持沉默。", ["omission | RUS:kremlin | - | 船闸事故"]],
    ["never evades", "中方从不回避分歧。", []],
    ["his own words", "我们没有提到北运河。", []],
    ["a question", "中方是否未提及北运河？", []],
    ["to provide is not to mention", "俄方不提供船闸设备。", []],
  ])("%s", (_name, text, expected) => {
    expect(silences(text)).toEqual(expected);
  });
});

describe("silences reported in Russian", () => {
  test.each<[string, string, string[]]>([
    [
      "did not mention",
      "Владимир Путин не упомянул о северном канале.",
      [`omission | ${putin} | - | северном канале`],
    ],
    [
      "not a word",
      "Китайская сторона не сказала ни слова о шлюзах.",
      ["omission | CHN | - | шлюзах"],
    ],
    [
      "the unsaid stands before",
      "Северный канал в заявлении Кремля не упоминается.",
      ["omission | RUS:kremlin | - | Северный канал"],
    ],
    [
      "the unsaid before the subject",
      "О северном канале стороны не говорили.",
      ["omission |  | - | северном канале"],
    ],
    [
      "the clause before has the subject",
      "Владимир Путин подтвердил встречу, но отказался назвать сроки.",
      [`refusal | ${putin} | - | сроки`],
    ],
    [
      "the verb after its object",
      "Владимир Путин о северном канале не упомянул.",
      [`omission | ${putin} | - | северном канале`],
    ],
    ["nobody", "Этот план никто не упоминал.", ["omission |  | - | Этот план"]],
    [
      "none in a text",
      "В заявлении Белого дома нет упоминаний о канале.",
      ["omission | USA:white-house | - | канале"],
    ],
    [
      "a gerund",
      "Владимир Путин выступил за переговоры, не упоминая о канале.",
      [`omission | ${putin} | - | канале`],
    ],
    [
      "not by name",
      "Владимир Путин осудил блокаду, не называя Францию по имени.",
      [`by-name | ${putin} | - | Францию`],
    ],
    [
      "passed over",
      "Зеленский умолчал о шлюзах.",
      ["omission | UKR:volodymyr-zelenskyy | - | шлюзах"],
    ],
    [
      "when it stays open",
      "Песков не уточнил, когда откроется канал.",
      ["omission | RUS:dmitry-peskov | - | когда откроется канал"],
    ],
    [
      "refusal",
      "Песков отказался комментировать закрытие шлюзов.",
      ["refusal | RUS:dmitry-peskov | - | закрытие шлюзов"],
    ],
    [
      "not yet",
      "Белый дом пока не прокомментировал закрытие шлюзов.",
      ["not-yet | USA:white-house | - | закрытие шлюзов"],
    ],
    [
      "neither confirms nor denies",
      "Дмитрий Песков заявил, что не может ни подтвердить, ни опровергнуть закрытие канала.",
      ["refusal | RUS:dmitry-peskov | - | закрытие канала"],
    ],
    [
      "in a body",
      "В Кремле переговоры о канале пока не комментировали.",
      ["not-yet | RUS:kremlin | - | канале"],
    ],
    ["his own words", "Я не упомянул о канале.", []],
    ["a condition", "Если он не упомянул о канале, то зря.", []],
    ["a question", "Он не упомянул о канале?", []],
  ])("%s", (_name, text, expected) => {
    expect(silences(text)).toEqual(expected);
  });
});

test("spans of a silence hold its words and what is left unsaid", () => {
  const { text, layers } = readText("President Putin made no mention of the northern canal.");
  const [silence] = layers.silences;
  expect(text.slice(silence!.start, silence!.end)).toBe("made no mention of the northern canal");
});
