import type { Attribution } from "./attribution.ts";

/**
 * Attributions as PolNeAR draws them. It never nests: what is said to be said inside another
 * attribution's content is part of that content (0 of 19,831 attributions of its train part lie in
 * another). The inner ones are left out, whatever system they come from.
 */
export function unnested(attributions: readonly Attribution[]): Attribution[] {
  return attributions.filter((one) => {
    const places = one.cue.length > 0 ? one.cue : one.source;
    return !attributions.some(
      (other) =>
        other !== one &&
        places.length > 0 &&
        places.every((place) =>
          other.content.some((part) => part.start <= place.start && place.end <= part.end),
        ),
    );
  });
}

/**
 * In a relative clause (“Roe, who said …”) PolNeAR takes the pronoun for the source, Readout its
 * antecedent.
 * @returns the attribution with the pronoun as source where it follows the source right before the cue
 */
export function withRelativeSource(text: string, attribution: Attribution): Attribution {
  const [source] = attribution.source;
  const [cue] = attribution.cue;
  if (source === undefined || cue === undefined || cue.start <= source.end) return attribution;
  const between = text.slice(source.end, cue.start);
  const match = /^,?\s+(who|which|that)\b[^.;:“”"]{0,40}$/u.exec(between);
  if (match === null) return attribution;
  const start = source.end + between.indexOf(match[1]!);
  return { ...attribution, source: [{ start, end: start + match[1]!.length }] };
}
