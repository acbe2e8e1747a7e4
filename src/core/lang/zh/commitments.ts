import { findCommitmentsWith } from "../../commitments/find-commitments.ts";
import { flatClause, type FlatGrammar } from "../../commitments/flat-clause.ts";
import type { Context } from "../../context.ts";
import type { Document } from "../../document.ts";
import type { Commitment } from "../../records.ts";
import type { Found } from "../pack.ts";
import { foldToHans } from "./hans.ts";

const grammar: FlatGrammar = {
  marks: /[，。；：！？…\n（）()]/u,
  unreal: /(?:如果|若|倘|一旦|希望|要求|敦促|呼吁|建议|是否|应该?|必须|可能|或将|不得|请|让)/u,
  reach: 14,
  isSubject: (before) => !/(?:同|与|和|跟|向|对|为|给|在|从|被|由于|使|对于|关于)$/u.test(before),
};

/** Commitments of a Chinese document, in either script. @param document - needs statements and topics */
export function findCommitments(document: Document, context: Context): Found<Commitment> {
  const text = foldToHans(document.text, context);
  return findCommitmentsWith(document, context, "zh", text, (words) =>
    flatClause(document, text, words, grammar),
  );
}
