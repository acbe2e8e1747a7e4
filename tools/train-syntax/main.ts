// npm run train:syntax -- DATA_DIR: train the English tagger and parser on UD treebanks.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { decodeSyntaxModel, encodeSyntaxModel } from "../../src/core/syntax/model.ts";
import { tagWords } from "../../src/core/syntax/tagger.ts";
import { wordFeatures } from "../../src/core/syntax/word-features.ts";
import { parseConllu, type TreebankSentence } from "./conllu.ts";
import { lemmaExceptions } from "./lemma-exceptions.ts";
import { measureSyntax } from "./measure.ts";
import { trainParser } from "./train-parser.ts";
import { trainTagger } from "./train-tagger.ts";

const taggerEpochs = 8;
const jackknifeFolds = 4;
const jackknifeEpochs = 4;
const parserEpochs = 12;

const folder = process.argv[2];
if (folder === undefined || !existsSync(join(folder, "ewt-train.conllu"))) {
  console.error(
    "Usage: npm run train:syntax -- DATA_DIR\nDATA_DIR holds ewt-train.conllu, ewt-dev.conllu and gum/*.conllu (Universal Dependencies).",
  );
  process.exit(2);
}

const load = (file: string): TreebankSentence[] => parseConllu(readFileSync(file, "utf8"));
const gum = join(folder, "gum");
const training = [
  ...load(join(folder, "ewt-train.conllu")),
  ...(existsSync(gum)
    ? readdirSync(gum)
        .sort()
        .flatMap((file) => load(join(gum, file)))
    : []),
].filter((sentence) => sentence.forms.length > 0);
const tags = [...new Set(training.flatMap((sentence) => sentence.upos))].sort();
const labelNames = [...new Set(training.flatMap((sentence) => sentence.labels))].sort();
console.error(`${training.length} sentences, ${tags.length} tags, ${labelNames.length} labels`);

const tagger = trainTagger(training, tags, taggerEpochs);
const tagged: Int32Array[] = [];
for (let fold = 0; fold < jackknifeFolds; fold++) {
  const rest = training.filter((_, index) => index % jackknifeFolds !== fold);
  const weights = trainTagger(rest, tags, jackknifeEpochs);
  for (let index = fold; index < training.length; index += jackknifeFolds) {
    const words = training[index]!.forms.map((form, at) => wordFeatures(form, at === 0));
    tagged[index] = tagWords(weights, words);
  }
}
console.error("tagger done");
const { actions, labels } = trainParser(training, tagged, labelNames, parserEpochs, (epoch) => {
  console.error(`parser epoch ${epoch} of ${parserEpochs}`);
});

const bytes = encodeSyntaxModel({
  tags,
  labels: labelNames,
  tagger,
  actions,
  arcLabels: labels,
  lemmas: lemmaExceptions(training),
});
const compressed = brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
const target = join(dirname(fileURLToPath(import.meta.url)), "../../models/english-syntax.bin.br");
writeFileSync(target, compressed);
const digest = createHash("sha256").update(compressed).digest("hex").slice(0, 12);
console.log(`${target}: ${(compressed.length / 1e6).toFixed(2)} MB, sha256 ${digest}…`);
const model = decodeSyntaxModel(bytes);
for (const name of ["ewt-dev", "pud-test"]) {
  const file = join(folder, `${name}.conllu`);
  if (existsSync(file)) console.log(name, JSON.stringify(measureSyntax(model, load(file))));
}
