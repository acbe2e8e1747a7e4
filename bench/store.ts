// node bench/store.ts [--statements 100000] [--corpora DIR] [--keep]: bulk insert into a workspace, then searches in it.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readItem } from "../src/app/batch/read-item.ts";
import { searchWorkspace } from "../src/app/workspace/search.ts";
import { settingOf } from "../src/ingest/item.ts";
import { loadContext, packageRoot } from "../src/resources/load.ts";
import type { PreparedPage } from "../src/store/prepare.ts";
import { openWorkspace } from "../src/store/sqlite/open.ts";
import { unpack } from "../src/store/rows.ts";
import { pageTexts } from "./page-texts.ts";

const { values } = parseArgs({
  options: {
    statements: { type: "string", default: "100000" },
    corpora: { type: "string", default: join(packageRoot, "..", "shared", "corpora") },
    keep: { type: "boolean", default: false },
  },
});
const wanted = Number(values.statements);
const folder = mkdtempSync(join(tmpdir(), "readout-store-"));

/** Searches as analysts make them: rare and frequent words, several, phrases, other scripts. */
const queries: readonly string[] = [
  "sanctions",
  "president",
  "Ukraine",
  "“core interests”",
  "military cooperation",
  "Taiwan question",
  "Archive number 77",
  "“Archive number 4321”",
  "said",
  "hotline",
  "Санкции",
  "сотрудничество",
  "核心利益",
  "台湾",
  "zeppelin",
  "territorial integrity sovereignty",
  "readout call leaders",
  "“no limits”",
  "nuclear weapons",
  "trade",
];

function report(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const [median, p95] = [percentile(sorted, 0.5), percentile(sorted, 0.95)];
  console.log(
    `${name}: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, slowest ${sorted.at(-1)!.toFixed(1)} ms (${sorted.length} searches)`,
  );
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

try {
  const context = loadContext();
  const text = pageTexts(resolve(values.corpora));
  const models: { rows: PreparedPage; statements: number }[] = [];
  for (let number = 0; number < 60; number++) {
    const name = `/bench/${number}.txt`;
    const bytes = new TextEncoder().encode(`Page ${number}\n\n${text(number)}\n`);
    const { page } = await readItem(
      { ...settingOf(name, name), bytes },
      { as: "rows", addedAt: "2024-05-21T00:00:00Z" },
      context,
    );
    const rows = page!.rows!;
    const layer = rows.layers.find(({ layer: kind }) => kind === "statements");
    models.push({
      rows,
      statements: layer === undefined ? 0 : (unpack(layer.body) as unknown[]).length,
    });
  }
  const store = await openWorkspace(folder, { create: true });
  let statements = 0;
  let pages = 0;
  let group: PreparedPage[] = [];
  const began = performance.now();
  const startCpu = process.cpuUsage();
  while (statements < wanted) {
    const model = models[pages % models.length]!;
    group.push(copyOf(model.rows, pages++));
    statements += model.statements;
    if (group.length === 8) {
      await store.addPrepared(group);
      group = [];
    }
  }
  await store.addPrepared(group);
  const seconds = (performance.now() - began) / 1000;
  const cpu = process.cpuUsage(startCpu);
  const processor = (cpu.user + cpu.system) / 1e6;
  console.log(
    `${pages} pages, ${statements} statements, ${(statSync(join(folder, "workspace.db")).size / 1e6).toFixed(0)} MB`,
  );
  console.log(
    `bulk insert: ${(pages / seconds).toFixed(0)} pages/s, ${(pages / processor).toFixed(0)} a second of processor time`,
  );
  const times: number[] = [];
  const processorTimes: number[] = [];
  for (let round = 0; round < 5; round++)
    for (const query of queries) {
      const start = performance.now();
      const before = process.cpuUsage();
      await searchWorkspace(store, query, context, { limit: 20 });
      const used = process.cpuUsage(before);
      if (round === 0) continue;
      times.push(performance.now() - start);
      processorTimes.push((used.user + used.system) / 1000);
    }
  report("search", times);
  report("search, processor time", processorTimes);
  await store.close();
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}

/** The same page under another id, hash and place. */
function copyOf(page: PreparedPage, number: number): PreparedPage {
  const id = number.toString(16).padStart(12, "0");
  const own = <Row extends object>(row: Row): Row => ({ ...row, document_id: id });
  return {
    ...page,
    row: { ...page.row, document_id: id, sha256: id.padEnd(64, "0"), url: null },
    text: own(page.text),
    layers: page.layers.map(own),
    passages: page.passages.map(own),
    place: `/bench/${number}`,
  };
}
