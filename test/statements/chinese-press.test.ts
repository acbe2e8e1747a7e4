import { describe, expect, test } from "vitest";
import { readAccount, readText } from "../support/read-text.ts";
import { shownStatements } from "./marked.ts";

const call = "习近平同普京通电话\n\n国家主席习近平同俄罗斯总统普京通电话。";

describe("statements in the Chinese press", () => {
  test.each<[string, string, string[]]>([
    [
      "a quotation after its speaker",
      "毛宁说：“我们希望船闸早日开放，也愿意继续谈判。”记者会随后结束。",
      ["毛宁 | CHN:mao-ning | 说 | “我们希望船闸早日开放，也愿意继续谈判。”"],
    ],
    [
      "a quotation before its speaker",
      "“我们希望船闸早日开放，”毛宁说，“也愿意继续谈判下去。”",
      ["毛宁 | CHN:mao-ning | 说 | “我们希望船闸早日开放，” … “也愿意继续谈判下去。”"],
    ],
    [
      "a medium passes it on",
      "据新华社报道，北运河船闸将于春季开放。",
      ["新华社 | CHN:xinhua | 报道 | 北运河船闸将于春季开放"],
    ],
    [
      "a side speaks, the other answers",
      "中方反对关闭船闸。美方表示，关闭只是暂时的。",
      ["中方 | CHN | 反对 | 关闭船闸", "美方 | USA | 表示 | 关闭只是暂时的"],
    ],
    ["terms in quotation marks are no speech", "“船闸问题”已经存在十年。", []],
  ])("%s", (_name, text, expected) => {
    expect(shownStatements(readText(text))).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    [
      "a speaker the tables do not know, after title and body",
      "北运河研究院院长吴思远在接受采访时认为，船闸应当开放。",
      ["北运河研究院院长吴思远 | new:吴思远 | 认为 | 船闸应当开放"],
    ],
    [
      "a foreign name after its title",
      "菲律宾国防部长埃尔德里奇称，船闸十分重要，并声称码头已经修好。",
      [
        "菲律宾国防部长埃尔德里奇 | new:埃尔德里奇 | 称 | 船闸十分重要",
        "菲律宾国防部长埃尔德里奇 | new:埃尔德里奇 | 声称 | 码头已经修好",
      ],
    ],
    [
      "a body the tables do not know",
      "船闸管理局回应表示，码头已经修好。",
      ["船闸管理局 |  | 回应表示 | 码头已经修好"],
    ],
    [
      "who speaks for a person is not the person",
      "斯塔默的发言人说，码头已经修好。",
      ["斯塔默的发言人 |  | 说 | 码头已经修好"],
    ],
    [
      "the page's own voice takes over in the next sentence",
      "石破茂称，船闸十分重要。通稿没有提到码头。",
      ["石破茂 | JPN:shigeru-ishiba | 称 | 船闸十分重要"],
    ],
    [
      "a quotation goes on with the speech",
      "林剑强调，船闸十分重要。“我们敦促各方尽快修好船闸。”",
      ["林剑 | CHN:lin-jian | 强调 | 船闸十分重要。“我们敦促各方尽快修好船闸。”"],
    ],
    [
      "an object ends where another speaker begins",
      "埃尔多安呼吁各方保持克制，卢拉未就此发表评论。",
      ["埃尔多安 | TUR:recep-tayyip-erdogan | 呼吁 | 各方保持克制"],
    ],
    [
      "what follows the attribution of a quotation is said as well",
      "“码头的话是说给船东听的。”毛宁说，各方误判了形势。",
      ["毛宁 | CHN:mao-ning | 说 | “码头的话是说给船东听的。” … 各方误判了形势"],
    ],
    [
      "a cue in the occasion is no cue",
      "古特雷斯在通报时警告说，运河正面临考验。",
      ["古特雷斯 | PRT:antonio-guterres | 警告说 | 运河正面临考验"],
    ],
    ["a noun that looks like a cue", "美方对码头的承诺“坚如磐石”。", []],
    [
      "told to somebody",
      "莱维特告诉记者，船闸将很快开放。",
      ["莱维特 | USA:karoline-leavitt | 告诉 | 船闸将很快开放"],
    ],
    [
      "feelings with other verbs",
      "双方对船闸事故深表关切。李强对关闭码头表达强烈不满。",
      ["双方 |  | 深表关切 | 船闸事故", "李强 | CHN:li-qiang | 表达强烈不满 | 关闭码头"],
    ],
    [
      "denied, with what is denied before it",
      "对于码头关闭的说法，毛宁予以否认，称码头一直开放。",
      [
        "毛宁 | CHN:mao-ning | 予以否认 | 码头关闭的说法",
        "毛宁 | CHN:mao-ning | 称 | 码头一直开放",
      ],
    ],
    [
      "as somebody said",
      "正如李显龙所说，“关闭船闸的结果将是灾难性的”。",
      ["李显龙 | SGP:lee-hsien-loong | 所说 | “关闭船闸的结果将是灾难性的”"],
    ],
    ["a refusal is no statement", "毛宁拒绝置评。", []],
    ["not mentioning is no statement", "毛宁没有提到船闸。", []],
    [
      "Taiwan's press: brackets, quotation marks, another speaker's verdict",
      "（中央社記者林一台北27日電）總統賴清德表示，「船閘絕不關閉」。他認為，碼頭應當開放。",
      [
        "總統賴清德 | TWN:lai-ching-te | 表示 | 「船閘絕不關閉」",
        "他 | TWN:lai-ching-te | 認為 | 碼頭應當開放",
      ],
    ],
    [
      "the first of two who met speaks",
      "俄罗斯总统普京与中国外长王毅举行会谈后说，北运河船闸明天就可以开放。",
      ["俄罗斯总统普京 | RUS:vladimir-putin | 说 | 北运河船闸明天就可以开放"],
    ],
    [
      "in answer to what",
      "中国外交部发言人毛宁回复本台查询时表示，北运河船闸即将开放。",
      ["中国外交部发言人毛宁 | CHN:mao-ning | 表示 | 北运河船闸即将开放"],
    ],
    ["no agreement", "各国外长未能就运河声明达成一致。", ["各国外长 |  | !达成一致 | 运河声明"]],
    ["a statement as a noun", "会议发表了联合声明，船闸随后开放。", []],
  ])("%s", (_name, text, expected) => {
    expect(shownStatements(readText(text))).toEqual(expected);
  });

  test("a text or agency that says what another says only passes it on", () => {
    const { layers } = readText("中国外交部发布的通稿说，习近平敦促各方修好船闸，并要求开放码头。");
    expect(layers.statements.map(({ actors, account }) => [actors, account[0]?.actor])).toEqual([
      [["CHN:xi-jinping"], "CHN:mfa"],
      [["CHN:xi-jinping"], "CHN:mfa"],
    ]);
  });

  test("an agency quotes an official: the official speaks", () => {
    const [statement] = readText("据路透社援引知情人士的话报道，船闸将于春季开放。").layers
      .statements;
    expect(statement?.actors).toEqual([]);
    expect(statement?.account[0]).toMatchObject({ actor: "GBR:reuters", quote: "路透社" });
  });

  test("hearsay is marked", () => {
    const [statement] = readText("据悉，毛宁表示，船闸将于春季开放。").layers.statements;
    expect(statement?.hedged).toBe(true);
  });

  test("an agency vouches for what somebody says", () => {
    const [statement] = readText("据新华社报道，习近平指出，船闸应当开放。").layers.statements;
    expect(statement?.actors).toEqual(["CHN:xi-jinping"]);
    expect(statement?.account[0]).toMatchObject({ actor: "CHN:xinhua", role: "agency" });
  });
});

describe("Chinese briefings, joint statements and whole texts", () => {
  test("a journalist's question tells what others said, by the medium's account", () => {
    const text =
      "路透社记者：德国总理朔尔茨11日表示，船闸应当开放。中方有何评论？\n\n毛宁：我们注意到有关表态。码头一直开放。";
    const document = readAccount("china-mfa", "2024-03-12", text);
    expect(shownStatements(document)).toEqual([
      "路透社记者 |  | - | 德国总理朔尔茨11日表示，船闸应当开放。中方有何评论？",
      "德国总理朔尔茨 | DEU:olaf-scholz | 表示 | 船闸应当开放",
      "毛宁 | CHN:mao-ning | - | 我们注意到有关表态。码头一直开放",
    ]);
    expect(document.layers.statements[1]?.account[0]?.actor).toBe("GBR:reuters");
  });

  test("articles of a joint statement", () => {
    const text =
      "中华人民共和国和俄罗斯联邦联合声明\n\n中华人民共和国和俄罗斯联邦（以下简称“双方”），声明如下：\n\n一、双方高度评价运河合作，指出船闸十分重要。\n\n二、双方愿继续合作，同意修好码头。";
    expect(shownStatements(readAccount("cctv", "2022-03-01", text))).toEqual([
      "双方 | CHN+RUS | 高度评价 | 运河合作",
      "双方 | CHN+RUS | 指出 | 船闸十分重要",
      "双方 | CHN+RUS | 愿 | 继续合作",
      "双方 | CHN+RUS | 同意 | 修好码头",
    ]);
  });

  test("an article given in full", () => {
    const text = `${call}\n\n习近平在《俄罗斯报》发表署名文章。文章如下：\n\n船闸应当开放。\n\n“忘记运河意味着背叛。”`;
    expect(shownStatements(readAccount("cctv", "2022-03-01", text))).toEqual([
      "习近平 | CHN:xi-jinping | - | 船闸应当开放 … “忘记运河意味着背叛。”",
    ]);
  });
});

describe("statements in the Chinese press", () => {
  const mao = "CHN:mao-ning";
  test.each<[string, string, string[]]>([
    [
      "commas of another keyboard",
      "“船闸将继续向各国船只开放。”外交部发言人毛宁说,中方希望运河早日修复。",
      [`外交部发言人毛宁 | ${mao} | 说 | “船闸将继续向各国船只开放。” … 中方希望运河早日修复`],
    ],
    [
      "the day in brackets",
      "外交部發言人毛寧今（5）日表示，船閘已經開放。",
      [`外交部發言人毛寧 | ${mao} | 表示 | 船閘已經開放`],
    ],
    [
      "a turn to another who says nothing",
      "习近平告诉普京，船闸十分重要，不过，普京发文则未提及船闸。",
      ["习近平 | CHN:xi-jinping | 告诉 | 船闸十分重要"],
    ],
    [
      "a text with a title is nobody",
      "普京的《北运河战略》提及，各国应当修好船闸。",
      ["普京的《北运河战略》 |  | 提及 | 各国应当修好船闸"],
    ],
    [
      "members of a body are not the body",
      "欧盟成员国外长表示，船闸应当开放。",
      ["欧盟成员国外长 |  | 表示 | 船闸应当开放"],
    ],
    [
      "he goes on",
      "毛宁提到，船闸十分重要。中方政策保持稳定。他又强调，码头一直开放。",
      [`毛宁 | ${mao} | 提到 | 船闸十分重要`, `他 | ${mao} | 强调 | 码头一直开放`],
    ],
    [
      "another takes his turn",
      "习近平表示，要修好船闸；普京则称愿开放码头。",
      [
        "习近平 | CHN:xi-jinping | 表示 | 要修好船闸",
        "普京 | RUS:vladimir-putin | 称 | 愿开放码头",
      ],
    ],
    [
      "the two",
      "习近平会见普京，两人就船闸达成共识，均表示要修好船闸。",
      [
        "两人 | CHN:xi-jinping+RUS:vladimir-putin | 达成共识 | 船闸",
        "两人 | CHN:xi-jinping+RUS:vladimir-putin | 表示 | 要修好船闸",
      ],
    ],
    [
      "he is who speaks in the sentence",
      "习近平会见普京，普京回忆指，船闸十分重要，他还强调，码头将恢复。",
      [
        "普京 | RUS:vladimir-putin | 回忆指 | 船闸十分重要",
        "他 | RUS:vladimir-putin | 强调 | 码头将恢复",
      ],
    ],
    [
      "one's own side further on",
      "毛宁表示，船闸十分重要。两岸是伙伴，中方愿开放码头。",
      [`毛宁 | ${mao} | 表示 | 船闸十分重要。两岸是伙伴，中方愿开放码头`],
    ],
    [
      "our ministry begins a new sentence of the page",
      "普京透露，船闸即将开放。我方外交部今(19日)召开说明会。",
      ["普京 | RUS:vladimir-putin | 透露 | 船闸即将开放"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(shownStatements(readText(text))).toEqual(expected);
  });

  test("a medium in book title marks passes on", () => {
    const [told, other] = readText("《新华社》报道，习近平说，「船闸十分重要，必须修好。」").layers
      .statements;
    expect([told?.actors, told?.account[0]?.actor, other]).toEqual([
      ["CHN:xi-jinping"],
      "CHN:xinhua",
      undefined,
    ]);
  });

  test("the account's own leader with a title is praised by the other", () => {
    const text =
      "习近平会见普京\n\n国家主席习近平会见俄罗斯总统普京。\n\n普京表示，船闸十分重要。习近平主席提出运河倡议，俄方高度赞赏。";
    expect(shownStatements(readAccount("cctv", "2022-03-01", text))).toEqual([
      "普京 | RUS:vladimir-putin | 表示 | 船闸十分重要。习近平主席提出运河倡议，俄方高度赞赏",
    ]);
  });

  test("questions and answers that follow are nobody's article", () => {
    const text =
      "外交部披露，习近平与普京交谈。全文如下：\n\n问：船闸何时开放？\n\n答：我们将适时发布消息。";
    const speakers = readText(text).layers.statements.map(({ actors }) => actors.join("+"));
    expect(speakers).not.toContain("CHN:xi-jinping");
  });

  test("a declaration says who “we” are", () => {
    const text =
      "---\npublished: 2023-08-24\n---\n北运河宣言\n\n一、我们，俄罗斯联邦、中华人民共和国领导人，在码头举行会晤。\n\n二、我们重申船闸十分重要。我们欢迎普京总统的建议。";
    expect(shownStatements(readText(text))).toEqual([
      "我们 | RUS+CHN | 重申 | 船闸十分重要",
      "我们 | RUS+CHN | 欢迎 | 普京总统的建议",
    ]);
  });

  test("an answer is the spokesperson's of the title", () => {
    const text =
      "外交部发言人毛宁就北运河问题答记者问\n\n问：据报道，北运河的船闸即将向各国船只开放，你能否介绍有关情况？\n\n答：我们将适时发布消息。";
    expect(shownStatements(readAccount("china-mfa", "2024-03-12", text)).at(-1)).toBe(
      "答 | CHN:mao-ning | - | 我们将适时发布消息",
    );
  });
});
