/**
 * The six cases of a Russian word by its ending: nominative, genitive, dative, accusative, instrumental, prepositional.
 *
 * Singular patterns of adjectives, surnames and nouns after Zaliznyak's classes; a word no pattern fits stays as it is.
 * @param word - a nominative in lower case with `ё` as `е`
 * @param surname - decline `-ов`, `-ин` as surnames (`-ым`), `-ова`, `-ина` as women's (`-ой`)
 */
export function declineRussian(word: string, surname: boolean): readonly string[] {
  const found = endingOf(word, surname);
  if (found === undefined) return [word];
  const stem = word.slice(0, word.length - found[0].length);
  return found[1].map((replacement) => stem + replacement);
}

/** With what every form of a word begins, whether it is declined as a surname or not. */
export function stemOf(word: string): string {
  const found = endingOf(word, false);
  if (found === undefined) return word;
  const [ending, endings] = found;
  const kept = endings.every((one) => one.startsWith(ending)) ? 0 : ending.length;
  return word.slice(0, word.length - kept);
}

function endingOf(word: string, surname: boolean): Endings[number] | undefined {
  if (word.length < 3 || !/^[а-я-]+$/.test(word)) return undefined;
  const fits = ([ending]: Endings[number]): boolean => word.endsWith(ending);
  const asSurname = surname ? surnameEndings.find(fits) : undefined;
  return asSurname ?? nounsByLetter.get(word.charAt(word.length - 1))?.find(fits);
}

/** Lemma ending → six case endings. The longest ending stands first. */
type Endings = readonly (readonly [string, readonly string[]])[];

const surnameEndings: Endings = [
  ["ов", ["ов", "ова", "ову", "ова", "овым", "ове"]],
  ["ев", ["ев", "ева", "еву", "ева", "евым", "еве"]],
  ["ин", ["ин", "ина", "ину", "ина", "иным", "ине", "ином"]],
  ["ын", ["ын", "ына", "ыну", "ына", "ыным", "ыне", "ыном"]],
  ["ова", ["ова", "овой", "овой", "ову", "овой", "овой"]],
  ["ева", ["ева", "евой", "евой", "еву", "евой", "евой"]],
  ["ина", ["ина", "иной", "иной", "ину", "иной", "иной"]],
];

const nounEndings: Endings = [
  ["ский", ["ский", "ского", "скому", "ского", "ским", "ском"]],
  ["цкий", ["цкий", "цкого", "цкому", "цкого", "цким", "цком"]],
  ["жий", ["жий", "жего", "жему", "жего", "жим", "жем"]],
  ["ший", ["ший", "шего", "шему", "шего", "шим", "шем"]],
  ["ний", ["ний", "него", "нему", "него", "ним", "нем"]],
  ["кий", ["кий", "кого", "кому", "кого", "ким", "ком"]],
  ["ный", ["ный", "ного", "ному", "ного", "ным", "ном"]],
  ["вый", ["вый", "вого", "вому", "вого", "вым", "вом"]],
  ["тый", ["тый", "того", "тому", "того", "тым", "том"]],
  ["рый", ["рый", "рого", "рому", "рого", "рым", "ром"]],
  ["лый", ["лый", "лого", "лому", "лого", "лым", "лом"]],
  ["дой", ["дой", "дого", "дому", "дого", "дым", "дом"]],
  ["стой", ["стой", "стого", "стому", "стого", "стым", "стом"]],
  ["ская", ["ская", "ской", "ской", "скую", "ской", "ской"]],
  ["цкая", ["цкая", "цкой", "цкой", "цкую", "цкой", "цкой"]],
  ["няя", ["няя", "ней", "ней", "нюю", "ней", "ней"]],
  ["ая", ["ая", "ой", "ой", "ую", "ой", "ой"]],
  ["ские", ["ские", "ских", "ским", "ские", "скими", "ских"]],
  ["ные", ["ные", "ных", "ным", "ные", "ными", "ных"]],
  ["ты", ["ты", "тов", "там", "ты", "тами", "тах"]],
  ["ды", ["ды", "дов", "дам", "ды", "дами", "дах"]],
  ["ны", ["ны", "н", "нам", "ны", "нами", "нах"]],
  ["вы", ["вы", "в", "вам", "вы", "вами", "вах"]],
  ["ское", ["ское", "ского", "скому", "ское", "ским", "ском"]],
  ["нее", ["нее", "него", "нему", "нее", "ним", "нем"]],
  ["ое", ["ое", "ого", "ому", "ое", "ым", "ом"]],
  ["ие", ["ие", "ия", "ию", "ие", "ием", "ии"]],
  ["ье", ["ье", "ья", "ью", "ье", "ьем", "ье"]],
  ["ия", ["ия", "ии", "ии", "ию", "ией", "ии"]],
  ["ий", ["ий", "ия", "ию", "ия", "ием", "ии"]],
  ["ец", ["ец", "ца", "цу", "ца", "цом", "це", "ецем", "еца", "ецу"]],
  ["ок", ["ок", "ка", "ку", "ка", "ком", "ке", "ока", "оку", "оком", "оке"]],
  ["ка", ["ка", "ки", "ке", "ку", "кой", "ке"]],
  ["га", ["га", "ги", "ге", "гу", "гой", "ге"]],
  ["ха", ["ха", "хи", "хе", "ху", "хой", "хе"]],
  ["ша", ["ша", "ши", "ше", "шу", "шей", "ше"]],
  ["жа", ["жа", "жи", "же", "жу", "жей", "же"]],
  ["ца", ["ца", "цы", "це", "цу", "цей", "це"]],
  ["ея", ["ея", "еи", "ее", "ею", "еей", "ее"]],
  ["ья", ["ья", "ьи", "ье", "ью", "ьей", "ье"]],
  ["а", ["а", "ы", "е", "у", "ой", "е"]],
  ["я", ["я", "и", "е", "ю", "ей", "е"]],
  ["ай", ["ай", "ая", "аю", "ая", "аем", "ае"]],
  ["ей", ["ей", "ея", "ею", "ея", "еем", "ее"]],
  ["ой", ["ой", "оя", "ою", "оя", "оем", "ое"]],
  ["уй", ["уй", "уя", "ую", "уя", "уем", "уе"]],
  ["знь", ["знь", "зни", "зни", "знь", "знью", "зни"]],
  ["сть", ["сть", "сти", "сти", "сть", "стью", "сти"]],
  ["ань", ["ань", "ани", "ани", "ань", "анью", "ани", "аня", "аню", "анем"]],
  ["ь", ["ь", "я", "ю", "я", "ем", "е", "и", "ью"]],
  ["во", ["во", "ва", "ву", "во", "вом", "ве"]],
  ["хо", ["хо"]],
  ["о", ["о"]],
  ["ц", ["ц", "ца", "цу", "ца", "цем", "це"]],
  ["ж", ["ж", "жа", "жу", "жа", "жем", "же"]],
  ["ш", ["ш", "ша", "шу", "ша", "шем", "ше"]],
  ["ч", ["ч", "ча", "чу", "ча", "чем", "че"]],
  ["щ", ["щ", "ща", "щу", "ща", "щем", "ще"]],
  ...["б", "в", "г", "д", "з", "к", "л", "м", "н", "п", "р", "с", "т", "ф", "х"].map(
    (letter): readonly [string, readonly string[]] => [
      letter,
      ["", "а", "у", "а", "ом", "е"].map((ending) => letter + ending),
    ],
  ),
];

/** The endings of nouns by their last letter, in the same order. */
const nounsByLetter = Map.groupBy(nounEndings, ([ending]) => ending.charAt(ending.length - 1));

const particles = new Set([
  "и",
  "по",
  "при",
  "о",
  "об",
  "в",
  "на",
  "для",
  "с",
  "от",
  "из",
  "фон",
  "дер",
  "де",
  "аль",
  "ага",
]);

/**
 * Paths for the trie: for each case, what may stand at each word of a name.
 *
 * Every word may also stay as it is, as a genitive that hangs on the word before does (`министерство иностранных дел`).
 * @param words - keys of the name in the nominative
 * @param surname - which word is a person's surname; `null` where none is
 */
export function declinePaths(
  words: readonly string[],
  surname: number | null,
): readonly (readonly string[])[][] {
  const declined = words.map((word, index) =>
    particles.has(word) ? [word] : declineRussian(word, index === surname),
  );
  const cases = Math.max(...declined.map((forms) => forms.length));
  const paths: (readonly string[])[][] = [];
  for (let at = 0; at < cases; at++) {
    paths.push(
      words.map((word, index) => {
        const form = declined[index]![at];
        return form === undefined || form === word ? [word] : [form, word];
      }),
    );
  }
  return paths;
}
