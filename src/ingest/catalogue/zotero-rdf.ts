import { walkXml } from "../xml.ts";
import { givenFrom, type CatalogueEntry } from "./entry.ts";

/** A node of the export that others refer to. */
interface Node {
  readonly id: string;
  readonly kind: "item" | "attachment" | "note";
  title: string;
  date: string;
  url: string;
  outlet: string;
  note: string;
  file: string | null;
  readonly authors: string[];
  readonly refers: string[];
}

/** Entries of a Zotero RDF export: items with the attachments and notes that they refer to. */
export function readZoteroRdf(xml: string): CatalogueEntry[] {
  const nodes = new Map<string, Node>();
  const path: string[] = [];
  let node: Node | null = null;
  let depth = 0;
  let name = { surname: "", given: "" };
  walkXml(xml, {
    open(tag, attributes) {
      path.push(tag);
      const about = attributes["rdf:about"];
      if (path.length === 2 && tag !== "z:Collection") {
        const kind = tag === "z:Attachment" ? "attachment" : tag === "bib:Memo" ? "note" : "item";
        const id = about ?? `#${nodes.size}`;
        node = {
          id,
          kind,
          title: "",
          date: "",
          url: "",
          outlet: "",
          note: "",
          file: null,
          authors: [],
          refers: [],
        };
        nodes.set(id, node);
        depth = path.length;
      }
      const resource = attributes["rdf:resource"];
      if (node !== null && resource !== undefined) {
        if (tag === "rdf:resource" || tag === "z:path") node.file = resource;
        else if (tag === "link:link" || tag === "dcterms:isReferencedBy")
          node.refers.push(resource);
      }
    },
    text(text) {
      if (node === null) return;
      const tag = path.at(-1)!;
      const inside = path.slice(depth);
      if (tag === "dc:title") {
        if (inside.length === 1) node.title += text;
        else if (inside[0] === "dcterms:isPartOf") node.outlet += text;
      } else if (tag === "dc:date" && inside.length === 1) node.date += text;
      else if (tag === "rdf:value" && inside[0] === "dc:identifier") node.url += text;
      else if (tag === "rdf:value" && inside.length === 1) node.note += text;
      else if (tag === "foaf:surname" && inside[0] === "bib:authors") name.surname += text;
      else if (
        (tag === "foaf:givenName" || tag === "foaf:givenname") &&
        inside[0] === "bib:authors"
      )
        name.given += text;
    },
    close(tag) {
      if (tag === "foaf:Person" && node !== null) {
        const full = `${name.given} ${name.surname}`.trim();
        if (full !== "" && path.includes("bib:authors")) node.authors.push(full);
        name = { surname: "", given: "" };
      }
      path.pop();
      if (path.length < 2) node = null;
    },
  });
  return entriesFrom(nodes);
}

function entriesFrom(nodes: ReadonlyMap<string, Node>): CatalogueEntry[] {
  const used = new Set<string>();
  const entries: CatalogueEntry[] = [];
  const given = (node: Node): CatalogueEntry["given"] =>
    givenFrom({
      title: node.title,
      authors: node.authors,
      published: node.date,
      url: node.url,
      outlet: node.outlet,
    });
  for (const node of nodes.values()) {
    if (node.kind !== "item") continue;
    const referred = node.refers.flatMap((id) => nodes.get(id) ?? []);
    for (const { id } of referred) used.add(id);
    entries.push({
      given: given(node),
      files: referred.flatMap(({ file }) => file ?? []),
      notes: referred.filter(({ kind }) => kind === "note").map(({ note }) => note),
    });
  }
  for (const node of nodes.values()) {
    if (node.kind === "item" || used.has(node.id)) continue;
    entries.push({
      given: given(node),
      files: node.file === null ? [] : [node.file],
      notes: node.kind === "note" ? [node.note] : [],
    });
  }
  return entries;
}
