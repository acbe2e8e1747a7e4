import type { Context } from "./context.ts";
import type { Document, Layers } from "./document.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Found, LanguagePack } from "./lang/pack.ts";
import { packFor } from "./lang/registry.ts";
import { assignEncounters } from "./encounters/assign.ts";
import { annotatePhrases, annotateTopics, attributeForms } from "./phrases/annotate.ts";
import { annotateSentences } from "./segment/annotate.ts";
import { annotateTokens } from "./segment/tokens.ts";
import { dateDocument } from "./time/date-document.ts";

/** One step from a clean document to an annotated one: adds its own layer, changes nothing else. */
export interface Stage {
  readonly name: string;
  run(document: Document, context: Context, pack: LanguagePack): Document;
}

/** The stages in the order they run. */
export const stages: readonly Stage[] = [
  {
    name: "sentences",
    run: (document, context, pack) => annotateSentences(document, pack, context),
  },
  { name: "tokens", run: (document, context, pack) => annotateTokens(document, pack, context) },
  { name: "date", run: (document, context, pack) => dateDocument(document, context, pack) },
  layerStage("times", (pack) => pack.findTimes),
  layerStage("actors", (pack) => pack.findActors),
  layerStage("statements", (pack) => pack.findStatements),
  layerStage("silences", (pack) => pack.findSilences),
  { name: "phrases", run: (document, context) => annotatePhrases(document, context) },
  { name: "topics", run: (document, context) => annotateTopics(document, context) },
  { name: "speakers", run: (document) => attributeForms(document) },
  layerStage("encounters", (pack) => pack.findEncounters),
  { name: "assign", run: (document) => assignEncounters(document) },
  layerStage("assessments", (pack) => pack.findAssessments),
  layerStage("commitments", (pack) => pack.findCommitments),
  layerStage("figures", (pack) => pack.findFigures),
];

/**
 * Annotate a clean document.
 * @returns a copy with all layers its language has; a document in another language comes back as it is.
 *   A stage that fails leaves its layer empty and reports `STAGE_FAILED`.
 */
export function annotate(document: Document, context: Context): Document {
  return annotateUpTo(document, context, null);
}

/** Annotate up to and including the named stage (`null`: all of them). */
export function annotateUpTo(document: Document, context: Context, last: string | null): Document {
  const pack = packFor(document.language);
  if (pack === null)
    return { ...document, diagnostics: [...document.diagnostics, unread(document)] };
  let result = document;
  for (const stage of stages) {
    result = runStage(stage, result, context, pack);
    if (stage.name === last) break;
  }
  return result;
}

/** Why a document keeps empty layers. */
function unread(document: Document): Diagnostic {
  const unknown = document.language === null;
  return {
    code: unknown ? "LANGUAGE_UNKNOWN" : "LANGUAGE_UNSUPPORTED",
    severity: "info",
    document: document.id,
    span: null,
    message: unknown
      ? "The page has no words to tell its language by; it is kept and searchable, but not analysed."
      : `The page is in another language (${document.language}) than English, Chinese and Russian; it is kept and searchable, but not analysed.`,
  };
}

function runStage(
  stage: Stage,
  document: Document,
  context: Context,
  pack: LanguagePack,
): Document {
  try {
    return stage.run(document, context, pack);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const failed: Diagnostic = {
      code: "STAGE_FAILED",
      severity: "warning",
      document: document.id,
      span: null,
      message: `The stage “${stage.name}” failed on this page, so its marks are missing: ${reason}`,
    };
    return { ...document, diagnostics: [...document.diagnostics, failed] };
  }
}

type LayerName = keyof Layers;

function layerStage<Name extends LayerName>(
  name: Name,
  finder: (
    pack: LanguagePack,
  ) => ((document: Document, context: Context) => Found<Layers[Name][number]>) | undefined,
): Stage {
  return {
    name,
    run(document, context, pack) {
      const find = finder(pack);
      if (find === undefined) return document;
      const { found, diagnostics } = find(document, context);
      return {
        ...document,
        layers: { ...document.layers, [name]: found },
        diagnostics:
          diagnostics.length === 0
            ? document.diagnostics
            : [...document.diagnostics, ...diagnostics],
      };
    },
  };
}
