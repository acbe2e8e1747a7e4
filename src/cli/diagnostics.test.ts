import { expect, test } from "vitest";
import type { Diagnostic } from "../core/diagnostic.ts";
import { printDiagnostics } from "./diagnostics.ts";
import type { Io } from "./io.ts";

function problem(document: string, code: Diagnostic["code"], message: string): Diagnostic {
  return { code, severity: "warning", document, span: null, message };
}

test("of many problems of one kind on a page the first are told, and how many more there are", () => {
  const lines: string[] = [];
  const io: Io = {
    out: () => {},
    bytes: () => {},
    terminal: false,
    err: (text) => void lines.push(text),
    colour: false,
    interactive: false,
    columns: 80,
  };
  printDiagnostics(
    [
      ...["one", "two", "three", "four", "five"].map((message) =>
        problem("a1", "SENTENCE_TOO_LONG", message),
      ),
      problem("b2", "SENTENCE_TOO_LONG", "other page"),
      { ...problem("b2", "ENCODING_GUESSED", "for --json"), severity: "info" },
      problem("a1", "DATE_INVALID", "other kind"),
    ],
    io,
    [{ id: "a1", path: "long.txt" }],
  );
  expect(lines).toEqual([
    "warning SENTENCE_TOO_LONG long.txt: one\n",
    "warning SENTENCE_TOO_LONG long.txt: two\n",
    "warning SENTENCE_TOO_LONG long.txt: three\n",
    "warning SENTENCE_TOO_LONG long.txt: … and 2 more like this; --json lists them.\n",
    "warning SENTENCE_TOO_LONG b2: other page\n",
    "warning DATE_INVALID long.txt: other kind\n",
  ]);
});
