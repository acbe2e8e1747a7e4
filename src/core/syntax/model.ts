import type { Weights } from "./weights.ts";

/** The English tagger, parser and lemma exceptions, as trained by `npm run train:syntax`. */
export interface SyntaxModel {
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly tagger: Weights;
  readonly actions: Weights;
  readonly arcLabels: Weights;
  /** `form|UPOS` → lemma, where the rules would be wrong. */
  readonly lemmas: ReadonlyMap<string, string>;
}

interface Header {
  readonly format: 1;
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly bits: { readonly tagger: number; readonly actions: number; readonly labels: number };
  readonly lemmas: Readonly<Record<string, string>>;
}

/**
 * Serialise a model: 4 bytes header length, a JSON header, then the three weight tables as
 * 8-bit integers in the order tagger, actions, labels.
 */
export function encodeSyntaxModel(model: SyntaxModel): Uint8Array {
  const header: Header = {
    format: 1,
    tags: model.tags,
    labels: model.labels,
    bits: {
      tagger: bitsOf(model.tagger),
      actions: bitsOf(model.actions),
      labels: bitsOf(model.arcLabels),
    },
    lemmas: Object.fromEntries([...model.lemmas].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  const json = utf8(JSON.stringify(header));
  const tables = [model.tagger, model.actions, model.arcLabels].map((weights) =>
    quantised(weights),
  );
  const size = 4 + json.length + tables.reduce((sum, table) => sum + table.length, 0);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  let offset = 4 + json.length;
  for (const table of tables) {
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.length), offset);
    offset += table.length;
  }
  return bytes;
}

/**
 * Read a model back. The weight tables are views into `bytes`, so that loading copies nothing.
 * @throws {Error} when the bytes are no model of this format
 */
export function decodeSyntaxModel(bytes: Uint8Array): SyntaxModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  const header = JSON.parse(fromUtf8(bytes.subarray(4, 4 + length))) as Header;
  if (header.format !== 1)
    throw new Error(`syntax model has format ${String(header.format)}, expected 1`);
  let offset = bytes.byteOffset + 4 + length;
  const table = (bits: number, classes: number): Weights => {
    const values = new Int8Array(bytes.buffer, offset, 2 ** bits * classes);
    offset += values.length;
    return { mask: 2 ** bits - 1, classes, values };
  };
  return {
    tags: header.tags,
    labels: header.labels,
    tagger: table(header.bits.tagger, header.tags.length),
    actions: table(header.bits.actions, 3),
    arcLabels: table(header.bits.labels, header.labels.length),
    lemmas: new Map(Object.entries(header.lemmas)),
  };
}

function bitsOf(weights: Weights): number {
  return Math.log2(weights.mask + 1);
}

/** Largest weight in units of the quantisation step: the averaged weights seldom pass ±16. */
const unitsPerStep = 8;

/** Weights below this many units decide nothing and compress away. */
const pruned = 0.12;

function quantised({ values }: Weights): Int8Array {
  if (values instanceof Int8Array) return values;
  const table = new Int8Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (Math.abs(value) < pruned) continue;
    table[index] = Math.max(-127, Math.min(127, Math.round(value * unitsPerStep)));
  }
  return table;
}

/** UTF-8 without the platform's encoder, which the core may not use. */
function utf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text);
  const bytes: number[] = [];
  for (let index = 0; index < escaped.length; index++) {
    if (escaped[index] === "%") {
      bytes.push(Number.parseInt(escaped.slice(index + 1, index + 3), 16));
      index += 2;
    } else bytes.push(escaped.charCodeAt(index));
  }
  return Uint8Array.from(bytes);
}

function fromUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let index = 0; index < bytes.length; index += 4096) {
    let part = "";
    for (const byte of bytes.subarray(index, index + 4096)) {
      part +=
        byte < 128 && byte !== 37
          ? String.fromCharCode(byte)
          : `%${byte.toString(16).padStart(2, "0")}`;
    }
    parts.push(part);
  }
  return decodeURIComponent(parts.join(""));
}
