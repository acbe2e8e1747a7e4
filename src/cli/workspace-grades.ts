import { keptGrades } from "../app/judgements/grades.ts";
import type { SourceGrade } from "../core/grades/grades.ts";
import { withWorkspace } from "./workspace.ts";

/** The grades of sources that a workspace keeps; none without a workspace. */
export async function gradesIn(workspace: string | undefined): Promise<readonly SourceGrade[]> {
  if (workspace === undefined) return [];
  return await withWorkspace(workspace, { create: false }, (store) => keptGrades(store.personal));
}
