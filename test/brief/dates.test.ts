import { describe, expect, test } from "vitest";
import { dateWords, headingDate, rangeWords, whenWords } from "../../src/core/brief/dates.ts";

describe("days in words", () => {
  test.each([
    ["2022-06-15", "15 June 2022"],
    ["2022-06", "June 2022"],
    ["2022", "2022"],
    ["PAST_REF", "PAST_REF"],
  ])("%s is %s", (iso, words) => expect(dateWords(iso)).toBe(words));

  test.each([
    ["2024-05-14", "2024-05-16", "14 to 16 May 2024"],
    ["2024-05-30", "2024-06-02", "30 May to 2 June 2024"],
    ["2024-12-30", "2025-01-02", "30 December 2024 to 2 January 2025"],
    ["2024-05-14", "2024-05-14", "14 May 2024"],
  ])("%s/%s is %s", (from, to, words) => expect(rangeWords(from, to)).toBe(words));

  test.each([
    ["2024-05-21", "2024-05-21", false, true, "on 21 May 2024"],
    ["2024-05-21", "2024-05-21", false, false, "on or about 21 May 2024"],
    ["2024-05-14", "2024-05-16", false, true, "between 14 and 16 May 2024"],
    ["2024-05-14", "2024-05-16", true, true, "from 14 to 16 May 2024"],
    ["2024-05-14", "2024-05-15", true, true, "on 14 and 15 May 2024"],
    ["2024-02-01", "2024-02-29", false, true, "in February 2024"],
    ["2024-01-01", "2024-12-31", false, true, "in 2024"],
    [null, "2024-05-16", false, true, "by 16 May 2024"],
    ["2024-05-16", null, false, true, "on or after 16 May 2024"],
    [null, null, false, true, "on a day that is not stated"],
  ])("%s/%s lasting %s, exact %s: %s", (earliest, latest, lasts, exact, words) =>
    expect(whenWords({ earliest, latest }, lasts, exact)).toBe(words),
  );

  test("a heading needs no preposition, and has none where the day is open", () => {
    expect(headingDate({ earliest: "2024-05-01", latest: "2024-05-31" })).toBe("May 2024");
    expect(headingDate({ earliest: null, latest: null })).toBeNull();
  });
});
