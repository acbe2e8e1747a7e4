/** When something is said: days, parts of days, weekdays, “later”. */
const times =
  "当地时间|[今昨前明当]（[^）]{1,8}）[日天晚早]?(?:[上下]午|晚间?)?|\\d{1,2}（[^）]{1,8}）日|(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日(?:[上下中]午|晚间?|清晨|凌晨|深夜|早)?|[今昨前明当](?:天|日|晚|早|晨|年)?(?:[上下]午|晚间?|早|晨)?|[上下中]午|晚间?|凌晨|清晨|[上本这下]?(?:周|星期|礼拜)[一二三四五六日天](?:（[^）]{1,12}）)?|近日|近期|日前|日后|其后|事后|会[后上前]|席间|随后|稍后|稍早|此前|早些时候|早前|先前|翌日|次日|同日|当场|当时|目前|最近|本月|上月|\\d{1,2}[时点](?:许|左右)?";

/** How something is said. */
const manners =
  "一致|共同|最后|首先|其次|再次|再度|多次|反复|一再|进一步|明确|郑重|已经|同时|分别|相继|先后|纷纷|普遍|重点|详细|深入|深刻|全面|坚定|坚决|强烈|高度|积极|热烈|诚挚|衷心|亲切|真诚|充分|公开|主动|特别|专门|严正|严肃|严厉|断然|坦率|直接|书面|口头|就此|对此|为此|一贯|始终|历来|仍然|依然|继续|集中|私下|同样|随即|立即|另外|此外|并且|主要|一度|突出|尤其|着重|甚至|没有|并未|从未|尚未|并不|从不|不再|旋即|转而|继而|拒绝|予以|表态|发文|发帖|发推|贴文|撰文|发声明|发表声明|发布声明|透过声明|透过发言人|发言|致辞|致词|讲话|受访|答记者问|还|也|都|均|皆|则|亦|又|更|再|便|即|遂|曾|已|仍|并|而|但|却|只|仅|不|没|未|地|，|（[^）]{1,40}）|\\s";

const adverb = new RegExp(`(?:${times}|${manners})`, "uy");

/** Where the adverbs that begin at a place end; each step takes the first that fits, so it is linear. */
export function adverbsEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    adverb.lastIndex = at;
    const match = adverb.exec(text);
    if (match === null || at + match[0].length > limit) return at;
    at += match[0].length;
  }
  return at;
}

/** Prepositions and verbs that open a phrase of place, occasion, addressee or topic. */
const opening =
  /^(?:在|向|对|同|与|就|于|从|应|围绕|针对|代表|作为|接受|出席|主持|会见|会晤|接见|参加|谈及|谈到|谈起|提到|回应|回应|回答|答复|答|关于|听取|通过|当|透过|借|经|被问|面对|引述|引用|援引|陪同|结束|抵达|访问|视察|结合|根据|以|发表|举行|召开|见)/u;

/** Ends what tells the occasion. */
const occasion = /(?:时|后|(?<![早此日先目])前|中|上|期间|之际|里|过程中|现场)$/u;

/**
 * Whether nothing but adverbs and, for a verb of saying, one phrase of circumstance stands between a speaker and the cue.
 * @param marked - a comma, colon or quotation mark follows the cue
 */
export function isCircumstance(text: string, from: number, to: number, marked: boolean): boolean {
  const start = adverbsEnd(text, from, to);
  if (start === to) return true;
  const rest = text.slice(start, to);
  if (rest.length > 60 || /[。；：！？]/u.test(rest) || /，(?!$)/u.test(rest)) return false;
  if (opening.test(rest)) return true;
  const spare = rest.replace(/(?:还|也|都|则|又|曾|再次|明确|公开|首先|同时|着重)+$/u, "");
  return marked && occasion.test(spare);
}

/** Whether a gap holds adverbs only. */
export function isAdverbial(text: string, from: number, to: number): boolean {
  return adverbsEnd(text, from, to) === to;
}

/** Words no noun phrase of a speaker holds before the name: prepositions, copulas, modals. */
const verbal =
  /在|对(?![外华台俄美日欧])|向|[把被让给](?!领)|使(?![领衔馆者节团命])|应(?!急|用)|就(?!业)|是|已|要(?!员|闻)|曾|也|还|都(?!市)|均|正在|没|不(?!愿透露|具名|愿具名)|将(?!军|领|官)|会见|会晤|接[见受]|出席|主持|抵达|邀请|认为|表示|指出|称(?!号)|说(?!客)|提出|随后|了|着|此次|这次|因此|如果|虽然|由于|为了|当(?!局|地)|据/u;

/** Bodies with “and” in their names. */
const bodyAnd =
  /[与和及][^，。]{1,10}(?:中心|研究|合作|组织|使节|大使|官员|代表|团长|外长|部长|领导人|国防部长|部|院|委员会|局|署|会|所|办|司|处|专业|大学|系|实验室|工程|国家|地区)/u;

/** Whether the words before a name can belong to its noun phrase (“中国南海研究院”, “美国白宫”). */
export function isNominal(words: string): boolean {
  if (words.length > 40 || /[，。；：！？“”「」]/u.test(words)) return false;
  const plain = words.replace(
    /^(?:一[名位]|多[名位]|有|另一[名位]|这[名位])?(?:不愿(?:透露|公开|具)[^，。]{1,6}的|不具名的?|要求匿名的|匿名)/u,
    "",
  );
  if (verbal.test(plain.replace(/上将|中将|少将|大将|[大公特]使/gu, ""))) return false;
  return !/[同与和及]/u.test(plain) || bodyAnd.test(plain);
}
