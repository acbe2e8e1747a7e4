const megabyte = 1024 * 1024;

/** Larger pages are refused: no page is, and every stage must hold the page in memory. Bytes. */
export const largestPage: number = 50 * megabyte;

/** Containers within containers (a mail in an archive in an archive …) are opened so deep. */
export const deepestNesting = 4;

/** Most entries of one archive that are looked at. */
export const mostEntries = 200_000;

/** An entry that grows more than this many times when unpacked is a bomb; deflate reaches 1,030, text stays below 30. */
export const largestRatio = 200;

/** Below this size growth does no harm, and small files of blanks do grow that much. Bytes. */
export const harmlessSize: number = 4 * megabyte;

/** An archive may unpack to so many times its own size in all, and to this much more. */
export const largestTotalRatio = 100;
export const freeTotal: number = 100 * megabyte;

/** Pages of one PDF that are read. */
export const mostPdfPages = 2000;

/** Characters of text taken from one word-processor file or PDF. */
export const mostCharacters = 5_000_000;
