// node bench/warc.ts [--megabytes 1024] [--pages 1000] [--corpora DIR]: a web archive made of pages and pictures is
// added to a workspace as it streams; prints time and peak memory.
import { spawn } from "node:child_process";
import { randomFillSync } from "node:crypto";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { packageRoot } from "../src/resources/load.ts";
// @ts-expect-error: a script without types
import { memoryEnvironment, memoryFlags } from "../scripts/memory.mjs";
import { warcRecord } from "../test/formats/fixtures/archives.ts";
import { htmlPage } from "../test/formats/fixtures/words.ts";
import { pageTexts } from "./page-texts.ts";

const { values } = parseArgs({
  options: {
    megabytes: { type: "string", default: "1024" },
    pages: { type: "string", default: "1000" },
    corpora: { type: "string", default: join(packageRoot, "..", "shared", "corpora") },
  },
});
const folder = mkdtempSync(join(tmpdir(), "readout-warc-"));
const file = join(folder, "crawl.warc.gz");

/** Write pages with pictures between them until the file is as large as wanted. */
async function writeArchive(): Promise<void> {
  const size = Number(values.megabytes) * 1024 * 1024;
  const pages = Number(values.pages);
  const text = pageTexts(resolve(values.corpora));
  const out = createWriteStream(file);
  const picture = new Uint8Array(256 * 1024);
  let written = 0;
  const put = async (record: Uint8Array): Promise<void> => {
    const packed = gzipSync(record, { level: 1 });
    written += packed.length;
    if (!out.write(packed)) await once(out, "drain");
  };
  for (let page = 0; page < pages; page++) {
    const paragraphs = text(page).replaceAll("&", "&amp;").replaceAll("<", "&lt;").split("\n");
    const body = new TextEncoder().encode(htmlPage(`Page ${page}`, paragraphs));
    await put(warcRecord({ url: `https://courier.example/${page}`, body }));
    while (written < (size * (page + 1)) / pages) {
      randomFillSync(picture);
      await put(
        warcRecord({
          url: `https://courier.example/${written}.jpg`,
          body: picture,
          contentType: "image/jpeg",
        }),
      );
    }
  }
  out.end();
  await once(out, "finish");
}

try {
  await writeArchive();
  console.log(`${(statSync(file).size / 1024 / 1024).toFixed(0)} MB, ${values.pages} pages`);
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...memoryFlags,
      join(packageRoot, "dist", "cli", "main.js"),
      "add",
      file,
      "--workspace",
      join(folder, "workspace"),
    ],
    { stdio: ["ignore", "pipe", "inherit"], env: memoryEnvironment },
  );
  let last = "";
  child.stdout
    .setEncoding("utf8")
    .on("data", (text: string) => void (last = `${last}${text}`.slice(-300)));
  let megabytes = 0;
  const watch = setInterval(() => {
    const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
    megabytes = Math.max(megabytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  }, 200);
  const [code] = (await once(child, "exit")) as [number | null];
  clearInterval(watch);
  console.log(last.trim().split("\n").at(-1));
  console.log(
    `code ${code}, ${((performance.now() - began) / 1000).toFixed(0)} s, peak memory ${megabytes.toFixed(0)} MB`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
