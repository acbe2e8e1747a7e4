import { expect, test } from "vitest";
import { renamed } from "./names.ts";

const sentence = {
  forms: ["Minister", "Tomas", "Marsh", "met", "envoys", "."],
  upos: ["PROPN", "PROPN", "PROPN", "VERB", "NOUN", "PUNCT"],
  heads: [1, 3, 1, 6, 3, 3],
  labels: ["nmod:desc", "nsubj", "flat", "root", "obj", "punct"],
};

const directory = { people: ["Ibn Ali Haddad"], states: ["Merania"] };

test("a person gets a name of another length", () => {
  const { forms, heads, labels } = renamed(sentence, directory, () => 0.9);
  expect(forms.join(" ")).toBe("Minister Ibn Ali Haddad met envoys .");
  expect(heads).toEqual([1, 4, 1, 1, 7, 4, 4]);
  expect(labels).toEqual(["nmod:desc", "nsubj", "flat", "flat", "root", "obj", "punct"]);
});

test("one word after a title is a surname", () => {
  const short = {
    forms: ["Minister", "Marsh", "left"],
    upos: ["PROPN", "PROPN", "VERB"],
    heads: [1, 2, 3],
    labels: ["nmod:desc", "nsubj", "root"],
  };
  expect(renamed(short, directory, () => 0.9).forms.join(" ")).toBe("Minister Haddad left");
});

test("without a person nothing changes", () => {
  const none = { ...sentence, upos: sentence.upos.map(() => "NOUN") };
  expect(renamed(none, directory, () => 0)).toBe(none);
});

test("a title gets its state", () => {
  const { forms, heads, labels } = renamed(sentence, directory, () => 0.1);
  expect(forms.join(" ")).toBe("Minister of Merania Ibn Ali Haddad met envoys .");
  expect(heads).toEqual([3, 2, 0, 6, 3, 3, 9, 6, 6]);
  expect(labels.slice(0, 4)).toEqual(["nmod:desc", "case", "nmod", "nsubj"]);
});
