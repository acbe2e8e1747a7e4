import { expect, test } from "vitest";
import { readText } from "../support/read-text.ts";

/** What is read of an official page that came as bare text: no address, no markup, no front matter. */
function headOf(text: string): unknown {
  const { title, outlet, party, kind, published } = readText(text);
  return { title, outlet, party, kind, published: published.value };
}

const call =
  "The two leaders discussed the opening of the canal and agreed to meet again before the end of the year.";

test.each<[string, string, Record<string, string | null>]>([
  [
    "ministry and government above the title, the day above and below the text",
    `Ministry of External Affairs\nGovernment of India\nTelephone conversation between the Prime Minister and the Prime Minister of Iceland\nMarch 03, 2023\n\n${call}\n\nNew Delhi\nMarch 03, 2023\n`,
    {
      title: "Telephone conversation between the Prime Minister and the Prime Minister of Iceland",
      outlet: "Ministry of External Affairs, India",
      party: "IND",
      kind: "readout",
      published: "2023-03-03",
    },
  ],
  [
    "the office above the title",
    `Prime Minister of Australia\nRead-out of call with the Prime Minister of Iceland\n3 March 2023\n\nToday I spoke with the Prime Minister of Iceland about the canal and the fishing season ahead.\n`,
    {
      title: "Read-out of call with the Prime Minister of Iceland",
      outlet: "Prime Minister of Australia",
      party: "AUS",
      kind: "readout",
      published: "2023-03-03",
    },
  ],
  [
    "an authority that no table lists, of a state that one does",
    `Office of the Prime Minister of Iceland\nMeeting with the Minister of Fisheries of Malta in Valletta\n3 March 2023\n\n${call}\n`,
    {
      title: "Meeting with the Minister of Fisheries of Malta in Valletta",
      outlet: null,
      party: "ISL",
      kind: "readout",
      published: "2023-03-03",
    },
  ],
  [
    "an agency alone on its line and in the dateline",
    `President receives phone call from Prime Minister of Iceland\nWAM\nABU DHABI, 3rd March, 2023 (WAM) -- The President of the United Arab Emirates today received a phone call from the Prime Minister of Iceland about the canal.\n`,
    {
      title: "President receives phone call from Prime Minister of Iceland",
      outlet: "WAM",
      party: "ARE",
      kind: "readout",
      published: "2023-03-03",
    },
  ],
  [
    "surnames in capitals, as the foreign ministry of Japan writes its own",
    `Japan-Iceland Foreign Ministers’ Telephone Talk\nMarch 3, 2023\n\nOn March 3, Mr. TANAKA Ichiro, Minister for Foreign Affairs of Japan, held a telephone talk with his colleague from Iceland for twenty minutes.\n`,
    {
      title: "Japan-Iceland Foreign Ministers’ Telephone Talk",
      outlet: null,
      party: "JPN",
      kind: "readout",
      published: "2023-03-03",
    },
  ],
  [
    "titles in capitals and the party office, as the foreign ministry of China writes its own",
    `Wang Yi Has a Phone Call with the Foreign Minister of Iceland\n2023-03-03 21:10\n\nOn March 3, 2023, Member of the Political Bureau of the CPC Central Committee and Foreign Minister Wang Yi had a phone call with the Foreign Minister of Iceland.\n`,
    {
      title: "Wang Yi Has a Phone Call with the Foreign Minister of Iceland",
      outlet: null,
      party: "CHN",
      kind: "readout",
      published: "2023-03-03",
    },
  ],
  [
    "a Chinese account with the day and year before the office, and its ministry as source",
    `王毅同冰岛外长通电话\n2023年3月3日 18:03 来源：外交部网站\n\n2023年3月3日，中共中央政治局委员、外交部长王毅应约同冰岛外长通电话，双方就渔业合作交换意见，并商定保持高层往来。\n`,
    {
      title: "王毅同冰岛外长通电话",
      outlet: "Ministry of Foreign Affairs of China",
      party: "CHN",
      kind: "readout",
      published: "2023-03-03",
    },
  ],
  [
    "a British release with the day behind a colon",
    `PM call with the Prime Minister of Iceland: 3 March 2023\nPress release\n\nThe Prime Minister spoke to the Prime Minister of Iceland about the canal. He said he was glad of the repairs.\n`,
    {
      title: "PM call with the Prime Minister of Iceland: 3 March 2023",
      outlet: null,
      party: "GBR",
      kind: "readout",
      published: "2023-03-03",
    },
  ],
  [
    "a Chinese editorial with its outlet before the label and as source",
    `环球时报社评：运河重新开放释放积极信号\n2023-03-03 00:20 来源：环球时报\n\n北方运河经过四周的修理，于周五重新向渔船开放，这对两国的渔民来说是一个好消息。\n`,
    {
      title: "运河重新开放释放积极信号",
      outlet: "Global Times",
      party: null,
      kind: "opinion",
      published: "2023-03-03",
    },
  ],
  [
    "a briefing whose title gives speaker and day",
    `Briefing by Foreign Ministry Spokeswoman Maria Zakharova, Moscow, March 3, 2023\n\nQuestion: Will the canal be opened to fishing boats this year?\n\nMaria Zakharova: It will be opened when the repairs are finished, as the two sides agreed.\n`,
    {
      title: "Briefing by Foreign Ministry Spokeswoman Maria Zakharova, Moscow, March 3, 2023",
      outlet: null,
      party: "RUS",
      kind: "briefing",
      published: "2023-03-03",
    },
  ],
  [
    "a readout of the Secretary-General",
    `Readout of the Secretary-General’s meeting with the Foreign Minister of Iceland\n3 March 2023\n\nThe Secretary-General met with the Foreign Minister of Iceland. They discussed the support of the United Nations for the canal.\n`,
    {
      title: "Readout of the Secretary-General’s meeting with the Foreign Minister of Iceland",
      outlet: null,
      party: "INT:un",
      kind: "readout",
      published: "2023-03-03",
    },
  ],
  [
    "a Russian joint statement without an issuer",
    `Совместное заявление Президента Исландии и Президента Мальты\n3 марта 2023 года\n\nСтороны подтвердили приверженность безопасности судоходства и договорились открыть канал до конца года.\n`,
    {
      title: "Совместное заявление Президента Исландии и Президента Мальты",
      outlet: null,
      party: null,
      kind: "joint-statement",
      published: "2023-03-03",
    },
  ],
  [
    "a title that begins with “О” and the own minister",
    `О телефонном разговоре Министра иностранных дел С.В.Лаврова с Министром иностранных дел Исландии\n3 марта 2023 года\n\n3 марта состоялся телефонный разговор министров, в ходе которого были обсуждены вопросы судоходства по каналу.\n`,
    {
      title:
        "О телефонном разговоре Министра иностранных дел С.В.Лаврова с Министром иностранных дел Исландии",
      outlet: null,
      party: "RUS",
      kind: "readout",
      published: "2023-03-03",
    },
  ],
  [
    "a press page whose title names a government",
    `Government of Iceland opens the canal to fishing boats again\nBy Jane Roe\n3 March 2023\n\nThe government said on Friday that boats may pass the canal again after four weeks of repairs.\n`,
    {
      title: "Government of Iceland opens the canal to fishing boats again",
      outlet: null,
      party: null,
      kind: "report",
      published: "2023-03-03",
    },
  ],
  [
    "a name of the other side’s minister in a Russian headline",
    `О встрече с послом рассказал журналистам министр И.О.Тестов\n3 марта 2023 года\n\nМинистр рассказал журналистам, что встреча прошла хорошо и что канал будет открыт в срок.\n`,
    {
      title: "О встрече с послом рассказал журналистам министр И.О.Тестов",
      outlet: null,
      party: null,
      kind: "report",
      published: "2023-03-03",
    },
  ],
])("%s", (_name, text, expected) => {
  expect(headOf(text)).toEqual(expected);
});

test.each<[string, string, string | null]>([
  ["day before the month, with its ending", "NORTHAVEN, 3rd March, 2023 (NNA) --", "2023-03-03"],
  ["capitals in the first letter alone", "Northaven, March 3, 2023 (NNA) --", "2023-03-03"],
  ["a region behind the place", "NORTHAVEN, Merania (NNA) —", null],
  ["agency behind a comma", "Northaven, March 3, 2023, NNA --", "2023-03-03"],
])("a dateline: %s", (_name, dateline, expected) => {
  const document = readText(`Canal opens to boats again\n\n${dateline} ${call}\n`);
  expect(document.published.value).toBe(expected);
  expect(document.text).not.toContain("NNA");
});
