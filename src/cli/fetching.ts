/** Options of commands that ask for addresses. */
export const fetchingOptions = {
  follow: { type: "boolean", default: false },
  "allow-private": { type: "boolean", default: false },
} as const;

/** Their lines in help texts. */
export const fetchingHelp = `  --follow          fetch the pages that summaries in a feed link to
  --allow-private   also ask addresses of this machine and of private networks`;
