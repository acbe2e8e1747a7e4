/**
 * Processor time, ms a text, of a plain pass over texts that never changes: split into words, count them. Figures of
 * different machines are compared by their ratio to it.
 */
export function baselineTime(texts: readonly string[]): number {
  const passes = 5;
  countWords(texts);
  const before = process.cpuUsage();
  for (let pass = 0; pass < passes; pass++) countWords(texts);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / passes / texts.length;
}

function countWords(texts: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      const key = word.toLowerCase();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts.size;
}
