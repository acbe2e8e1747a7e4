import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import { actorTable, sideOf } from "./actor-table.ts";

/** The side an actor speaks for on the days of a document: the organisation he heads then, else his state. */
export function sideOn(document: Document, actor: string, context: Context): string | null {
  if (!actor.includes(":") || actor.startsWith("INT:")) return sideOf(context, actor) ?? actor;
  const { earliest, latest } = document.published;
  if (earliest !== null && latest !== null) {
    for (const { office, term } of actorTable(context).held.get(actor) ?? []) {
      if (office.id.startsWith("INT:") && term.from <= latest && term.to >= earliest)
        return sideOf(context, office.body ?? office.state) ?? office.state;
    }
  }
  return sideOf(context, actor);
}
