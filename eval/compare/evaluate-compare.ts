import type { Verdict } from "../../src/core/compare/comparison.ts";
import { toPage } from "../../src/core/offset-map.ts";
import { loadContext } from "../../src/resources/load.ts";
import type { Evaluation, Measure, Report } from "../evaluation.ts";
import { checkClaims, checkContrasts } from "./checklist.ts";
import { checkShapes } from "./shapes.ts";
import { goldEvents, type ComparePage } from "./gold-pages.ts";
import { compareEvent, type ComparedEvent } from "./events.ts";
import { goldRows, slotsOf, type Slot } from "./rows.ts";
import { falseDifferences } from "./same-texts.ts";

const verdicts: readonly Verdict[] = ["shared", "one-sided", "attributed-only"];

/** Topic rows, attributions and false differences of `readout compare` on annotated encounters. */
export const compareEvaluation: Evaluation = {
  name: "compare",
  about: "accounts side by side: rows on annotated encounters, prints of one text",
  needs: ["readouts", "series"],
  run: evaluateCompare,
};

/** Slots of an event with its languages. */
interface Scored {
  readonly event: string;
  readonly languages: string;
  readonly slots: readonly Slot[];
}

function evaluateCompare(data: string): Report {
  const context = loadContext();
  const scored: Scored[] = [];
  const mouths: string[] = [];
  let rightMouths = 0;
  let slowest = 0;
  const lines: string[] = [];
  for (const [event, pages] of goldEvents()) {
    const compared = compareEvent(data, event, pages, context);
    slowest = Math.max(slowest, compared.milliseconds);
    const slots = slotsOf(
      goldRows(pages, context),
      compared.comparison.rows,
      compared.documents,
      context,
    );
    scored.push({ event, languages: languagesOf(compared), slots });
    for (const slot of slots) {
      if (slot.gold === slot.predicted && slot.cells) continue;
      const kind =
        slot.gold === null
          ? "spurious"
          : slot.predicted === null
            ? "missed"
            : slot.gold === slot.predicted
              ? "cells"
              : "verdict";
      lines.push(
        `${kind}: ${event.slice(0, 30)} ${slot.topic} gold ${slot.gold ?? "-"} predicted ${slot.predicted ?? "-"}`,
      );
    }
    const judged = judgeMouths(pages, compared);
    rightMouths += judged.right;
    mouths.push(...judged.wrong, ...Array.from({ length: judged.right }, () => ""));
    lines.push(...judged.wrong.map((wrong) => `mouth: ${event.slice(0, 30)} ${wrong}`));
  }
  const prints = falseDifferences(data, context);
  lines.push(...[...prints.p5, ...prints.others].map((line) => `print: ${line}`));
  const checks = [
    ...checkContrasts(data, context),
    ...checkClaims(data, context),
    ...checkShapes(data, context),
  ];
  const english = scored.filter(({ languages }) => languages === "en-en");
  const across = scored.filter(({ languages }) => languages !== "en-en");
  return {
    measures: [
      { name: "topic rows F1, English pairs", value: f1(english), target: 85 },
      { name: "topic rows F1, across languages", value: f1(across), target: 80 },
      ...pairsOf(across).map((pair): Measure => ({
        name: `topic rows F1, ${pair}`,
        value: f1(across.filter(({ languages }) => languages === pair)),
      })),
      ...verdicts.flatMap((verdict): Measure[] => {
        const { precision, recall } = score(
          scored.flatMap(({ slots }) => slots),
          verdict,
        );
        return [
          { name: `topic rows P, ${verdict}`, value: precision },
          { name: `topic rows R, ${verdict}`, value: recall },
        ];
      }),
      { name: "topic rows right in all cells", value: cellsRight(scored) },
      {
        name: "attributed-only P, rows of all kinds",
        value: mouths.length === 0 ? 0 : (100 * rightMouths) / mouths.length,
        target: 85,
      },
      {
        name: "false differences, P5 statement",
        value: prints.p5.length,
        unit: "rows",
        target: 0,
        bound: "most",
      },
      {
        name: "false differences, other prints",
        value: prints.others.length,
        unit: "rows",
        target: 0,
        bound: "most",
      },
      {
        name: "slowest comparison",
        value: Math.round(slowest),
        unit: "ms",
        target: 300,
        bound: "most",
      },
    ],
    lines: checks.map(({ name, found }) => `${found ? "found " : "MISSED"} ${name}`),
    details: lines.toSorted(),
  };
}

function languagesOf(compared: ComparedEvent): string {
  const languages = [...compared.documents.values()].map(
    (document) => document.language?.slice(0, 2) ?? "?",
  );
  const distinct = [...new Set(languages)].toSorted();
  return distinct.length === 1 ? `${distinct[0]}-${distinct[0]}` : distinct.join("-");
}

function pairsOf(scored: readonly Scored[]): string[] {
  return [...new Set(scored.map(({ languages }) => languages))].toSorted();
}

/** A slot counts where gold and prediction have the row with one verdict. */
function score(
  slots: readonly Slot[],
  verdict: Verdict | null,
): { precision: number; recall: number } {
  const predicted = slots.filter((slot) =>
    verdict === null ? slot.predicted !== null : slot.predicted === verdict,
  );
  const gold = slots.filter((slot) =>
    verdict === null ? slot.gold !== null : slot.gold === verdict,
  );
  const right = predicted.filter((slot) => slot.gold === slot.predicted).length;
  return {
    precision: predicted.length === 0 ? 0 : (100 * right) / predicted.length,
    recall: gold.length === 0 ? 0 : (100 * right) / gold.length,
  };
}

function f1(scored: readonly Scored[]): number {
  const { precision, recall } = score(
    scored.flatMap(({ slots }) => slots),
    null,
  );
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function cellsRight(scored: readonly Scored[]): number {
  const right = scored.flatMap(({ slots }) =>
    slots.filter((slot) => slot.gold === slot.predicted && slot.gold !== null),
  );
  return right.length === 0 ? 0 : (100 * right.filter((slot) => slot.cells).length) / right.length;
}

/** Rows of every kind that say “put in the other's mouth, whose own account lacks it”, judged by what was marked. */
function judgeMouths(
  pages: readonly ComparePage[],
  { comparison, documents }: ComparedEvent,
): { right: number; wrong: string[] } {
  const wrong: string[] = [];
  let right = 0;
  for (const row of comparison.rows.filter(
    (candidate) => candidate.verdict === "attributed-only",
  )) {
    const [party, cell] = Object.entries(row.cells).find(([, own]) => own.status === "attributed")!;
    const own = pages.filter((page) => page.party === party);
    const lacking = cell.spans.every((span) => {
      const place = toPage(documents.get(span.document)!.offsets, span);
      return (
        place !== null &&
        own.some((page) =>
          page.mouths.some(
            (mouth) =>
              mouth.own !== "has" && mouth.span.start < place.end && place.start < mouth.span.end,
          ),
        )
      );
    });
    if (lacking) right++;
    else wrong.push(`${row.kind} ${row.id}: ${row.label.slice(0, 60)}`);
  }
  return { right, wrong };
}
