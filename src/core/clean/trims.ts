/** Furniture inside a line of text: the matched part is dropped, the rest is kept. */
export interface TrimRule {
  /** What is cut off holds the date of the text: all of it, or what the first group of a pattern finds in it. */
  readonly dated?: true | RegExp;
  readonly id: string;
  readonly pattern: RegExp;
  readonly example: string;
  readonly source: string;
}

/** Rules for pages whose furniture has run together with the text. Tried in order, each at most once a line. */
export const trimRules: readonly TrimRule[] = [
  {
    id: "clean/kremlin-section",
    pattern: /^(?:События|Новости|Events)\s+(?=\p{Lu})/u,
    example: "События Встреча с …",
    source: "kremlin.ru text version",
  },
  {
    id: "clean/kremlin-tail",
    dated: /Дата публикации\s*:\s*([^,;]{6,40})/u,
    pattern:
      /\s*(?:География\s+\p{Lu}.{0,300}?|Темы\s+\p{Lu}.{0,300}?|Лица\s+\p{Lu}.{0,300}?|Смотрите также\s.{0,600}?)?\s*Статус материала\s+Опубликован.*$/su,
    example: "… Статус материала Опубликован в разделе: Новости …",
    source: "kremlin.ru text version",
  },
  {
    id: "clean/kremlin-tail",
    dated: /Publication date\s*:\s*([^;]{6,40}?\d{4})/u,
    pattern:
      /\s*(?:Geography\s.{0,200}|Topics\s.{0,200}|Persons\s.{0,200})?\s*Publication status\s+Published in section.*$/su,
    example: "… Publication status Published in section: News …",
    source: "kremlin.ru text version",
  },
  {
    id: "clean/cctv-lead",
    pattern:
      /^(?:央视网消息|央视新闻客户端消息|总台央视记者.{0,10})\s*(?:[（(][^）)]{1,20}[）)])?\s*[:：]\s*/u,
    example: "央视网消息（新闻联播）：",
    source: "CCTV pages",
  },
  {
    id: "clean/dateline",
    dated: true,
    pattern:
      /^(?:【[^】]{2,30}】\s*)?(?:新华社|新華社|中新社|中新网|人民网|央视网|外交部)\s*[\p{Script=Han}、，/／]{0,24}\s*\d{1,2}月\d{1,2}日\s*(?:电|電|讯|訊|消息)\s*(?:[（(][^）)]{2,40}[）)])?\s*[:：]?\s*/u,
    example: "新华社北京6月15日电（记者某某）",
    source: "Chinese agencies",
  },
  {
    id: "clean/dateline",
    dated: true,
    pattern:
      /^\p{Lu}[\p{Lu}\s.'’-]{1,40}(?:,\s*[\p{L}. ]{3,30})?,\s*(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+)(?:,?\s+\d{4})?\.?\s*(?:\((?:Xinhua|Reuters|AP|AFP|TASS|UNB|PTI|IANS|Yonhap|Kyodo|[A-Z][A-Za-z]{2,20})\)|\/[A-Z][\w-]{2,20}\/)?\s*(?:--|[-–—.:])+\s*/u,
    example: "NORTHAVEN, June 15 (Agency) --",
    source: "news agencies",
  },
  {
    id: "clean/dateline",
    dated: true,
    pattern:
      /^\p{Lu}[\p{L}\s.'’-]{1,40},\s*(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+)(?:,?\s+\d{4})?\.?\s*(?:\([A-Z][A-Za-z]{1,20}\)|\/[A-Z][\w-]{1,20}\/|,\s*[A-Z]{2,6})\s*(?:--|[-–—.:])+\s*/u,
    example: "Northaven, March 3 (NNA) --",
    source: "news agencies",
  },
  {
    id: "clean/dateline",
    dated: true,
    pattern:
      /^\p{Lu}[\p{Lu}\s.'’-]{2,30}(?:,\s[\p{L}. ]{3,30}?)?\s*(?:\([A-Z][A-Za-z]{1,12}\)|\/[A-Z][\w-]{2,20}\/)\s*[-–—.]+\s*/u,
    example: "PORT SELNE (Reuters) -",
    source: "news agencies",
  },
  {
    id: "clean/dateline",
    dated: true,
    pattern:
      /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3}(?:,? ?[-–—/]? ?(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+)(?:,? \d{4})?)?,? ?[-–—]? ?[(/]?(?:SPA|IRNA|ISNA|MNA|WAM|KCNA|QNA|KUNA|BNA|ONA|MENA|SANA|AA|APP|BSS|VNA|ANI|PTI|IANS|UNB|KBS|NHK|Petra|Tasnim|Fars|Mehr|Bernama|ANTARA|Antara|Kazinform|AZERTAC|UzA|BelTA|BELTA|Ukrinform|TASS|RIA Novosti|Interfax|Xinhua|Yonhap|Kyodo|Jiji|Reuters|AFP|AP|dpa|DPA|EFE|ANSA)[)/]? ?[-–—]{1,2} */u,
    example: "Selne, June 15, 2022, SPA --",
    source: "news agencies that write the place in small letters",
  },
  {
    id: "clean/dateline",
    dated: true,
    pattern:
      /^\p{Lu}{3,}[\p{Lu}\s-]{0,30}(?:,|\s+[-–—])\s*\d{1,2}\s+(?:янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\.?\s*(?:\/?\s*[-–—]?\s*(?:ТАСС|РИА Новости|Интерфакс)\/?)?\.?\s*[-–—.]*\s*/u,
    example: "МОСКВА, 15 июня. /ТАСС/.",
    source: "Russian agencies",
  },
  {
    id: "clean/agency-end",
    pattern: /\s*(?:Enditem|Endit|#\s?e\.o\.m\.?|\(END\)|\(ITAR-TASS\))\.?$/u,
    example: "… U.S. dollars. Enditem",
    source: "news agencies",
  },
  {
    id: "clean/editor",
    pattern: /\s*[（(](?:责任编辑|责编|编辑|完|编导|记者)[^）)]{0,40}[）)]$/u,
    example: "（完）",
    source: "Chinese agencies",
  },
];
