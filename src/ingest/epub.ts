import { posix } from "node:path";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { GivenMetadata } from "../core/page.ts";
import { inside, problem, refused, type Found, type Item, type Opened } from "./item.ts";
import { walkXml } from "./xml.ts";
import { ZipArchive, ZipError } from "./zip-file.ts";

/** What a book's package file says. */
interface BookPackage {
  readonly given: GivenMetadata;
  /** Names of its chapters in reading order, tables of contents apart. */
  readonly chapters: readonly string[];
}

/** Open an EPUB: each chapter of its reading order is a page with the book's author, date and publisher. */
export async function openEpub(item: Item): Promise<Opened> {
  let archive: ZipArchive | null = null;
  try {
    archive = await ZipArchive.open({ bytes: item.bytes });
    const parts = new Map<string, Uint8Array>();
    for await (const entry of archive.entries()) {
      if (!entry.folder && /\.(?:xml|opf|x?html?)$/i.test(entry.name))
        parts.set(entry.name, await archive.read(entry));
    }
    if (
      parts.has("META-INF/encryption.xml") &&
      /EncryptedData/.test(textOf(parts, "META-INF/encryption.xml")) &&
      /\.x?html?"/.test(textOf(parts, "META-INF/encryption.xml"))
    )
      return refused("FILE_ENCRYPTED", item.path, "This book is locked (DRM).");
    const name = /full-path=["']([^"']+)["']/.exec(textOf(parts, "META-INF/container.xml"))?.[1];
    if (name === undefined || !parts.has(name))
      return refused(
        "FILE_DAMAGED",
        item.path,
        "This is no EPUB that can be read: its list of contents is missing.",
      );
    const { given, chapters } = readPackage(textOf(parts, name), posix.dirname(name));
    const found: Found[] = [];
    const missing: string[] = [];
    for (const chapter of chapters) {
      const bytes = parts.get(chapter);
      if (bytes === undefined) missing.push(chapter);
      else
        found.push({
          kind: "item",
          item: {
            ...inside(item, `!/${chapter}`, {
              mediaType: "application/xhtml+xml",
              given,
              origin: { kind: "part", part: chapter, paragraph: null },
            }),
            bytes,
          },
        });
    }
    if (missing.length > 0)
      found.push({ kind: "problem", problem: missingChapters(item.path, missing) });
    if (found.length === 0)
      return refused("FILE_EMPTY", item.path, "There is no chapter in this book.");
    return { kind: "items", found };
  } catch (error) {
    if (error instanceof ZipError) return refused(error.code, item.path, error.message);
    throw error;
  } finally {
    archive?.close();
  }
}

function textOf(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = parts.get(name);
  return bytes === undefined ? "" : new TextDecoder().decode(bytes);
}

function missingChapters(path: string, names: readonly string[]): Diagnostic {
  return problem(
    "ITEMS_SKIPPED",
    path,
    `${names.length} of its chapters are not in the file (${names.slice(0, 5).join(", ")}).`,
    "warning",
  );
}

function readPackage(xml: string, folder: string): BookPackage {
  const items = new Map<string, { href: string; type: string; nav: boolean }>();
  const spine: string[] = [];
  const facts = new Map<string, string[]>();
  let fact: string | null = null;
  walkXml(xml, {
    open(name, attributes) {
      const local = name.replace(/^.*:/, "");
      if (name.startsWith("dc:")) {
        fact = local;
        facts.set(local, [...(facts.get(local) ?? []), ""]);
      } else if (local === "item" && attributes["id"] !== undefined)
        items.set(attributes["id"], {
          href: attributes["href"] ?? "",
          type: attributes["media-type"] ?? "",
          nav: /\bnav\b/.test(attributes["properties"] ?? ""),
        });
      else if (local === "itemref" && attributes["linear"] !== "no")
        spine.push(attributes["idref"] ?? "");
    },
    text(text) {
      if (fact !== null) {
        const values = facts.get(fact)!;
        values[values.length - 1] += text;
      }
    },
    close(name) {
      if (name.startsWith("dc:")) fact = null;
    },
  });
  const first = (key: string): string | undefined => facts.get(key)?.[0]?.trim() || undefined;
  const authors = (facts.get("creator") ?? [])
    .map((author) => author.trim())
    .filter((author) => author !== "");
  const [published, outlet, language] = [first("date"), first("publisher"), first("language")];
  const chapters = spine.flatMap((id) => {
    const chapter = items.get(id);
    if (chapter === undefined || chapter.nav || !/html/.test(chapter.type)) return [];
    const href = safeDecode(chapter.href.replace(/#.*$/, ""));
    return [folder === "." ? posix.normalize(href) : posix.join(folder, href)];
  });
  return {
    given: {
      ...(authors.length > 0 ? { authors } : {}),
      ...(published === undefined ? {} : { published }),
      ...(outlet === undefined ? {} : { outlet }),
      ...(language === undefined ? {} : { language }),
    },
    chapters: [...new Set(chapters)],
  };
}

function safeDecode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    // A stray “%” stands for itself.
    return href;
  }
}
