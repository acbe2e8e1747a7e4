import { expect, test } from "vitest";
import { nameOf } from "../../src/export/names.ts";

test.each<[string, string | null, string]>([
  ["Jane Roe", "USA", "Roe, Jane"],
  ["Jane Q. Roe-Smith", null, "Roe-Smith, Jane Q."],
  ["Ursula von der Leyden", "DEU", "von der Leyden, Ursula"],
  ["Seán O’Brien", "IRL", "O’Brien, Seán"],
  ["Wang Xiaoming", "USA", "Wang Xiaoming"],
  ["Nguyễn Văn An", null, "Nguyễn Văn An"],
  ["Xiaoming Roe", "CHN", "Xiaoming Roe"],
  ["Иван Петров", "RUS", "Иван Петров"],
  ["王小明", "CHN", "王小明"],
  ["Reuters", "GBR", "Reuters"],
  ["John Roe Jr.", "USA", "John Roe Jr."],
  ["Staff of the foreign desk", "USA", "Staff of the foreign desk"],
])("%s of %s", (written, state, shown) => {
  const name = nameOf(written, state);
  expect("literal" in name ? name.literal : `${name.family}, ${name.given}`).toBe(shown);
});
