import type { CommitmentMatrix } from "../app/judgements/commitments.ts";
import { commitmentRecord, gradeRecord } from "./judgement-json.ts";

/** What `readout commitments --json` prints (`schema/commitments.json`): records as in `read --json`, with sides and date. */
export function commitmentsToJson({
  domains,
  sides,
  lines,
}: CommitmentMatrix): Record<string, unknown> {
  return {
    domains: domains.filter((domain) => domain !== null),
    sides,
    commitments: lines.map((line) => ({
      ...commitmentRecord(line.document, line.commitment, line.encounter),
      grade: gradeRecord(line.grade),
      date: line.date,
      sides: line.sides,
      towardSides: line.toward,
      domains: line.domains.filter((domain) => domain !== null),
    })),
  };
}
