import { expect, test } from "vitest";
import { measureSyntax } from "./measure.ts";
import { decodeSyntaxModel, encodeSyntaxModel } from "../../src/core/syntax/model.ts";
import { parseConllu } from "./conllu.ts";
import { trainNetwork } from "./train-network.ts";

const treebank = `# newpar
# text = The envoy didn't sign.
1	The	the	DET	_	_	2	det	_	_
2	envoy	envoy	NOUN	_	_	5	nsubj	_	_
3-4	didn't	_	_	_	_	_	_	_	_
3	did	do	AUX	_	_	5	aux	_	_
4	n't	not	PART	_	_	5	advmod	_	_
5	sign	sign	VERB	_	_	0	root	_	SpaceAfter=No
6	.	.	PUNCT	_	_	5	punct	_	_

# text = Valdoria signed the old treaty, Kostrova said.
1	Valdoria	Valdoria	PROPN	_	_	2	nsubj	_	_
2	signed	sign	VERB	_	_	8	ccomp	_	_
3	the	the	DET	_	_	5	det	_	_
4	old	old	ADJ	_	_	5	amod	_	_
5	treaty	treaty	NOUN	_	_	2	obj	_	SpaceAfter=No
6	,	,	PUNCT	_	_	8	punct	_	_
7	Kostrova	Kostrova	PROPN	_	_	8	nsubj	_	_
8	said	say	VERB	_	_	0	root	_	SpaceAfter=No
9	.	.	PUNCT	_	_	8	punct	_	_
`;
const sentences = parseConllu(treebank);
const tags = [...new Set(sentences.flatMap(({ upos }) => upos))].sort();
const labels = [...new Set(sentences.flatMap((sentence) => sentence.labels))].sort();
const pretrained = {
  width: 4,
  rows: new Map([["treaty", 0]]),
  values: Float32Array.of(1, 2, 3, 4),
};
const plan = {
  epochs: 600,
  seed: 3,
  words: 20,
  directory: { people: ["Ali Marsh"], states: ["Merania"] },
  shape: { width: 16, layers: 2, arc: 16, label: 16 },
};

function trained(): Uint8Array {
  const network = trainNetwork(sentences, tags, labels, pretrained, plan, () => {});
  return encodeSyntaxModel({ ...network, lemmas: new Map([["didn’t|X", "é"]]) });
}

test("words of multiword tokens have their places", () => {
  const { text, ranges, opens } = sentences[0]!;
  expect(opens).toBe(true);
  expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(sentences[0]!.forms);
});

test("training learns its sentences by heart, and twice the same bytes", () => {
  const bytes = trained();
  const model = decodeSyntaxModel(bytes);
  expect(measureSyntax(model, sentences)).toMatchObject({ upos: 100, uas: 100, las: 100 });
  expect(model.lemmas.get("didn’t|X")).toBe("é");
  expect(trained()).toEqual(bytes);
});
