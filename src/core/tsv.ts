/** A row of a table: column name → value. Missing columns read as `""`. */
export type Row = Readonly<Record<string, string>>;

/** Rows inherit nothing; with a prototype of their own, though an empty one, they share one hidden class. */
const plain: object = Object.create(null) as object;

/**
 * Parse a table of tab-separated values.
 *
 * Lines starting with `#` are comments; the first other line is the header; there is no quoting.
 * @returns rows in file order
 * @throws {Error} naming the table and line when a row has more fields than the header
 */
export function parseTable(name: string, text: string): Row[] {
  const rows: Row[] = [];
  let header: string[] | null = null;
  let number = 0;
  for (const line of text.split("\n")) {
    number++;
    const content = line.endsWith("\r") ? line.slice(0, -1) : line;
    if (content === "" || content.startsWith("#")) continue;
    const fields = content.split("\t");
    if (header === null) {
      header = fields;
      continue;
    }
    if (fields.length > header.length) {
      throw new Error(
        `${name}.tsv line ${number}: ${fields.length} fields, header has ${header.length}`,
      );
    }
    const row: Record<string, string> = Object.create(plain) as Record<string, string>;
    for (let index = 0; index < header.length; index++) row[header[index]!] = fields[index] ?? "";
    rows.push(row);
  }
  return rows;
}

/**
 * The values of a `|`-separated field; `-` and the empty field have none.
 */
export function valuesOf(row: Row, column: string): string[] {
  const field = row[column] ?? "";
  if (field === "" || field === "-") return [];
  if (!field.includes("|")) return field.trim() === "" ? [] : [field.trim()];
  return field
    .split("|")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

/** A single value; `null` for `-` and the empty field. */
export function valueOf(row: Row, column: string): string | null {
  const field = (row[column] ?? "").trim();
  return field === "" || field === "-" ? null : field;
}
