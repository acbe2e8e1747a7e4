import { expect, test } from "vitest";
import { parseConllu } from "./conllu.ts";
import { directSpeech, speechFrames } from "./direct-speech.ts";

const [report, content] = parseConllu(`# text = The envoy told reporters that talks failed .
1	The	the	DET	_	_	2	det	_	_
2	envoy	envoy	NOUN	_	_	3	nsubj	_	_
3	told	tell	VERB	_	_	0	root	_	_
4	reporters	reporter	NOUN	_	_	3	iobj	_	_
5	that	that	SCONJ	_	_	7	mark	_	_
6	talks	talk	NOUN	_	_	7	nsubj	_	_
7	failed	fail	VERB	_	_	3	ccomp	_	_
8	.	.	PUNCT	_	_	3	punct	_	_

# text = We are ready now .
1	We	we	PRON	_	_	3	nsubj	_	_
2	are	be	AUX	_	_	3	cop	_	_
3	ready	ready	ADJ	_	_	0	root	_	_
4	now	now	ADV	_	_	3	advmod	_	_
5	.	.	PUNCT	_	_	3	punct	_	_
`) as [ReturnType<typeof parseConllu>[0], ReturnType<typeof parseConllu>[0]];
const frames = speechFrames([report, content]);

test.each([
  [0.4, "“ We are ready now , ” told the envoy reporters ."],
  [0.6, "“ We are ready now , ” the envoy told reporters ."],
  [0.8, "The envoy told reporters : “ We are ready now . ”"],
  [0.9, "The envoy told reporters , “ We are ready now . ”"],
])("a sentence becomes direct speech", (style, text) => {
  const { forms, heads, labels } = directSpeech(content, frames[0]!, () => style)!;
  expect(forms.join(" ")).toBe(text);
  const at = (form: string): number => forms.findIndex((other) => other.toLowerCase() === form);
  expect(heads[at("told")]).toBe(forms.length);
  expect(labels[at("told")]).toBe("root");
  const arcs = ["ready", "envoy", "reporters", "we", "“", "”", "the"].map(
    (form) => `${labels[at(form)]!} ${forms[heads[at(form)]!]!}`,
  );
  expect(arcs).toEqual([
    "ccomp told",
    "nsubj told",
    "iobj told",
    "nsubj ready",
    "punct ready",
    "punct ready",
    "det envoy",
  ]);
});

test("a fragment is not made to be said", () => {
  const fragment = {
    ...content,
    labels: content.labels.map((label) => label.replace("nsubj", "dep")),
  };
  expect(directSpeech(fragment, frames[0]!, () => 0.5)).toBeNull();
});

test.each([
  [0, "“ We , ” the envoy told reporters , “ are ready now . ”"],
  [0.9, "“ We are ready , ” the envoy told reporters , “ now . ”"],
])("direct speech is split between the parts of its clause", (choice, text) => {
  const values = [0.2, choice];
  const { forms, heads, labels } = directSpeech(content, frames[0]!, () => values.shift()!)!;
  expect(forms.join(" ")).toBe(text);
  const arcs = forms.map((form, at) => `${form} ${labels[at]!} ${forms[heads[at]!] ?? "ROOT"}`);
  expect(arcs.filter((arc) => !arc.includes("punct")).toSorted()).toEqual([
    "We nsubj ready",
    "are cop ready",
    "envoy nsubj told",
    "now advmod ready",
    "ready root ROOT",
    "reporters iobj told",
    "the det envoy",
    "told parataxis ready",
  ]);
  const marks = arcs.filter((arc) => arc.includes("punct"));
  expect(marks.filter((arc) => arc.endsWith("ready"))).toHaveLength(6);
});
