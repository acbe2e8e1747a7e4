import { expect, test } from "vitest";
import { readText } from "../support/read-text.ts";

test.each<[string, string, string | null]>([
  ["an agency's own dateline", "新华社北京3月1日电 北运河船闸开放。", "CHN:xinhua"],
  ["in brackets", "【中新网东京3月1日电】北运河船闸开放。", "CHN:china-news-service"],
  ["after the dash of a dateline", "МОСКВА, 1 мар – РИА Новости. Канал открыт.", "RUS:ria-novosti"],
  ["slashes of its own", "МОСКВА, 1 марта. /ТАСС/. Канал открыт.", "RUS:tass"],
  ["cited", "据新华社报道，北运河船闸开放。", null],
  ["cited at the head of a line", "新华社报道称，北运河船闸开放。", null],
  ["cited in Russian", "Канал открыт, сообщает РИА Новости.", null],
])("%s", (_name, text, expected) => {
  expect(readText(`${text}\n`).issuer).toBe(expected);
});
