import jsonld from "jsonld";
import { expect, test } from "vitest";
import { w3cFormat } from "../../src/export/w3c.ts";
import { exported, sampleReading } from "./readings.ts";

const oa = "http://www.w3.org/ns/oa#";

/** Terms whose names are those of the vocabulary. */
function named(names: string): Record<string, string> {
  return Object.fromEntries(names.split(" ").map((name) => [name, `oa:${name}`]));
}

/** Terms of the Web Annotation vocabulary that exports use, written from its text (https://www.w3.org/TR/annotation-vocab/). */
const context = {
  oa,
  as: "http://www.w3.org/ns/activitystreams#",
  dc: "http://purl.org/dc/elements/1.1/",
  dcterms: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  id: { "@id": "@id", "@type": "@id" },
  type: { "@id": "@type", "@type": "@vocab" },
  ...named(
    "Annotation SpecificResource TextualBody TextQuoteSelector TextPositionSelector TimeState",
  ),
  Software: "as:Application",
  AnnotationCollection: "as:OrderedCollection",
  AnnotationPage: "as:OrderedCollectionPage",
  ...named("assessing classifying describing identifying tagging"),
  body: { "@type": "@id", "@id": "oa:hasBody" },
  target: { "@type": "@id", "@id": "oa:hasTarget" },
  source: { "@type": "@id", "@id": "oa:hasSource" },
  selector: { "@type": "@id", "@id": "oa:hasSelector" },
  state: { "@type": "@id", "@id": "oa:hasState" },
  renderedVia: { "@type": "@id", "@id": "oa:renderedVia" },
  generator: { "@type": "@id", "@id": "as:generator" },
  motivation: { "@type": "@vocab", "@id": "oa:motivatedBy" },
  purpose: { "@type": "@vocab", "@id": "oa:hasPurpose" },
  exact: "oa:exact",
  prefix: "oa:prefix",
  suffix: "oa:suffix",
  label: "rdfs:label",
  name: "foaf:name",
  format: "dc:format",
  language: "dc:language",
  value: "rdf:value",
  start: { "@type": "xsd:nonNegativeInteger", "@id": "oa:start" },
  end: { "@type": "xsd:nonNegativeInteger", "@id": "oa:end" },
  total: { "@type": "xsd:nonNegativeInteger", "@id": "as:totalItems" },
  startIndex: { "@type": "xsd:nonNegativeInteger", "@id": "as:startIndex" },
  first: { "@type": "@id", "@id": "as:first" },
  items: { "@type": "@id", "@id": "as:items", "@container": "@list" },
  generated: { "@id": "dcterms:issued", "@type": "xsd:dateTime" },
  sourceDate: { "@type": "xsd:dateTime", "@id": "oa:sourceDate" },
  sourceDateStart: { "@type": "xsd:dateTime", "@id": "oa:sourceDateStart" },
  sourceDateEnd: { "@type": "xsd:dateTime", "@id": "oa:sourceDateEnd" },
};

type Node = Readonly<Record<string, readonly Record<string, unknown>[]>>;

async function expand(content: string): Promise<Node> {
  const nodes = await jsonld.expand(JSON.parse(content) as object, {
    safe: true,
    documentLoader: async (url: string) => ({
      documentUrl: url,
      contextUrl: null,
      document: url === "http://www.w3.org/ns/anno.jsonld" ? { "@context": context } : {},
    }),
  });
  return nodes[0] as Node;
}

/** Annotations of an expanded collection. */
function annotationsOf(collection: Node): readonly Node[] {
  const page = collection["http://www.w3.org/ns/activitystreams#first"]![0] as unknown as Node;
  const items = page["http://www.w3.org/ns/activitystreams#items"]![0] as unknown as {
    "@list": readonly Node[];
  };
  return items["@list"];
}

test("a JSON-LD processor reads every annotation; no key is without meaning", async () => {
  const { content, count } = await exported(w3cFormat, sampleReading());
  const annotations = annotationsOf(await expand(content as string));
  expect(annotations).toHaveLength(count);
  expect(count).toBeGreaterThan(20);
  for (const annotation of annotations) {
    expect(annotation["@type"]).toEqual([`${oa}Annotation`]);
    expect(annotation["@id"]).toMatch(/^urn:uuid:/);
    expect(annotation[`${oa}motivatedBy`]![0]!["@id"]).toMatch(new RegExp(`^${oa}[a-z]+$`));
    expect(annotation[`${oa}hasBody`]!.length).toBeGreaterThan(1);
    const target = annotation[`${oa}hasTarget`]![0] as unknown as Node;
    expect(target[`${oa}hasSource`]![0]!["@id"]).toMatch(/^(?:https?:|ni:)/);
    expect(target[`${oa}hasSelector`]!.map((one) => (one["@type"] as string[])[0])).toEqual([
      `${oa}TextQuoteSelector`,
      `${oa}TextPositionSelector`,
    ]);
  }
  expect(new Set(annotations.map((one) => one["@id"])).size).toBe(count);
});

test("a page without an address is named by its content, one with is dated by when it was taken", async () => {
  const { content } = await exported(
    w3cFormat,
    sampleReading(),
    {},
    {
      accessed: () => "2024-05-30",
    },
  );
  expect(content).toContain('"source": "ni:///sha-256;');
  expect(content).toContain('"sourceDate": "2024-05-30T00:00:00Z"');
});
