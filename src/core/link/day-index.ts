import type { DateInterval } from "../records.ts";
import { addDays } from "../time/calendar.ts";
import type { Cluster } from "./cluster.ts";
import { isNarrow } from "./node.ts";

/** Finds clusters by day without looking at all of them. */
export class DayIndex {
  readonly #days = new Map<string, Set<Cluster>>();
  readonly #sorted: string[] = [];

  /** Note a date of a cluster: every day of it, or its ends where it is wide. */
  add(cluster: Cluster, date: DateInterval | null): void {
    if (date === null) return;
    for (const day of isNarrow(date) ? daysIn(date) : [date.earliest, date.latest]) {
      const known = this.#days.get(day);
      if (known !== undefined) known.add(cluster);
      else {
        this.#days.set(day, new Set([cluster]));
        this.#sorted.splice(this.#position(day), 0, day);
      }
    }
  }

  /** Clusters that still have mentions, with a day in an interval widened by some days, in time order. */
  around({ earliest, latest }: DateInterval, widen: number): Cluster[] {
    const from = widen === 0 ? earliest : addDays(earliest, -widen);
    const to = widen === 0 ? latest : addDays(latest, widen);
    const found = new Set<Cluster>();
    for (let at = this.#position(from); at < this.#sorted.length; at++) {
      const day = this.#sorted[at]!;
      if (day > to) break;
      for (const cluster of this.#days.get(day)!) if (cluster.nodes.length > 0) found.add(cluster);
    }
    return [...found];
  }

  #position(day: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sorted[middle]! < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function daysIn({ earliest, latest }: DateInterval): string[] {
  const days = [earliest];
  while (days.at(-1)! < latest && days.length < 10) days.push(addDays(days.at(-1)!, 1));
  return days;
}
