import { describe, expect, test } from "vitest";
import type { Document } from "../../src/core/document.ts";
import type { Statement } from "../../src/core/records.ts";
import { readAccount, readText } from "../support/read-text.ts";

/** `source | cue | content … content` of each statement. */
function shown(document: Document): string[] {
  const quote = (range: { start: number; end: number } | null): string =>
    range === null ? "-" : document.text.slice(range.start, range.end);
  return document.layers.statements.map(
    (statement: Statement) =>
      `${quote(statement.source)} | ${quote(statement.cue)} | ${statement.content.map(quote).join(" … ")}`,
  );
}

describe("statements in press English", () => {
  test.each([
    [
      "that-clause",
      "Mara Oduya said that the border talks would go on in the spring.",
      ["Mara Oduya | said | that the border talks would go on in the spring"],
    ],
    [
      "inverted after a quotation",
      "“We will not leave the table before the grain question is settled,” said Mara Oduya.",
      ["Mara Oduya | said | “We will not leave the table before the grain question is settled,”"],
    ],
    [
      "with no mention of something",
      "The ministers agreed to hold trade talks in the autumn, with no mention of the crew.",
      ["The ministers | agreed | to hold trade talks in the autumn"],
    ],
    [
      "a condition of what is warned of is no question",
      "Mara Oduya warned of serious costs if the ships are stopped.",
      ["Mara Oduya | warned of | serious costs if the ships are stopped"],
    ],
    [
      "what somebody is described as, quoted",
      "Mara Oduya has repeatedly described Otto Lund as “a partner one can work with”.",
      ["Mara Oduya | has repeatedly described | Otto Lund as “a partner one can work with”"],
    ],
    [
      "what will be done belongs to what is said",
      "Mara Oduya said Kenya was ready for talks, but will respond to any new toll.",
      ["Mara Oduya | said | Kenya was ready for talks, but will respond to any new toll"],
    ],
    [
      "words of measure belong to what is said",
      "Mara Oduya said far too many ships had been lost.",
      ["Mara Oduya | said | far too many ships had been lost"],
    ],
    [
      "another speaker behind a semicolon",
      "Mara Oduya said the port was open; Otto Lund said it was not.",
      ["Mara Oduya | said | the port was open", "Otto Lund | said | it was not"],
    ],
    [
      "what the page says was left unsaid is not the speaker’s",
      "Mara Oduya said the port was ready but did not mention the tolls.",
      ["Mara Oduya | said | the port was ready"],
    ],
    [
      "without a word on something",
      "Mara Oduya said the talks had made progress without giving details.",
      ["Mara Oduya | said | the talks had made progress"],
    ],
    [
      "a participle clause between speaker and cue",
      "A senior official, granted anonymity to discuss the canal, said Oduya had raised the tolls.",
      ["A senior official | said | Oduya had raised the tolls"],
    ],
    [
      "who is asked between commas says what follows",
      "A senior official, asked about the call, said Oduya had raised the tolls.",
      ["A senior official | said | Oduya had raised the tolls"],
    ],
    [
      "a condition of speaking is no matter",
      "Mara Oduya, speaking on condition of anonymity, said the tolls were too high.",
      ["Mara Oduya | said | the tolls were too high"],
    ],
    [
      "an adverb that looks like none",
      "Mara Oduya insisted beforehand that this was no treaty.",
      ["Mara Oduya | insisted | that this was no treaty"],
    ],
    [
      "split quotation is one statement",
      "“We will stay,” Mara Oduya, director of the harbour board, said, “but we will not pay for the bridge.”",
      [
        "Mara Oduya, director of the harbour board | said | “We will stay,” … “but we will not pay for the bridge.”",
      ],
    ],
    [
      "infinitive, cut before another speaker",
      "The ministers pledged to open the canal, but analysts say the chance remains small.",
      ["The ministers | pledged | to open the canal", "analysts | say | the chance remains small"],
    ],
    [
      "coordinated cues share their speaker",
      "The minister reiterated that the treaty has not changed, and emphasized that the port stays open.",
      [
        "The minister | reiterated | that the treaty has not changed",
        "The minister | emphasized | that the port stays open",
      ],
    ],
    [
      "according to",
      "According to Mara Oduya, the canal will open in the spring.",
      ["Mara Oduya | According to | the canal will open in the spring"],
    ],
    [
      "according to somebody and what he is",
      "According to Mara Oduya, associate fellow at the Harbour Institute, the canal will open in the spring.",
      [
        "Mara Oduya, associate fellow at the Harbour Institute | According to | the canal will open in the spring",
      ],
    ],
    [
      "as acknowledged by, between dashes",
      "There is unease – as acknowledged by Mara Oduya in her remarks last week – that the port would close.",
      ["Mara Oduya | as acknowledged by | There is unease … that the port would close"],
    ],
    [
      "no content ends within marks",
      "Mara Oduya addressed her guest as “Comrade Roe, my dear friend” during the visit.",
      ["Mara Oduya | addressed | her guest as “Comrade Roe, my dear friend”"],
    ],
    [
      "a predicate quoted with its verb",
      "The statement explains that Xi Jinping “noted the legitimacy of the claims to the canal.”",
      [
        "The statement | explains | that Xi Jinping “noted the legitimacy of the claims to the canal.”",
        "Xi Jinping | noted | the legitimacy of the claims to the canal",
      ],
    ],
    [
      "a second attribution passes the first on",
      "The canal will not open, Mara Oduya said on Sunday, state media reported.",
      ["Mara Oduya | said | The canal will not open"],
    ],
    [
      "what is noted before the main clause",
      "Noting that the treaty had not changed, Mara Oduya said the port stays open.",
      [
        "Mara Oduya | Noting | that the treaty had not changed",
        "Mara Oduya | said | the port stays open",
      ],
    ],
    [
      "added after a quotation",
      "“This is very dangerous,” Mara Oduya said, stressing that a closed port will have an impact on ties.",
      [
        "Mara Oduya | said | “This is very dangerous,”",
        "Mara Oduya | stressing | that a closed port will have an impact on ties",
      ],
    ],
    [
      "quoted by an office",
      "“It might be difficult to insist on that,” Mara Oduya was quoted as saying by the harbour board.",
      ["Mara Oduya | was quoted as saying | “It might be difficult to insist on that,”"],
    ],
    [
      "asked, and nothing said",
      "Mara Oduya made the remarks when asked to comment on the matter.",
      [],
    ],
    [
      "two sides in one sentence",
      "While the governments say they have met with the captains, environmentalists say nothing has been done.",
      [
        "the governments | say | they have met with the captains",
        "environmentalists | say | nothing has been done",
      ],
    ],
    [
      "mixed marks, and over paragraphs",
      '“We know the ship," the minister said.\n\n“The board has left.\n\nThe captains are here,” Mara Oduya said.',
      [
        'the minister | said | “We know the ship,"',
        "Mara Oduya | said | “The board has left. … The captains are here,”",
      ],
    ],
    [
      "a hyphened word belongs to the speaker",
      "Far-right groups warn of the dangers of the canal.",
      ["Far-right groups | warn of | the dangers of the canal"],
    ],
    [
      "gerunds that hang on a noun",
      "The board has pursued a strategy of affirming the claims, and committing to neutrality.",
      [],
    ],
    [
      "to which extent, not that",
      "What has changed is the extent to which the danger has been recognised by observers.",
      [],
    ],
    [
      "asides between a cue and its clause",
      "The minister stressed, in particular, that the army takes all possible steps.",
      ["The minister | stressed | that the army takes all possible steps"],
    ],
    [
      "a title after U.S. goes on",
      "The minister said he was a stronger leader than U.S. President Mara Roe.",
      ["The minister | said | he was a stronger leader than U.S. President Mara Roe"],
    ],
    [
      "who sends a letter demands",
      "The committee sent a letter to Director Mara Roe demanding answers about the port.",
      ["The committee | demanding | answers about the port"],
    ],
    [
      "however between commas",
      "Analysts warned, however, that the deal could fail.",
      ["Analysts | warned | that the deal could fail"],
    ],
    [
      "another account after a semicolon",
      "The minister stressed the importance of the canal; the other account, by contrast, said the port had closed.",
      [
        "The minister | stressed | the importance of the canal",
        "the other account | said | the port had closed",
      ],
    ],
    [
      "a hyphened speaker after the verb",
      "“It is a marriage of convenience,” said one harbour-based analyst.",
      ["one harbour-based analyst | said | “It is a marriage of convenience,”"],
    ],
    ["a modal is nobody's word", "This could explain the long delay at the harbour.", []],
    ["scare quotes are no statement", "The “harbour question” has been open for ten years.", []],
  ])("%s", (_name, text, expected) => {
    expect(shown(readText(text))).toEqual(expected);
  });

  test("an agency passes a quotation on", () => {
    const document = readText(
      "“China is ready to work with its neighbours on the canal,” Xi Jinping was quoted by state news agency Xinhua as saying.",
    );
    const [statement] = document.layers.statements;
    expect(statement?.actors).toEqual(["CHN:xi-jinping"]);
    expect(statement?.form).toBe("direct");
    expect(statement?.account.map((link) => [link.actor, link.role])).toEqual([
      ["CHN:xinhua", "agency"],
    ]);
  });
});

test("a turn ends where another speaker begins, also one whom nothing else tells of", () => {
  const document = readAccount(
    "kremlin",
    "2022-03-01",
    "Vladimir Putin met with Daniil Tarn.\n\nVladimir Putin: How is the work going? Daniil Tarn: It is going well. Vladimir Putin: Go ahead.",
  );
  expect(shown(document).filter((line) => line.includes("| - |"))).toEqual([
    "Vladimir Putin | - | How is the work going?",
    "Daniil Tarn | - | It is going well.",
    "Vladimir Putin | - | Go ahead.",
  ]);
});

describe("headlines", () => {
  test.each([
    [
      "a name last",
      "Harbour sham completely debunked: Kremlin",
      ["Kremlin | : | Harbour sham completely debunked"],
    ],
    ["a day is no content", "PM call with President Biden: 24 February 2023", []],
  ])("%s", (_name, title, expected) => {
    expect(shown(readText(`---\ntitle: "${title}"\n---\nThe port is open.\n`))).toEqual(expected);
  });
});

test("a declaration that nobody's site publishes speaks for those who issued it", () => {
  const document = readText(
    "Port Selne Declaration of the Council of Heads of State\n4 July 2024\n\nWe, the leaders of Kenya, Uganda and Malawi, met in Nairobi on 4 July 2024.\n\nWe welcome the opening of the canal. It was agreed to lower the tolls.\n",
  );
  expect(document.kind).toBe("joint-statement");
  expect(shown(document)).toEqual([
    "We | welcome | the opening of the canal",
    "- | was agreed | to lower the tolls",
  ]);
  const issuers = ["KEN", "MWI", "UGA"];
  for (const { actors } of document.layers.statements) expect(actors.toSorted()).toEqual(issuers);
});

test.each([
  ["“I am glad,” he said.", ["CHN:xi-jinping"]],
  ["“He is wanted by all,” he said.", []],
  ["“Xi Jinping is wanted by all,” he said.", []],
])("who speaks of somebody is not him: %s", (said, expected) => {
  const document = readText(`Talks go on\n\nPresident Xi Jinping came to the port.\n\n${said}\n`);
  expect(document.layers.statements.at(-1)?.actors).toEqual(expected);
});

describe("what is no statement", () => {
  test.each([
    [
      "what goes on behind the dash of a headline",
      "Kenya opens the canal to fishing boats — and Uganda notices",
    ],
    [
      "the genre behind a title’s matter",
      "Kenya/Uganda: Statement by the Minister after the talks",
    ],
  ])("%s", (_name, title) => {
    const document = readText(
      `${title}\nBy Jane Roe\n3 March 2023\n\nThe boats passed the canal on Friday after four weeks of repairs in both countries.\n`,
    );
    expect(document.title).toBe(title);
    expect(shown(document)).toEqual([]);
  });

  test("a passive that only points at what was said before", () => {
    expect(shown(readAccount("kremlin", "2022-03-03", "This was not discussed."))).toEqual([]);
  });
});

describe("statements in official accounts", () => {
  test.each([
    [
      "a list of what we do",
      "We welcome the efforts of the board, urge third parties to cease support, and pledge to continue our work.",
      [
        "We | welcome | the efforts of the board",
        "We | urge | third parties to cease support",
        "We | pledge | to continue our work",
      ],
    ],
    [
      "as something belongs to the content",
      "The President reiterated the consistent call for dialogue as the way forward.",
      ["The President | reiterated | the consistent call for dialogue as the way forward"],
    ],
    [
      "another speaker ends a noun phrase",
      "They discussed the importance of the summit and the Prime Minister said he would continue.",
      [
        "They | discussed | the importance of the summit",
        "the Prime Minister | said | he would continue",
      ],
    ],
    [
      "dismissed as, name later",
      "The ministry dismissed as baseless the allegations about the port.",
      ["The ministry | dismissed | as baseless the allegations about the port"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(shown(readAccount("kremlin", "2022-03-01", text))).toEqual(expected);
  });

  test("by the issuer's account, also what the other side said", () => {
    const document = readAccount(
      "kremlin",
      "2022-03-01",
      "Vladimir Putin had a telephone conversation with President of China Xi Jinping.\n\nThe President of China noted the importance of the northern canal. It was agreed to continue contacts. The parties confirmed their commitment to the treaty.",
    );
    expect(shown(document)).toEqual([
      "The President of China | noted | the importance of the northern canal",
      "- | was agreed | to continue contacts",
      "The parties | confirmed | their commitment to the treaty",
    ]);
    const [noted, , confirmed] = document.layers.statements;
    expect(noted?.actors).toEqual(["CHN:xi-jinping"]);
    expect(noted?.account.map((link) => [link.actor, link.role])).toEqual([
      ["RUS:kremlin", "readout"],
    ]);
    expect(confirmed?.actors.toSorted()).toEqual(["CHN", "RUS"]);
  });
});
