/**
 * A largest one-to-one matching (Kuhn's augmenting paths).
 * @param matches - whether a left item may go with a right one
 * @returns for each left item the index of its right partner, -1 for none
 */
export function matchOneToOne(
  left: number,
  right: number,
  matches: (left: number, right: number) => boolean,
): number[] {
  const partnerOfRight = Array.from({ length: right }, () => -1);
  const candidates = Array.from({ length: left }, (_, one) =>
    Array.from({ length: right }, (_, other) => other).filter((other) => matches(one, other)),
  );
  const place = (one: number, tried: Set<number>): boolean => {
    for (const other of candidates[one]!) {
      if (tried.has(other)) continue;
      tried.add(other);
      if (partnerOfRight[other] === -1 || place(partnerOfRight[other]!, tried)) {
        partnerOfRight[other] = one;
        return true;
      }
    }
    return false;
  };
  for (let one = 0; one < left; one++) place(one, new Set());
  const partnerOfLeft = Array.from({ length: left }, () => -1);
  for (const [other, one] of partnerOfRight.entries()) if (one !== -1) partnerOfLeft[one] = other;
  return partnerOfLeft;
}
