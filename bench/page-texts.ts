import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/resources/load.ts";

/** Words of a page that benches are made of. */
const wordsAPage = 600;

/**
 * Texts of about 600 words, cut from real texts where they are, from the sample elsewhere. Two pages
 * never have the same bytes: the number of each stands in it.
 * @param wanted - `english`: lines of English texts only, `mixed`: of all
 */
export function pageTexts(
  corpora: string,
  wanted: "english" | "mixed" = "mixed",
): (page: number) => string {
  const press = join(corpora, "press");
  const source = existsSync(press)
    ? [...textsUnder(press), ...textsUnder(join(corpora, "readouts"))]
    : textsUnder(join(packageRoot, "samples", "pages"));
  const lines = source
    .filter((text) => wanted === "mixed" || isEnglish(text))
    .flatMap((text) => text.replace(/^---\n[\s\S]*?\n---\n/, "").split("\n"))
    .filter((line) => line.trim() !== "");
  return (page) => {
    const own: string[] = [`Archive number ${page}.`];
    for (let at = page * 13, words = 0; words < wordsAPage; at++) {
      const line = lines[at % lines.length]!;
      own.push(line);
      words += line.split(/\s+/).length;
    }
    return own.join("\n");
  };
}

/** Whether four letters in five are Latin: no text of the corpora is in another language that uses them. */
function isEnglish(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => letter < "\u0250");
  return latin.length > letters.length * 0.8;
}

function textsUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|txt)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .filter((text) => /[a-z]{3}/.test(text) && text.length > 500);
}
