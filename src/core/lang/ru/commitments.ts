import { findCommitmentsWith } from "../../commitments/find-commitments.ts";
import { flatClause, type FlatGrammar } from "../../commitments/flat-clause.ts";
import type { Context } from "../../context.ts";
import type { Document } from "../../document.ts";
import type { Commitment } from "../../records.ts";
import type { Found } from "../pack.ts";

const grammar: FlatGrammar = {
  marks: /[;:!?…()\n.]/u,
  unreal:
    /(?<!\p{L})(?:если|чтобы|ли|бы|хочет|хотят|просит|просят|призва[а-я]+|требу[а-я]+|предложи[а-я]+|может|могут|должн[а-я]*|ожидается|якобы)(?!\p{L})/iu,
  reach: 40,
  isSubject: (before, _name, between) =>
    !/(?<!\p{L})(?:с|со|о|об|в|во|на|к|ко|у|от|из|для|по|при|между|против|до|за|над|под|без|через|ради|кроме)\s+$/iu.test(
      before,
    ) && !/,\s*(?:котор|что|где|когда)/iu.test(between),
};

/** Commitments of a Russian document. @param document - needs statements and topics */
export function findCommitments(document: Document, context: Context): Found<Commitment> {
  return findCommitmentsWith(document, context, "ru", document.text, (words) =>
    flatClause(document, document.text, words, grammar),
  );
}
