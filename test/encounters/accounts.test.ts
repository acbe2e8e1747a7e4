import { describe, expect, test } from "vitest";
import { encountersOf, read, type PageFacts } from "./shown.ts";

const valdoria: PageFacts = { party: "XVA", published: "2022-06-15" };

test("a spokesperson's briefing is no account of an encounter, and who speaks takes no part in it", () => {
  const title = "Press briefing by Foreign Ministry Spokesman Pavel Marr";
  const text = `${title}\n\nQuestion: Can you comment on the visit of Prime Minister Tomas Eldridge to Valdoria?\n\nPavel Marr: The talks were thorough. The lakes were not discussed at the visit.`;
  const found = encountersOf(read(text, { ...valdoria, title, kind: "briefing" }));
  expect(found.filter((line) => line.startsWith("*"))).toEqual([]);
  expect(found.join("\n")).not.toContain("marr");
  expect(found.join("\n")).toContain("eldridge");
});

describe("the encounter an account is about", () => {
  test.each<[name: string, title: string, text: string, own: string, facts?: PageFacts]>([
    [
      "a meeting whose day the lead states, long before the page came out",
      "Meeting with Prime Minister Tomas Eldridge of Merania",
      "President Irena Kostrova met with Prime Minister Tomas Eldridge in Port Anselm on 21 May 2022. The leaders discussed fish.",
      "* meeting kostrova+eldridge @XME:port-anselm 2022-05-21 held",
    ],
    [
      "a call, dated by the page",
      "Readout of President Irena Kostrova's Call with Prime Minister Tomas Eldridge of Merania",
      "President Irena Kostrova spoke today with Prime Minister Tomas Eldridge. The leaders discussed fish.",
      "* phone kostrova+eldridge 2022-06-15 held",
    ],
    [
      "a title without a tense takes the first sentence's",
      "Statement by the Press Secretary on President Kostrova's Call with Prime Minister Eldridge of Merania",
      "President Irena Kostrova will speak with Prime Minister Tomas Eldridge this Friday.",
      "* phone kostrova+eldridge 2022-06-17 announced",
    ],
    [
      "who joined a call",
      "Readout of President Kostrova's Call with Neighbours",
      "President Irena Kostrova hosted a secure conference call today with neighbours about the lakes.\n\nJoining President Kostrova on the call were Prime Minister Tomas Eldridge of Merania and President Aldo Ferrin of Ostrand.",
      "* phone kostrova+eldridge+ferrin 2022-06-15 held",
    ],
    [
      "a journey spoken of is another encounter",
      "Readout of President Kostrova's Call with Prime Minister Eldridge",
      "President Irena Kostrova spoke today with Prime Minister Tomas Eldridge. The leaders discussed the Prime Minister's recent trip to Ostrand.",
      "* phone kostrova+eldridge 2022-06-15 held",
    ],
    [
      "three states in a title",
      "Press statements following trilateral talks of Valdoria, Merania and Ostrand",
      "President of Valdoria Irena Kostrova: Colleagues, our talks today were useful.",
      "* multilateral kostrova+XME+XOS 2022-06-15 held",
    ],
    [
      "a joint statement",
      "Joint Statement by Valdoria and Merania",
      "Valdoria and Merania reaffirm their friendship.",
      "* joint-statement XVA+XME 2022-06-15 held",
    ],
    [
      "at a summit, on a day of it, with who else was there",
      "President Kostrova attends the NLC summit",
      "On Thursday, President Irena Kostrova took part in the Northern Lakes summit in Lake Tarn. Prime Minister Tomas Eldridge and President Aldo Ferrin also attended.",
      "* multilateral kostrova+eldridge+ferrin @XOS:lake-tarn 2022-09-15 held",
      { party: "XVA", published: "2022-09-16" },
    ],
    [
      "an extraordinary session is no edition the tables have",
      "Session of the NLC summit",
      "Irena Kostrova took part in an emergency session of the Northern Lakes Council.",
      "* multilateral kostrova+INT:xlc 2022-03-10 held",
      { party: "XVA", published: "2022-03-10" },
    ],
    [
      "Chinese call, by the day of the account's own capital",
      "科斯特罗娃同梅拉尼亚国首相埃尔德里奇通电话",
      "瓦尔多里亚总统伊蕾娜·科斯特罗娃6月15日下午同梅拉尼亚国首相托马斯·埃尔德里奇通电话。多林等参加通话。",
      "* phone kostrova+eldridge (dorin) 2022-06-15 held",
    ],
    [
      "Chinese talks whose results are told are not of that day",
      "瓦尔多里亚外交部发言人介绍瓦尔多里亚和梅拉尼亚国经贸磋商情况",
      "发言人今天介绍了瓦尔多里亚和梅拉尼亚国经贸磋商情况。",
      "* meeting XVA+XME - held",
    ],
    [
      "Russian meeting with who else took part",
      "Встреча с премьер-министром Мерании Томасом Элдриджем",
      "Ирена Кострова провела в Сельмонте встречу с премьер-министром Мерании Томасом Элдриджем. С валдорийской стороны во встрече принял участие Антон Дорин.",
      "* meeting kostrova+eldridge (dorin) @XVA:selmont 2022-06-15 held",
    ],
  ])("%s", (_name, title, text, own, facts = valdoria) => {
    const [first] = encountersOf(read(`${title}\n\n${text}`, { title, ...facts }));
    expect(first).toBe(own);
  });

  test("what another day's sentence says doesn't date an undated account", () => {
    const document = read(
      "Readout of President Kostrova's Call with Prime Minister Eldridge\n\nPresident Irena Kostrova spoke with Prime Minister Tomas Eldridge. Building on the November 2021 meeting in Lake Tarn, they discussed fish.",
      { party: "XVA" },
    );
    expect(encountersOf(document)[0]).toBe("* phone kostrova+eldridge - held");
  });

  test("a page dated before what it tells as past is reported", () => {
    const document = read(
      "Readout of President Kostrova's Meeting with Prime Minister Eldridge\n\nPresident Irena Kostrova met with Prime Minister Tomas Eldridge on June 30, 2022.",
      valdoria,
    );
    expect(document.diagnostics.map(({ code }) => code)).toContain("DATE_CONFLICT");
  });

  test("a report of the press has no encounter of its own", () => {
    const document = read("Irena Kostrova met Tomas Eldridge on June 14.", {
      published: "2022-06-15",
    });
    expect(document.layers.encounters.some(({ main }) => main)).toBe(false);
  });
});
