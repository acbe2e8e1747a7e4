/** A name as bibliographies sort it, or as it is where nothing tells its parts apart. */
export type Name =
  | { readonly family: string; readonly given: string }
  | { readonly literal: string };

/**
 * Family names that commonly stand first, in Latin letters: a name that begins with one is left whole. Source: most
 * frequent family names of the Chinese Ministry of Public Security (2020, pinyin), Statistics Korea (2015) and the
 * Vietnamese onomasticon of Lê Trung Hoa (2005).
 */
const familyFirst: ReadonlySet<string> = new Set(
  (
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu lin guo he gao luo zheng liang xie song tang deng " +
    "han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen zhong cui tan " +
    "fan wen qin hou xia fu fang zou xiong meng qiu bai jia qian dai shi mao hao gu gong shao wan ji xi qi " +
    "kim lee park choi jung kang cho yoon jang lim shin oh seo kwon hwang ahn moon " +
    "nguyen tran le pham hoang phan vu dang bui do ngo duong ly"
  ).split(" "),
);

/** States whose pages write family names first also in English. */
const familyFirstStates: ReadonlySet<string> = new Set(
  "CHN HKG MAC TWN SGP KOR PRK VNM HUN".split(" "),
);

/** Words before a family name that belong to it. */
const particles =
  /^(?:van|von|der|den|de|del|della|da|di|do|dos|du|la|le|el|al|bin|ibn|ben|abu|ter|ten|zu)$/;

/**
 * A name from a byline in parts. Only names in Latin letters that plainly end in the family name are divided: dividing
 * wrongly is worse than not dividing.
 * @param state - state of the outlet that printed it; `null` where it is not known
 */
export function nameOf(written: string, state: string | null): Name {
  const words = written.trim().split(/\s+/u);
  const first = plain(words[0] ?? "");
  const whole =
    words.length < 2 ||
    words.length > 5 ||
    !words.every((word) => /^[\p{Script=Latin}.'’‑-]+$/u.test(word)) ||
    !words.every((word) => /^\p{Lu}/u.test(word) || particles.test(word)) ||
    /^(?:Jr|Sr|II|III|IV)\.?$/.test(words.at(-1)!) ||
    (state !== null && familyFirstStates.has(state)) ||
    familyFirst.has(first);
  if (whole) return { literal: words.join(" ") };
  let start = words.length - 1;
  while (start > 1 && particles.test(words[start - 1]!)) start--;
  return { family: words.slice(start).join(" "), given: words.slice(0, start).join(" ") };
}

function plain(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
