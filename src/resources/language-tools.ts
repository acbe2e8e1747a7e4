import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { WordSegmenter } from "../core/context.ts";

const require = createRequire(import.meta.url);

type Eld = typeof import("eld/extrasmall");
type Jieba = typeof import("@node-rs/jieba");

/**
 * Language of a text by `eld` (60 languages, its smallest tables), which is loaded when first asked: most pages are
 * decided by their letters and never need it.
 * @returns BCP 47 primary code; `null` when the detector itself is unsure
 */
export function detectWithEld(text: string): string | null {
  // eld has no CommonJS entry: its file is looked up as an import and loaded at once all the same.
  const { eld } = require(fileURLToPath(import.meta.resolve("eld/extrasmall"))) as Eld;
  const result = eld.detect(text);
  return result.language !== "" && result.isReliable() ? result.language : null;
}

/**
 * Chinese words by `@node-rs/jieba` with its own dictionary and further names. The dictionary takes a seventh of a
 * second, so it is loaded with the first Chinese sentence.
 * @param names - names that must stay whole, in simplified characters
 */
export function jiebaSegmenter(names: () => Iterable<string>): WordSegmenter {
  let jieba: InstanceType<Jieba["Jieba"]> | null = null;
  return (text) => {
    jieba ??= loadJieba(names());
    return jieba.cut(text, true);
  };
}

/** Heavier than any other reading of the same characters. */
const weight = 100_000;

function loadJieba(names: Iterable<string>): InstanceType<Jieba["Jieba"]> {
  const { Jieba } = require("@node-rs/jieba") as Jieba;
  const { dict } = require("@node-rs/jieba/dict.js") as { dict: Uint8Array };
  const jieba = Jieba.withDict(dict);
  const lines = [...new Set(names)].map((name) => `${name} ${weight} nr\n`);
  jieba.loadDict(new TextEncoder().encode(lines.join("")));
  return jieba;
}
