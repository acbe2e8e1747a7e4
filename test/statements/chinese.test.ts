import { describe, expect, test } from "vitest";
import { readAccount } from "../support/read-text.ts";
import { shownStatements } from "./marked.ts";

const call = "习近平同普京通电话\n\n国家主席习近平同俄罗斯总统普京通电话。";

function account(...paragraphs: string[]): string[] {
  return shownStatements(readAccount("cctv", "2022-03-01", [call, ...paragraphs].join("\n\n")));
}

describe("statements in Chinese accounts", () => {
  test.each<[string, string[], string[]]>([
    [
      "content runs on to the end of the paragraph",
      ["习近平指出，北运河关系两岸民生。双方要尽快修好船闸。中方愿提供帮助。"],
      ["习近平 | CHN:xi-jinping | 指出 | 北运河关系两岸民生。双方要尽快修好船闸。中方愿提供帮助"],
    ],
    [
      "a topic whose last word ends in 作",
      ["习近平和普京就船闸合作交换意见。"],
      ["习近平和普京 | CHN:xi-jinping+RUS:vladimir-putin | 交换意见 | 船闸合作"],
    ],
    ["in a paper, not what it says", ["克里姆林宫通报中也只字未提船闸。"], []],
    [
      "until the next speaker of the paragraph",
      ["习近平强调，船闸应当开放。普京表示，俄方支持这一主张。"],
      [
        "习近平 | CHN:xi-jinping | 强调 | 船闸应当开放",
        "普京 | RUS:vladimir-putin | 表示 | 俄方支持这一主张",
      ],
    ],
    [
      "a speech goes on over paragraphs",
      [
        "习近平就北运河船闸的修复和开放提出两点建议。",
        "第一，我们要修好船闸，让各国船只早日顺利通行。",
        "第二，应该开放码头，让两岸人民从中受益。",
      ],
      [
        "习近平 | CHN:xi-jinping | 提出 | 两点建议 … 第一，我们要修好船闸，让各国船只早日顺利通行 … 第二，应该开放码头，让两岸人民从中受益",
      ],
    ],
    [
      "a speaker whom no table knows ends the speech before",
      [
        "习近平指出，我们要修好北运河的船闸，让船只顺利通行。",
        "运河工程总设计师吴岸表示，我们将在春季之前修好全部船闸。",
      ],
      [
        "习近平 | CHN:xi-jinping | 指出 | 我们要修好北运河的船闸，让船只顺利通行",
        "运河工程总设计师吴岸 |  | 表示 | 我们将在春季之前修好全部船闸",
      ],
    ],
    [
      "a group that greets goes on to agree",
      ["双方互致新春问候，同意年内开放船闸。"],
      ["双方 | CHN+RUS | 同意 | 年内开放船闸"],
    ],
    [
      "what happened is no speech",
      ["习近平指出，船闸应当开放。", "会谈后，普京为习近平举行宴会。"],
      ["习近平 | CHN:xi-jinping | 指出 | 船闸应当开放"],
    ],
    [
      "left-out subjects share the speaker",
      ["普京介绍了运河的情况，表示船闸已经修好。"],
      [
        "普京 | RUS:vladimir-putin | 介绍了 | 运河的情况",
        "普京 | RUS:vladimir-putin | 表示 | 船闸已经修好",
      ],
    ],
    [
      "what both agree",
      ["双方一致认为，船闸十分重要，同意继续磋商，责成有关部门落实。"],
      [
        "双方 | CHN+RUS | 认为 | 船闸十分重要",
        "双方 | CHN+RUS | 同意 | 继续磋商",
        "双方 | CHN+RUS | 责成 | 有关部门落实",
      ],
    ],
    [
      "what they talked about",
      ["两国元首就北运河问题深入交换了意见。"],
      ["两国元首 | CHN:xi-jinping+RUS:vladimir-putin | 交换了意见 | 北运河问题"],
    ],
    [
      "thanks and wishes",
      ["普京对中方修复船闸表示衷心感谢，向习近平表示祝贺。"],
      [
        "普京 | RUS:vladimir-putin | 表示衷心感谢 | 中方修复船闸",
        "普京 | RUS:vladimir-putin | 表示祝贺 | 祝贺",
      ],
    ],
    [
      "negated",
      ["普京没有同意在春季之前开放北运河上的三座船闸。"],
      ["普京 | RUS:vladimir-putin | !同意 | 在春季之前开放北运河上的三座船闸"],
    ],
    ["a name in a longer phrase is no speaker", ["习近平的讲话受到欢迎。"], []],
    ["説 in other words", ["普京的说法和称号没有变化。", "运河说明书已经印好。"], []],
  ])("%s", (_name, paragraphs, expected) => {
    expect(account(...paragraphs)).toEqual(expected);
  });

  test("traditional characters", () => {
    const text =
      "習近平同普京通電話\n\n國家主席習近平同俄羅斯總統普京通電話。\n\n習近平強調，船閘應當開放。普京指出，俄方將提供協助。";
    expect(shownStatements(readAccount("cctv", "2022-03-01", text))).toEqual([
      "習近平 | CHN:xi-jinping | 強調 | 船閘應當開放",
      "普京 | RUS:vladimir-putin | 指出 | 俄方將提供協助",
    ]);
  });

  test("by the account of whoever published it", () => {
    const document = readAccount("cctv", "2022-03-01", `${call}\n\n普京表示，船闸应当开放。`);
    expect(document.layers.statements[0]?.account.map((link) => [link.actor, link.role])).toEqual([
      ["CHN:cctv", "readout"],
    ]);
  });
});
