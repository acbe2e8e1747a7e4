/** What the names of a block say its text is, by templates of news sites at large. */
export interface NamedRole {
  readonly id: string;
  readonly role: "caption" | "subtitle" | "key-point" | "byline" | "date" | "label" | "pull-quote";
  /** Matched against `Line.names`. */
  readonly pattern: RegExp;
  readonly example: string;
  readonly source: string;
}

const source = "web: page templates of news sites at large";

/** Tried in order; the first that matches counts. */
const namedRoles: readonly NamedRole[] = [
  {
    id: "clean/markup-caption",
    role: "caption",
    pattern:
      /-(?:\p{L}*captions?|figcaption|credits?|photo-?credit|image-?(?:credit|info|description|source|text)|img-?(?:credit|desc)|photographer|copyright|bildunterschrift|bildtext|legende|pie-de-foto|didascalia|wp-caption-text|attachment-caption|media-?(?:info|credit))-/u,
    example: 'class="image-caption"',
    source,
  },
  {
    id: "clean/markup-pull-quote",
    role: "pull-quote",
    pattern: /-(?:pull-?quotes?|pullquote|article-quote|highlight-quote)-/,
    example: 'class="pull-quote"',
    source,
  },
  {
    id: "clean/markup-byline",
    role: "byline",
    pattern:
      /-(?:by-?lines?|authors?|author-?(?:name|names|list|line|link)|authorline|article-?author|writers?|reporters?|contributors?|written-?by|posted-?by|published-by|autor|autoren|autore|verfasser|auteur|auteurs|signature|journalist|giornalista|penulis|forfatter|redaktor)-/,
    example: 'class="article-byline"',
    source,
  },
  {
    id: "clean/markup-date",
    role: "date",
    pattern:
      /-(?:dates?|date-?(?:line|time|published|modified|publication)|datetime|dateline|time|timestamp|time-?stamp|published|publish-?(?:date|time|ed-on)|publication-date|pub-?date|updated|modified|last-updated|posted-?on|entry-date|post-date|article-date|datum|fecha|dato|tarih)-/,
    example: 'class="published-date"',
    source,
  },
  {
    id: "clean/markup-key-points",
    role: "key-point",
    pattern:
      /-(?:key-?(?:points?|facts|takeaways)|keypoints|takeaways|story-highlights|article-highlights|highlights|bullet-?points|mol-bullets(?:-\p{L}+)*|at-a-glance|summary-?(?:list|points|bullets)|tldr)-/u,
    example: 'class="key-points"',
    source,
  },
  {
    id: "clean/markup-subtitle",
    role: "subtitle",
    pattern:
      /-(?:sub-?titles?|subhead|sub-?heads?|sub-?headlines?|subheadline|subheading|standfirst|stand-first|dek|deck|lede|leads?|lead-?(?:text|paragraph)|leadtext|intro|introduction|intro-?text|excerpt|summary|abstract|teaser-?text|preface|chapo|chapeau|bajada|sommario|ingress|description|article-?(?:desc|description|lead|intro|summary|subtitle)|tagline|entradilla|vorspann|synopsis|perex|anons|annotation|alt-?headline|alternative-headline|shorttext|short-text|anreisser|anriss|teaser|sous-titre|untertitel|undertittel)-/,
    example: 'class="standfirst"',
    source,
  },
  {
    id: "clean/markup-label",
    role: "label",
    pattern:
      /-(?:kicker|eyebrow|slug|\p{L}*-?story-slug|roofline|category|section|section-?(?:label|name|title)|rubrik|rubric|dachzeile|label|overline|topline|spitzmarke|flag|pretitle|supertitle|surtitre|antetitulo|vignette)-/u,
    example: 'class="kicker"',
    source,
  },
];

/**
 * What the names of a line's block say it is.
 * @param names - `Line.names`
 */
export function namedRole(names: string): NamedRole | null {
  if (names.length < 3) return null;
  return namedRoles.find(({ pattern }) => pattern.test(names)) ?? null;
}
