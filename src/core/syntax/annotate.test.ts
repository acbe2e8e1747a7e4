import fc from "fast-check";
import { expect, test } from "vitest";
import { loadContext } from "../../resources/load.ts";
import { parseSentence } from "./annotate.ts";

const model = loadContext().syntax()!;

function parse(text: string) {
  return parseSentence(model, text, 0, text.length).map((token) => ({
    ...token,
    form: text.slice(token.start, token.end),
  }));
}

test.each([
  ["“We are ready,” Eldridge said.", "said", "nsubj", "Eldridge"],
  ["“We are ready,” said Prime Minister Eldridge.", "said", "nsubj", "Eldridge"],
  ["The ministry said that talks would resume on Monday.", "said", "ccomp", "resume"],
  ["The ministry said talks would resume on Monday.", "said", "ccomp", "resume"],
  ["The two leaders agreed to meet again in May.", "agreed", "xcomp", "meet"],
  ["Kostrova was told by Eldridge about the treaty.", "told", "obl", "Eldridge"],
])("%s: %s has %s %s", (text, head, relation, dependent) => {
  const tokens = parse(text);
  const found = tokens.find(({ form }) => form === dependent)!;
  expect(tokens[found.head]?.form).toBe(head);
  expect(found.deprel.split(":")[0]).toBe(relation);
});

test("curly marks are read like straight ones", () => {
  const tree = (text: string): string[] => parse(text).map(({ upos, head }) => `${upos} ${head}`);
  expect(tree("“We’re ready,” she said.")).toEqual(tree('"We\'re ready," she said.'));
});

test("every sentence becomes one tree, whatever is in it", () => {
  const piece = fc.constantFrom(
    "said",
    "Xi",
    "—",
    "’",
    "“",
    "中",
    "\u{1F600}",
    "7,5",
    "the",
    "\u0007",
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 60 }), (pieces) => {
      const tokens = parse(pieces.join(" "));
      expect(tokens.filter(({ head }) => head < 0)).toHaveLength(1);
      for (const start of tokens.keys()) {
        let node = start;
        for (let steps = 0; node >= 0; steps++, node = tokens[node]!.head)
          expect(steps).toBeLessThanOrEqual(tokens.length);
      }
    }),
    { numRuns: 50 },
  );
});

test("a sentence of thousands of words is parsed in windows", () => {
  const tokens = parse("the talks went on and ".repeat(500));
  expect(tokens).toHaveLength(2500);
  expect(tokens.filter(({ head }) => head < 0)).toHaveLength(10);
});
