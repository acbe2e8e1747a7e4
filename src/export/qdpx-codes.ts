import type { Reading } from "../app/reading.ts";
import { guidOf } from "./identifiers.ts";
import type { ExportMark } from "./marks.ts";
import { xmlElement, xmlEscape } from "./xml-element.ts";

/** A code of the codebook: its names from the root, and what it means. */
interface CodePath {
  readonly names: readonly string[];
  readonly description: string | null;
}

/** Roots of the codebook with their colours (distinct also to colour-blind eyes: Okabe and Ito 2008). */
const colours: Readonly<Record<string, string>> = {
  Statements: "#0072B2",
  Speakers: "#56B4E9",
  Topics: "#009E73",
  "Set phrases": "#D55E00",
  Encounters: "#CC79A7",
  Commitments: "#E69F00",
  Assessments: "#F0E442",
  Silences: "#000000",
  Figures: "#999999",
};

/** Names of codes: the label of an id, with the id where another under the same root has that label. */
export type CodeNames = (root: string, id: string) => string;

/** Names for the speakers, topics and phrases of these marks. */
export function codeNames(marks: readonly ExportMark[], reading: Reading): CodeNames {
  const ids = new Map<string, Set<string>>();
  const keyOf = (root: string, id: string): string => `${root}/${reading.labelOf(id)}`;
  const add = (root: string, id: string): void => {
    const key = keyOf(root, id);
    ids.set(key, (ids.get(key) ?? new Set()).add(id));
  };
  for (const { layer, actors, code } of marks) {
    if (layer === "statement") for (const id of actors) add("Speakers", id);
    if (layer === "topic" && code !== null) add("Topics", code);
    if (layer === "phrase" && code !== null) add("Set phrases", code);
  }
  return (root, id) =>
    (ids.get(keyOf(root, id))?.size ?? 0) > 1
      ? `${reading.labelOf(id)} (${id})`
      : reading.labelOf(id);
}

/** The codes of a mark: its class, topic or phrase, and whose words it is. */
export function codesOf(
  mark: ExportMark,
  reading: Reading,
  nameOf: CodeNames,
): readonly CodePath[] {
  const speakers = (): CodePath[] =>
    mark.actors.map((id) => ({ names: ["Speakers", nameOf("Speakers", id)], description: id }));
  const under = (
    root: string,
    name: string | null,
    description: string | null = null,
  ): CodePath => ({
    names: name === null ? [root] : [root, name],
    description,
  });
  switch (mark.layer) {
    case "statement":
      return [
        under("Statements", mark.negated && mark.class !== null ? `not ${mark.class}` : mark.class),
        ...speakers(),
      ];
    case "topic":
      return [
        {
          names: [
            "Topics",
            ...(mark.class === null ? [] : [mark.class]),
            nameOf("Topics", mark.code!),
          ],
          description: mark.code,
        },
      ];
    case "phrase":
      return [under("Set phrases", nameOf("Set phrases", mark.code!), mark.code)];
    case "encounter":
      return [under("Encounters", mark.encounter ?? mark.class)];
    case "commitment":
      return [
        mark.code === null
          ? under("Commitments", mark.class)
          : { names: ["Commitments", mark.code, mark.class ?? "open"], description: null },
      ];
    case "assessment":
      return [under("Assessments", mark.class)];
    case "silence":
      return [under("Silences", mark.class)];
    case "figure":
      return [under("Figures", mark.code === null ? null : reading.labelOf(mark.code))];
  }
}

/** GUID of a code: the same in every project, so that codings of two exports merge. */
export function codeGuid({ names }: CodePath): string {
  return guidOf("code", ...names);
}

interface Node {
  readonly path: readonly string[];
  description: string | null;
  readonly children: Map<string, Node>;
}

/** The codebook that holds these codes, as nested elements sorted by name. */
export function codebookOf(codes: readonly CodePath[]): string {
  const root: Node = { path: [], description: null, children: new Map() };
  for (const { names, description } of codes) {
    let node = root;
    for (const name of names) {
      const child: Node = node.children.get(name) ?? {
        path: [...node.path, name],
        description: null,
        children: new Map(),
      };
      node.children.set(name, child);
      node = child;
    }
    node.description ??= description;
  }
  return xmlElement("CodeBook", {}, xmlElement("Codes", {}, ...elements(root)));
}

function elements(node: Node): string[] {
  return [...node.children.values()]
    .toSorted((a, b) => (a.path.at(-1)! < b.path.at(-1)! ? -1 : 1))
    .map((child) =>
      xmlElement(
        "Code",
        {
          guid: codeGuid({ names: child.path, description: null }),
          name: child.path.at(-1)!,
          isCodable: "true",
          color: colours[child.path[0]!] ?? null,
        },
        ...(child.description === null
          ? []
          : [xmlElement("Description", {}, xmlEscape(child.description))]),
        ...elements(child),
      ),
    );
}
