import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ambiguities } from "../../src/core/link/ambiguities.ts";
import { keptApart } from "../../src/core/link/apart.ts";
import type { Encounter } from "../../src/core/link/encounter.ts";
import { linkEncounters } from "../../src/core/link/link.ts";
import type { Document } from "../../src/core/document.ts";
import { inventedContext, read } from "../encounters/shown.ts";

const context = inventedContext();

/** A readout by one party. */
function account(party: "XVA" | "XME" | "XOS", published: string, text: string): Document {
  const title = text.split("\n")[0]!;
  return read(text, { title, party, published });
}

/** A page of the press. */
function report(published: string, text: string): Document {
  return read(text, { published });
}

const filler =
  "The leaders turned to the harvest of the north, to the ferries that cross the lakes in winter, and to the price of timber; they asked their ministers to report by the autumn.";

const call = (who: string, whom: string, more: string): string =>
  `Readout of ${who}'s Call with ${whom}\n\n${who} spoke today with ${whom}. ${more}`;

const kostrova = "President Irena Kostrova";
const eldridge = "Prime Minister Tomas Eldridge";
const ferrin = "President Aldo Ferrin";

function link(documents: readonly Document[]): Encounter[] {
  return linkEncounters(documents, context);
}

/** `2022-06-15-xme-xva-phone: XME, XVA`: ids with the parties of the accounts. */
function shown(encounters: readonly Encounter[]): string[] {
  return encounters.map(
    ({ id, accounts }) =>
      `${id}: ${accounts
        .map(({ party }) => party ?? "")
        .toSorted((a, b) => (a < b ? -1 : 1))
        .join(", ")}`,
  );
}

describe("linking", () => {
  test("two sides' readouts of one call, a day apart between capitals", () => {
    const encounters = link([
      account("XVA", "2022-06-15", call(kostrova, eldridge, "They discussed fish.")),
      account("XME", "2022-06-16", call(eldridge, kostrova, "They discussed timber.")),
    ]);
    expect(shown(encounters)).toEqual(["2022-06-15-xme-xva-phone: XME, XVA"]);
    expect(encounters[0]!.evidence.map(({ rule }) => rule)).toEqual(["link/next-day"]);
  });

  test("a call that one side tells as a video call", () => {
    const video = `${eldridge}'s Video Call with ${kostrova}\n\n${eldridge} held a video call with ${kostrova} today. They discussed timber.`;
    const encounters = link([
      account("XVA", "2022-06-15", call(kostrova, eldridge, "They discussed fish.")),
      account("XVA", "2022-06-15", call(kostrova, eldridge, "They discussed ferries.")),
      account("XME", "2022-06-15", video),
    ]);
    expect(encounters.map(({ mode }) => mode)).toEqual(["video"]);
  });

  test("why two encounters are not one is told", () => {
    const [first, second, ...others] = keptApart(
      [
        account("XVA", "2022-06-15", call(kostrova, eldridge, "They discussed fish.")),
        account("XVA", "2022-06-16", call(kostrova, eldridge, "They discussed fish again.")),
        report("2022-06-19", `${kostrova} met ${eldridge} in Highwater on 18 June 2022. ${filler}`),
        report("2022-09-19", `${kostrova} met ${eldridge} in Highwater on 18 September 2022.`),
      ],
      context,
    );
    expect(first?.detail).toContain("on 2022-06-15 and");
    expect(first?.detail).toMatch(/: (?:1 day apart|one party tells of both)$/);
    expect(second?.detail).toMatch(/: phone and meeting$/);
    expect(others).toHaveLength(1);
  });

  test("two calls of one pair on successive days, told by the same party, stay apart", () => {
    const encounters = link([
      account("XVA", "2022-06-15", call(kostrova, eldridge, "They discussed fish.")),
      account("XVA", "2022-06-16", call(kostrova, eldridge, "They discussed fish again.")),
    ]);
    expect(shown(encounters)).toEqual([
      "2022-06-15-xme-xva-phone: XVA",
      "2022-06-16-xme-xva-phone: XVA",
    ]);
  });

  test("other persons of the same sides, and other sides, on one day", () => {
    const encounters = link([
      account("XVA", "2022-06-15", call(kostrova, eldridge, "They discussed fish.")),
      account(
        "XVA",
        "2022-06-15",
        call("Foreign Minister Anton Dorin", "Foreign Minister Greta Somers", "Fish again."),
      ),
      account("XVA", "2022-06-15", call(kostrova, ferrin, "They discussed ice.")),
    ]);
    expect(encounters).toHaveLength(3);
  });

  test("what was announced joins what took place", () => {
    const encounters = link([
      account(
        "XVA",
        "2022-06-12",
        `Statement on ${kostrova}'s Call with ${eldridge}\n\n${kostrova} will speak with ${eldridge} on June 15.`,
      ),
      account("XME", "2022-06-15", call(eldridge, kostrova, "They discussed timber.")),
    ]);
    expect(shown(encounters)).toEqual(["2022-06-15-xme-xva-phone: XME, XVA"]);
    expect(encounters[0]!.status).toBe("held");
  });

  test("a mention by month joins the only encounter it can mean, and stays alone when there are two", () => {
    const july = report(
      "2022-07-20",
      "Irena Kostrova recalled her call with Tomas Eldridge in June 2022.",
    );
    const first = account("XVA", "2022-06-15", call(kostrova, eldridge, "They discussed fish."));
    const second = account("XVA", "2022-06-25", call(kostrova, eldridge, "They discussed ice."));
    expect(shown(link([july, first]))).toEqual(["2022-06-15-xme-xva-phone: XVA"]);
    const open = link([july, first, second]);
    expect(open).toHaveLength(3);
    const told = ambiguities(open, new Map([july, first, second].map((one) => [one.id, one])));
    expect(told.map(({ code, document }) => `${code} ${document}`)).toEqual([
      `ENCOUNTER_AMBIGUOUS ${july.id}`,
    ]);
  });

  test("a summit's sessions are one encounter, a meeting beside it another within it", () => {
    const summit = (party: "XVA" | "XME", day: string): Document =>
      account(
        party,
        day,
        `The NLC summit\n\n${party === "XVA" ? kostrova : eldridge} took part in the NLC summit in Lake Tarn today.`,
      );
    const encounters = link([
      summit("XVA", "2022-09-15"),
      summit("XME", "2022-09-16"),
      report(
        "2022-09-17",
        "Irena Kostrova met Tomas Eldridge on the sidelines of the NLC summit in Lake Tarn on Thursday.",
      ),
    ]);
    expect(
      encounters.map(
        ({ id, date, parent }) => `${id} ${date.earliest}..${date.latest} < ${parent ?? "-"}`,
      ),
    ).toEqual([
      "2022-09-15-xme-xva-meeting 2022-09-15..2022-09-15 < 2022-09-15-int-xlc-summit-2022",
      "2022-09-15-int-xlc-summit-2022 2022-09-15..2022-09-16 < -",
    ]);
  });

  test("pages that repeat a text are one source", () => {
    const text = call(kostrova, eldridge, `They discussed fish. ${filler}`);
    const [first, again] = [account("XVA", "2022-06-15", text), account("XVA", "2022-06-17", text)];
    const [encounter, ...others] = link([again, first]);
    expect(others).toEqual([]);
    expect(encounter!.date.earliest).toBe("2022-06-15");
    expect(encounter!.accounts.map(({ document, copyOf }) => [document, copyOf])).toEqual(
      [
        [first.id, null],
        [again.id, first.id],
      ].toSorted(([a], [b]) => (a! < b! ? -1 : 1)),
    );
  });

  test("the same words by two parties are two accounts", () => {
    const text = `Joint Statement by Valdoria and Merania\n\nValdoria and Merania agree. ${filler}`;
    const [encounter] = link([
      account("XVA", "2022-06-15", text),
      account("XME", "2022-06-15", text),
    ]);
    expect(encounter!.accounts.map(({ copyOf }) => copyOf)).toEqual([null, null]);
  });

  test("the order of pages changes nothing", () => {
    const pages = [
      account("XVA", "2022-06-15", call(kostrova, eldridge, "They discussed fish.")),
      account("XME", "2022-06-16", call(eldridge, kostrova, "They discussed timber.")),
      account("XVA", "2022-06-17", call(kostrova, eldridge, "They spoke of ice.")),
      account("XVA", "2022-06-15", call(kostrova, ferrin, "They discussed ice.")),
      report("2022-06-20", "Irena Kostrova recalled her call with Tomas Eldridge last week."),
      report("2022-06-20", "Irena Kostrova and Aldo Ferrin spoke by phone."),
    ];
    const expected = link(pages);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(pages, { minLength: pages.length, maxLength: pages.length }),
        (shuffled) => {
          expect(link(shuffled)).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("every mention with two sides belongs to one encounter", () => {
    const pages = [
      account("XVA", "2022-06-15", call(kostrova, eldridge, "They discussed fish.")),
      report("2022-06-20", "Irena Kostrova met Tomas Eldridge and Aldo Ferrin in Highwater."),
    ];
    const refs = link(pages).flatMap(({ mentions }) =>
      mentions.map(({ document, index }) => `${document} ${index}`),
    );
    expect(refs.toSorted()).toEqual(
      pages
        .flatMap(({ id, layers }) => layers.encounters.map((_mention, index) => `${id} ${index}`))
        .toSorted(),
    );
  });
});
