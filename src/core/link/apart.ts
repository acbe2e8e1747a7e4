import { sideOf } from "../actors/actor-table.ts";
import type { Context } from "../context.ts";
import type { Document } from "../document.ts";
import { copyPageOf, findCopies } from "../copies/copies.ts";
import { daysBetween } from "../time/calendar.ts";
import type { Cluster } from "./cluster.ts";
import { clustersOf } from "./clusters-of.ts";
import type { LinkEvidence } from "./encounter.ts";
import { linkPageOf } from "./link-page.ts";
import { byTime, dayLabel, label, membersOf, nodesByBlock, type Members } from "./node.ts";

/** Encounters of the same sides within so many days of each other are told apart in words. */
const nearDays = 7;

/** Why encounters of the same sides within a week of each other are not one. */
export function keptApart(documents: readonly Document[], context: Context): LinkEvidence[] {
  const members = membersOf(context);
  const copies = findCopies(documents.map(copyPageOf));
  const pages = documents.map((document) => linkPageOf(document, copies.get(document.id) ?? null));
  const blocks = nodesByBlock(pages, (actor) => sideOf(context, actor));
  return [...blocks.values()].flatMap((nodes) => {
    const dated = clustersOf(nodes, members)
      .filter(({ span }) => span !== null && daysBetween(span.earliest, span.latest) <= nearDays)
      .toSorted((a, b) => byTime(a.first, b.first));
    return dated.flatMap((one, index) => {
      const near: LinkEvidence[] = [];
      for (const other of dated.slice(index + 1)) {
        if (daysBetween(one.span!.latest, other.span!.earliest) > nearDays) break;
        near.push({ rule: "link/apart", detail: reason(one, other, members) });
      }
      return near;
    });
  });
}

function reason(one: Cluster, other: Cluster, members: Members): string {
  const pair = `${label(one.first)} on ${dayLabel(one.span!)} and ${label(other.first)} on ${dayLabel(other.span!)}`;
  const refused = other.nodes
    .map((node) => one.refuses(node, members))
    .find((told) => told !== null);
  const days = daysBetween(one.span!.latest, other.span!.earliest);
  const when = days > 0 ? `${days} ${days === 1 ? "day" : "days"} apart` : "nothing joins them";
  return `${pair}: ${refused ?? when}`;
}
