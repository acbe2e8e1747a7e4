import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { Reading } from "../../src/app/reading.ts";
import { qdpxFormat } from "../../src/export/qdpx.ts";
import { exported, hostilePieces, hostileReading, sampleReading } from "./readings.ts";

const schema = readFileSync(join(import.meta.dirname, "refi-qda.xsd"), "utf8");

async function projectOf(reading: Reading): Promise<{ files: string[]; project: string }> {
  const { content } = await exported(qdpxFormat, reading);
  const files = unzipSync(content as Uint8Array);
  return { files: Object.keys(files), project: strFromU8(files["project.qde"]!) };
}

test("a project is valid, hostile text and all", async () => {
  const hostile = hostilePieces.join("\n");
  const xml = await Promise.all(
    [sampleReading(), hostileReading(hostile, [{ start: 0, end: hostile.length }])].map(
      async (reading, index) => ({
        fileName: `${index}.xml`,
        contents: (await projectOf(reading)).project,
      }),
    ),
  );
  const { valid, errors } = await validateXML({ xml, schema: [schema] });
  expect(errors).toEqual([]);
  expect(valid).toBe(true);
});

test("the schema refuses what the standard does", async () => {
  const { project } = await projectOf(sampleReading());
  const broken = [
    project.replace(/ startPosition="\d+"/, ""),
    project.replace('isCodable="true"', ""),
    project.replace(/<Variables>.*<\/Variables>/, ""),
    project.replace(/targetGUID="/, 'targetGUID="{'),
  ];
  for (const contents of broken) {
    expect(contents).not.toBe(project);
    const { valid } = await validateXML({
      xml: [{ fileName: "broken.xml", contents }],
      schema: [schema],
    });
    expect(valid).toBe(false);
  }
});

test("every code that is used is in the codebook, every source has its text", async () => {
  const { files, project } = await projectOf(sampleReading());
  const codes = new Set([...project.matchAll(/<Code guid="([^"]+)"/g)].map(([, guid]) => guid));
  const used = [...project.matchAll(/<CodeRef targetGUID="([^"]+)"/g)].map(([, guid]) => guid);
  expect(used.length).toBeGreaterThan(10);
  for (const guid of used) expect(codes).toContain(guid);
  for (const [, path] of project.matchAll(/internal:\/\/([^"]+)/g))
    expect(files).toContain(`Sources/${path}`);
});

test("ids stay from export to export, the time of making alone differs", async () => {
  const first = await projectOf(sampleReading());
  const { content } = await exported(
    qdpxFormat,
    sampleReading(),
    {},
    {
      now: "2025-01-01T00:00:00.000Z",
    },
  );
  const second = strFromU8(unzipSync(content as Uint8Array)["project.qde"]!);
  expect(second.replaceAll("2025-01-01T00:00:00Z", "2024-06-01T12:00:00Z")).toBe(first.project);
});

test("codes name classes, topics by domain and speakers", async () => {
  const { project } = await projectOf(sampleReading());
  for (const name of ["Statements", "promise", "Speakers", "Irena Kostrova", "Topics", "Silences"])
    expect(project).toContain(`name="${name}"`);
});

test("two people of one name are two codes", async () => {
  const reading = sampleReading();
  const { project } = await projectOf({
    ...reading,
    labelOf: (id) => (id.includes(":") ? "Li Wei" : id),
  });
  expect(project).toContain('name="Li Wei (XVA:irena-kostrova)"');
  expect(project).toContain('name="Li Wei (XME:tomas-eldridge)"');
});
