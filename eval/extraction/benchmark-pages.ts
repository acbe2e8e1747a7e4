import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A saved page with what a person found on it. */
export interface BenchmarkPage {
  readonly id: string;
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly body: string;
  /** `null` where the benchmark has gold for the body alone. */
  readonly metadata: GoldMetadata | null;
}

/** Metadata of a press page as Fundus' checked fixtures give it. */
export interface GoldMetadata {
  readonly title: string;
  readonly authors: readonly string[];
  /** Day as the page writes it (the offset of the fixture is kept, nothing is shifted). */
  readonly day: string | null;
  /** Name of the outlet's class in Fundus (`DieWelt`). */
  readonly outlet: string;
}

/** The 181 pages of scrapinghub/article-extraction-benchmark under `DATA/pages/aeb`, by id. */
export function aebPages(data: string): BenchmarkPage[] {
  const folder = join(data, "pages", "aeb");
  const gold = JSON.parse(readFileSync(join(folder, "ground-truth.json"), "utf8")) as Record<
    string,
    { articleBody: string; url: string }
  >;
  return Object.entries(gold).map(([id, { articleBody, url }]) => ({
    id: `aeb/${id.slice(0, 8)}`,
    url,
    bytes: gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`))),
    body: articleBody,
    metadata: null,
  }));
}

interface Fixture {
  readonly authors?: readonly string[];
  readonly publishing_date?: string;
  readonly title?: string;
  readonly body: {
    readonly sections: readonly {
      readonly headline: readonly string[];
      readonly paragraphs: readonly string[];
    }[];
  };
}

/**
 * The 258 pages of Fundus' parser tests under `DATA/pages/fundus`, by country and file.
 * An outlet's pages in order of their day belong to the versions of its parser in order of the fixture.
 */
export function fundusPages(data: string): BenchmarkPage[] {
  const folder = join(data, "pages", "fundus", "tests", "resources", "parser", "test_data");
  const countries = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return countries.flatMap(({ name: country }) => {
    const here = join(folder, country);
    const places = JSON.parse(readFileSync(join(here, "meta.info"), "utf8")) as Record<
      string,
      { url: string }
    >;
    const files = readdirSync(here)
      .filter((file) => file.endsWith(".html.gz"))
      .toSorted();
    return [...Map.groupBy(files, outletOf)].flatMap(([outlet, pages]) => {
      const fixtures = JSON.parse(readFileSync(join(here, `${outlet}.json`), "utf8")) as Record<
        string,
        Fixture
      >;
      const versions = Object.values(fixtures);
      return pages.map((file, index) => {
        const fixture = versions[index]!;
        return {
          id: `fundus/${country}/${basename(file, ".html.gz")}`,
          url: places[file]!.url,
          bytes: gunzipSync(readFileSync(join(here, file))),
          body: bodyOf(fixture),
          metadata: {
            title: fixture.title ?? "",
            authors: fixture.authors ?? [],
            day: fixture.publishing_date?.slice(0, 10) ?? null,
            outlet,
          },
        };
      });
    });
  });
}

function outletOf(file: string): string {
  return file.replace(/_\d{4}_\d{2}_\d{2}\.html\.gz$/, "");
}

/** Sections without the summary, as Fundus' own evaluation takes them. */
function bodyOf({ body }: Fixture): string {
  return body.sections
    .flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs])
    .join("\n");
}
