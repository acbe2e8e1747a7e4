/**
 * How unlikely it is that two groups of documents use something at one rate: Dunning's log-likelihood ratio G²
 * (Dunning, “Accurate Methods for the Statistics of Surprise and Coincidence”, 1993) over documents.
 * @param a - documents of the first group that use it, of `ofA`
 * @param b - documents of the second group that use it, of `ofB`
 * @returns 0 where the rates are the same; above 10.83 for p < 0.001, above 15.13 for p < 0.0001
 */
export function logLikelihood(a: number, ofA: number, b: number, ofB: number): number {
  if (ofA === 0 || ofB === 0) return 0;
  const rate = (a + b) / (ofA + ofB);
  return (
    2 *
    (term(a, ofA * rate) +
      term(b, ofB * rate) +
      term(ofA - a, ofA * (1 - rate)) +
      term(ofB - b, ofB * (1 - rate)))
  );
}

function term(observed: number, expected: number): number {
  return observed === 0 ? 0 : observed * Math.log(observed / expected);
}
