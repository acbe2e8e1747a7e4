import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds in a tick of the system's clock, in which it counts processor time. */
const tick = 10;

interface Counted {
  readonly parent: number;
  readonly time: number;
}

/**
 * Processor time that all processes which this one started have taken, in milliseconds, to a hundredth of a second.
 * @returns `null` where the system keeps no `/proc`
 */
export function startedProcessesTime(): number | null {
  const all = new Map<number, Counted>();
  try {
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      const counted = countedOf(name);
      if (counted !== null) all.set(Number(name), counted);
    }
  } catch {
    return null;
  }
  let sum = 0;
  for (const [id, { time }] of all) if (id !== process.pid && isStartedHere(id, all)) sum += time;
  return sum;
}

function countedOf(name: string): Counted | null {
  try {
    const fields = readFileSync(`/proc/${name}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return {
      parent: Number(fields[1]),
      time: (Number(fields[11]) + Number(fields[12])) * tick,
    };
  } catch {
    // It has ended meanwhile.
    return null;
  }
}

function isStartedHere(id: number, all: ReadonlyMap<number, Counted>): boolean {
  let at: number | undefined = id;
  while (at !== undefined && at > 1) {
    if (at === process.pid) return true;
    at = all.get(at)?.parent;
  }
  return false;
}
