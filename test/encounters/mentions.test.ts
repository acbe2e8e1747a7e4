import { describe, expect, test } from "vitest";
import { encountersOf, read, type PageFacts } from "./shown.ts";

const midweek: PageFacts = { published: "2022-06-16" };
const afterSummit: PageFacts = { published: "2022-09-18" };

describe("encounters that a text speaks of", () => {
  test.each<[name: string, text: string, expected: readonly string[], facts?: PageFacts]>([
    [
      "met with, the weekday dated",
      "President Irena Kostrova met with Prime Minister Tomas Eldridge in Port Anselm on Tuesday.",
      ["meeting kostrova+eldridge @XME:port-anselm 2022-06-14 held"],
    ],
    [
      "owner and partner",
      "Irena Kostrova's phone call with Tomas Eldridge on June 14 lasted an hour.",
      ["phone kostrova+eldridge 2022-06-14 held"],
    ],
    [
      "a compound of two states",
      "The Valdoria-Merania talks took place in Lake Tarn on 10 June 2022.",
      ["meeting XVA+XME @XOS:lake-tarn 2022-06-10 held"],
    ],
    [
      "held a video conference",
      "President Irena Kostrova and President Aldo Ferrin held a video conference on June 13.",
      ["video kostrova+ferrin 2022-06-13 held"],
    ],
    [
      "received",
      "Prime Minister Tomas Eldridge received Foreign Minister Anton Dorin in Port Anselm on June 15.",
      ["meeting eldridge+dorin @XME:port-anselm 2022-06-15 held"],
    ],
    [
      "efforts to hold a meeting are a plan",
      "Irena Kostrova agreed to make efforts to hold a meeting with Tomas Eldridge.",
      ["meeting kostrova+eldridge - announced"],
    ],
    [
      "somebody's adviser",
      "Foreign Minister Anton Dorin met with Prime Minister Eldridge's National Security Advisor on Tuesday.",
      ["meeting dorin+XME 2022-06-14 held"],
    ],
    [
      "somebody's adviser with his name",
      "President Irena Kostrova met with Prime Minister Eldridge's National Security Advisor Greta Somers on Tuesday.",
      ["meeting kostrova+somers 2022-06-14 held"],
    ],
    [
      "a summit to come is no edition that is over",
      "I look forward to welcoming Prime Minister Tomas Eldridge to Port Anselm for the NLC summit.",
      [],
      { published: "2022-11-01" },
    ],
    [
      "what is on the agenda takes no part",
      "Irena Kostrova and Tomas Eldridge held talks on Tuesday, with Ostrand top of the agenda.",
      ["meeting kostrova+eldridge 2022-06-14 held"],
    ],
    [
      "a dialogue that two chair",
      "Irena Kostrova and Tomas Eldridge co-chaired the third Strategic Dialogue in Lake Tarn on Tuesday.",
      ["meeting kostrova+eldridge @XOS:lake-tarn 2022-06-14 held"],
    ],
    [
      "Russian, in a call",
      "Президент Валдории Ирена Кострова в телефонном разговоре с Томасом Элдриджем во вторник рассказала об озёрах.",
      ["phone kostrova+eldridge 2022-06-14 held"],
    ],
    [
      "told a counterpart something on a day",
      "Valdoria's President Irena Kostrova told her Meranian counterpart Tomas Eldridge on Tuesday that the lakes would stay open.",
      ["other kostrova+eldridge 2022-06-14 held"],
    ],
    [
      "told reporters about somebody",
      "Irena Kostrova told reporters on Tuesday that Tomas Eldridge was late.",
      [],
    ],
    [
      "after hosting",
      "Irena Kostrova smiled on Tuesday after hosting Meranian Prime Minister Tomas Eldridge in Lake Tarn.",
      ["meeting kostrova+eldridge @XOS:lake-tarn 2022-06-14 held"],
    ],
    [
      "a telephone talk that is called a summit",
      "The Summit Telephone Talk between Irena Kostrova and Tomas Eldridge took place on June 14.",
      ["phone kostrova+eldridge 2022-06-14 held"],
    ],
    [
      "three sides",
      "Irena Kostrova, Tomas Eldridge and Aldo Ferrin met in Highwater on Monday.",
      ["multilateral kostrova+eldridge+ferrin @XOS:highwater 2022-06-13 held"],
    ],
    [
      "a plan",
      "Irena Kostrova will visit Merania next week, officials said.",
      ["visit kostrova+XME @XME 2022-06-20..2022-06-26 announced"],
    ],
    [
      "cancelled",
      "Irena Kostrova cancelled her meeting with Tomas Eldridge on June 15.",
      ["meeting kostrova+eldridge 2022-06-15 cancelled"],
    ],
    [
      "postponed",
      "The meeting between Irena Kostrova and Tomas Eldridge on June 15 was postponed.",
      ["meeting kostrova+eldridge 2022-06-15 postponed"],
    ],
    [
      "a joint exercise is no meeting",
      "Valdoria and Merania held joint naval exercises on June 1-5.",
      ["exercise XVA+XME 2022-06-01..2022-06-05 held"],
    ],
    [
      "a letter",
      "Irena Kostrova sent a letter of congratulations to Tomas Eldridge on June 12.",
      ["letter kostrova+eldridge 2022-06-12 held"],
    ],
    [
      "a meeting at a summit, and the summit",
      "Irena Kostrova met Tomas Eldridge on the sidelines of the NLC summit in Lake Tarn.",
      [
        "meeting kostrova+eldridge @XOS:lake-tarn 2022-09-15..2022-09-16 held",
        "multilateral INT:xlc @XOS:lake-tarn 2022-09-15..2022-09-16 held",
      ],
      afterSummit,
    ],
    [
      "a day of a summit",
      "Irena Kostrova attended the NLC summit in Lake Tarn on Thursday.",
      ["multilateral kostrova @XOS:lake-tarn 2022-09-15 held"],
      afterSummit,
    ],
    [
      "a meeting of two that has a name",
      "Since the Lake Tarn meeting of Irena Kostrova and Tomas Eldridge trade has doubled.",
      ["meeting kostrova+eldridge @XOS:lake-tarn 2020-05-05 held"],
    ],
    [
      "two meetings in one sentence",
      "They recalled the meeting of Irena Kostrova and Tomas Eldridge in Lake Tarn on May 5, and Anton Dorin said that he had met Greta Somers in Highwater on June 1.",
      [
        "meeting kostrova+eldridge @XOS:lake-tarn 2022-05-05 held",
        "meeting dorin+somers @XOS:highwater 2022-06-01 held",
      ],
    ],
    [
      "somebody named twice is one",
      "Irena Kostrova and Tomas Eldridge met on June 14. Kostrova and Eldridge spoke at the meeting between Kostrova, Eldridge, Kostrova and Eldridge.",
      ["meeting kostrova+eldridge 2022-06-14 held"],
    ],
    [
      "a day that doesn't exist dates nothing",
      "President Irena Kostrova met with Prime Minister Tomas Eldridge in the old harbour on February 31, 2022.",
      ["meeting kostrova+eldridge - held"],
    ],
    [
      "Chinese meeting with place and day",
      "6月14日，瓦尔多里亚总统科斯特罗娃在高水会见梅拉尼亚国首相埃尔德里奇。",
      ["meeting kostrova+eldridge @XOS:highwater 2022-06-14 held"],
    ],
    [
      "Chinese visit to come",
      "应埃尔德里奇邀请，瓦尔多里亚总统科斯特罗娃将于6月20日至22日对梅拉尼亚国进行国事访问。",
      ["visit kostrova+XME @XME 2022-06-20..2022-06-22 announced"],
    ],
    [
      "Chinese summit",
      "瓦尔多里亚总统科斯特罗娃9月15日在塔恩湖出席北湖理事会峰会。",
      ["multilateral kostrova @XOS:lake-tarn 2022-09-15 held"],
      afterSummit,
    ],
    [
      "Russian call",
      "Состоялся телефонный разговор Президента Валдории Ирены Костровой с премьер-министром Мерании Томасом Элдриджем 15 июня.",
      ["phone kostrova+eldridge 2022-06-15 held"],
    ],
    [
      "Russian meeting",
      "Ирена Кострова 14 июня провела в Хайуотере встречу с Томасом Элдриджем.",
      ["meeting kostrova+eldridge @XOS:highwater 2022-06-14 held"],
    ],
    [
      "Russian “received in … whom”",
      "Томас Элдридж принял в Хайуотере министра иностранных дел Валдории Антона Дорина.",
      ["meeting eldridge+dorin @XOS:highwater 2022-06-13..2022-06-16 held"],
    ],
    [
      "Russian visit to come, said by verb and noun",
      "Ирена Кострова посетит Меранию с официальным визитом 20–22 июня.",
      ["visit kostrova+XME @XME 2022-06-20..2022-06-22 announced"],
    ],
    [
      "Russian compound of two states",
      "Валдорийско-меранийские переговоры прошли 10 июня в Сельмонте.",
      ["meeting XVA+XME @XVA:selmont 2022-06-10 held"],
    ],
    [
      "a meeting after another: whoever the clause is about holds both",
      "President Irena Kostrova met Prime Minister Tomas Eldridge in Port Anselm on Tuesday, a day after holding talks with President Aldo Ferrin in Highwater.",
      [
        "meeting kostrova+eldridge @XME:port-anselm 2022-06-14 held",
        "meeting kostrova+ferrin @XOS:highwater - held",
      ],
    ],
    [
      "a state after its town is no party",
      "Irena Kostrova, who is visiting Highwater, Ostrand, to attend a fair, held a meeting with Prime Minister Tomas Eldridge on June 14.",
      ["meeting kostrova+eldridge 2022-06-14 held"],
    ],
    [
      "separately: a meeting with each",
      "Irena Kostrova met separately with Tomas Eldridge and Aldo Ferrin in Highwater.",
      [
        "meeting kostrova+eldridge @XOS:highwater - held",
        "meeting kostrova+ferrin @XOS:highwater - held",
      ],
    ],
    [
      "a guest named far from “received”",
      "Prime Minister Tomas Eldridge received today at the winter palace in Port Anselm President Irena Kostrova.",
      ["meeting eldridge+kostrova 2022-06-16 held"],
    ],
    [
      "agreed to meet",
      "Irena Kostrova and Tomas Eldridge agreed to meet in Selmont next week.",
      ["meeting kostrova+eldridge @XVA:selmont 2022-06-20..2022-06-26 announced"],
    ],
    [
      "a joint statement of a kind",
      "Valdoria, Merania and Ostrand issued a joint trilateral statement on June 14.",
      ["joint-statement XVA+XME+XOS 2022-06-14 held"],
    ],
    [
      "called off, and spoken of further",
      "Irena Kostrova cancelled her meeting with Tomas Eldridge. The meeting of Irena Kostrova and Tomas Eldridge had been long in the making.",
      ["meeting kostrova+eldridge - cancelled"],
    ],
    [
      "his visit after a meeting is the visit of whoever the clause is about",
      "Irena Kostrova met President Aldo Ferrin in Highwater on Tuesday, a day after her visit to Port Anselm.",
      [
        "meeting kostrova+ferrin @XOS:highwater 2022-06-14 held",
        "visit kostrova+XME @XME:port-anselm - held",
      ],
    ],
    [
      "a comma closes what a date belongs to",
      "Irena Kostrova met Tomas Eldridge in Highwater on Wednesday, in the first meeting of the two in years.",
      ["meeting kostrova+eldridge @XOS:highwater 2022-06-15 held"],
    ],
    [
      "the comma after a year closes nothing",
      "The meeting between Irena Kostrova and Tomas Eldridge follows their April 2, 2022, telephone call.",
      ["meeting kostrova+eldridge - held", "phone kostrova+eldridge 2022-04-02 held"],
    ],
    [
      "between several, the last named before the verb",
      "Talks between Irena Kostrova, Tomas Eldridge and Aldo Ferrin took place in Highwater on June 13.",
      ["multilateral kostrova+eldridge+ferrin @XOS:highwater 2022-06-13 held"],
    ],
    [
      "a call received",
      "Irena Kostrova received a phone call from Prime Minister Tomas Eldridge on June 14.",
      ["phone kostrova+eldridge 2022-06-14 held"],
    ],
    [
      "greetings exchanged",
      "Irena Kostrova and Tomas Eldridge on June 14 exchanged congratulations.",
      ["letter kostrova+eldridge 2022-06-14 held"],
    ],
    [
      "the edition of a summit by the words beside it",
      "Irena Kostrova met Tomas Eldridge in Selmont in September 2021 on the sidelines of the NLC summit.",
      [
        "meeting kostrova+eldridge @XVA:selmont 2021-09-20..2021-09-21 held",
        "multilateral INT:xlc @XVA:selmont 2021-09-20..2021-09-21 held",
      ],
      afterSummit,
    ],
    [
      "a visit to a town is one to its state",
      "Irena Kostrova visited Port Anselm on June 13.",
      ["visit kostrova+XME @XME:port-anselm 2022-06-13 held"],
    ],
    [
      "Russian, days of two months",
      "Ирена Кострова посетит Меранию 28 июня – 3 июля.",
      ["visit kostrova+XME @XME 2022-06-28..2022-07-03 announced"],
    ],
    [
      "Chinese meeting at a summit: the summit's body is no party",
      "9月15日，瓦尔多里亚总统科斯特罗娃在塔恩湖出席北湖理事会峰会期间会见梅拉尼亚国首相埃尔德里奇。",
      [
        "multilateral kostrova @XOS:lake-tarn 2022-09-15 held",
        "meeting kostrova+eldridge @XOS:lake-tarn 2022-09-15 held",
      ],
      afterSummit,
    ],
    [
      "Russian, the day before is another meeting",
      "В Сельмонте прошли переговоры Ирены Костровой с Томасом Элдриджем. Накануне, 14 июня, Ирена Кострова и Томас Элдридж провели неформальную встречу.",
      [
        "meeting kostrova+eldridge @XVA:selmont - held",
        "meeting kostrova+eldridge 2022-06-14 held",
      ],
    ],
    [
      "Russian, a meeting as the occasion of another",
      "Ирена Кострова провела во вторник встречу с Томасом Элдриджем на полях встречи представителей Совета северных озёр.",
      ["meeting kostrova+eldridge 2022-06-14 held"],
    ],
    [
      "Russian “where he met”",
      "Ирена Кострова посетила Остранд, где встретилась с президентом Остранда Альдо Феррином.",
      ["visit kostrova+XOS @XOS - held", "meeting kostrova+ferrin - held"],
    ],
    [
      "Russian, called off in the verb",
      "Встреча Ирены Костровой и Томаса Элдриджа не состоится.",
      ["meeting kostrova+eldridge - cancelled"],
    ],
  ])("%s", (_name, text, expected, facts = midweek) => {
    expect(encountersOf(read(text, facts))).toEqual(expected);
  });

  test.each([
    ["a summoned ambassador", "Valdoria summoned the Meranian ambassador on Tuesday over fish."],
    ["operations", "Merania has voiced concern about Valdoria's operations in Ostrand."],
    ["demands met", "Merania met the demands of Valdoria."],
    ["a wish", "Valdoria wants a meeting with Merania."],
    ["a denial", "There was no meeting between Irena Kostrova and Tomas Eldridge, he said."],
    ["never met", "Irena Kostrova never met Tomas Eldridge."],
    ["called names", "Irena Kostrova called Tomas Eldridge a liar."],
    ["a decision welcomed", "Irena Kostrova welcomed Tomas Eldridge's decision."],
    ["relations", "Relations between Valdoria and Merania have cooled."],
    ["one's own people", "Irena Kostrova met with residents of Selmont."],
    ["one's own minister", "Irena Kostrova met with Foreign Minister Anton Dorin."],
    ["talks in general", "Valdoria and Merania should return to talks."],
    [
      "troops that arrive",
      "The forces of the Northern Lakes Council arrived in Ostrand on June 3.",
    ],
    [
      "somebody's adviser",
      "Irena Kostrova met with Ada Finch, chief of staff of Prime Minister Tomas Eldridge.",
    ],
    ["somebody's rival", "Irena Kostrova's opponent, the banker, travelled to Port Anselm."],
    ["asked to", "Irena Kostrova asked Tomas Eldridge to visit Selmont."],
    ["not planned", "A meeting of Irena Kostrova with Tomas Eldridge is not planned."],
    ["Russian, not planned", "Встреча Ирены Костровой с Томасом Элдриджем не планируется."],
    ["Chinese wish", "瓦尔多里亚希望同梅拉尼亚国举行会谈。"],
    ["Chinese operations", "梅拉尼亚国首相埃尔德里奇谈到瓦尔多里亚在奥斯特兰的军事行动。"],
    ["Russian readiness", "Валдория готова к переговорам с Меранией."],
    ["Russian censure", "Мерания осудила действия Валдории в Остранде."],
  ])("none: %s", (_name, text) => {
    expect(encountersOf(read(text, midweek))).toEqual([]);
  });

  test("every place of an encounter lies in the text, in order", () => {
    const { text, layers } = read(
      "Irena Kostrova met Tomas Eldridge on June 14. After the meeting, Kostrova thanked Eldridge. The talks went well.",
      midweek,
    );
    const [{ places } = { places: [] }] = layers.encounters;
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual([
      "met",
      "meeting",
      "talks",
    ]);
  });

  test("a page of hundreds of meetings gives so many at most, and says so", () => {
    const days = Array.from({ length: 260 }, (_, index) => {
      const [month, day] = [1 + Math.floor(index / 28), 1 + (index % 28)];
      const name = new Date(Date.UTC(2021, month - 1, day)).toISOString().slice(0, 10);
      return `Irena Kostrova met Tomas Eldridge on ${name}.`;
    });
    const { layers, diagnostics } = read(days.join(" "), midweek);
    expect(layers.encounters).toHaveLength(200);
    expect(diagnostics.map(({ code }) => code)).toContain("ENCOUNTERS_MANY");
  });
});
