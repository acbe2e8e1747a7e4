import { expect, test } from "vitest";
import { shippedContext } from "../../../test/support/read-text.ts";
import { createContext } from "../context.ts";
import { detectLanguage } from "./detect.ts";

const bare = createContext({ tables: new Map(), syntax: null });

test.each<[string, string, string | null]>([
  ["English", "The President of Valdoria said on Monday that the canal is open.", "en"],
  ["English in a headline", "Eldridge meets Kostrova in Port Lena", "en"],
  ["simplified Chinese", "两国元首就北运河问题深入交换意见。", "zh"],
  ["traditional Chinese", "兩國元首就北運河問題深入交換意見。", "zh"],
  [
    "Chinese with Latin names",
    "OpenCanal Ltd. 与 North Port Authority 签署协议，开放船闸。各方表示欢迎。",
    "zh",
  ],
  ["Russian", "Стороны обсудили вопросы судоходства и подтвердили прежние договорённости.", "ru"],
  ["Russian that has no ы", "Президент Валдории принял посла.", "ru"],
  [
    "Russian with a Ukrainian name",
    "Как сообщила газета «Північний канал», стороны вновь обсудили сроки открытия шлюзов и порядок прохода судов.",
    "ru",
  ],
  [
    "Ukrainian",
    "Президент провів телефонну розмову з Прем’єр-міністром. Сторони обговорили відкриття каналу.",
    "uk",
  ],
  ["Belarusian", "Прэзідэнт Валдорыі сустрэўся з паслом і абмеркаваў пытанні суднаходства.", "be"],
  [
    "Bulgarian",
    "Министър-председателят заяви, че страната ще отвори северния канал през пролетта и ще подкрепи съседите си.",
    "bg",
  ],
  ["Serbian", "Председник је разговарао са премијером о отварању канала у пролеће.", "sr"],
  ["Kazakh", "Президент солтүстік арнаны ашу мәселесін талқылады және қолдау білдірді.", "kk"],
  ["Japanese", "首相は大統領と会談し、北運河の開放について協議しました。", "ja"],
  ["Korean", "대통령은 총리와 북운하 개방 문제를 논의했다.", "ko"],
  ["Korean with Han", "韓日 정상은 北運河 개방 문제를 논의했다.", "ko"],
  ["German", "Der Bundeskanzler sprach am Montag mit der Präsidentin über den Kanal.", "de"],
  [
    "French",
    "Le président s’est entretenu lundi avec son homologue au sujet du canal du Nord et de la paix.",
    "fr",
  ],
  ["Arabic", "بحث الرئيس مع رئيس الوزراء افتتاح القناة الشمالية.", "ar"],
  ["no letters", "12 — 14 (2024)", null],
])("%s", (_name, text, expected) => {
  expect(detectLanguage(text, shippedContext())).toBe(expected);
});

test("without a detector the page's own word counts, then the script", () => {
  const german = "Der Bundeskanzler sprach am Montag mit der Präsidentin über den Kanal im Norden.";
  expect(detectLanguage(german, bare, "de-AT")).toBe("de");
  expect(detectLanguage(german, bare)).toBe("en");
});

test("the page's own word never outranks its text", () => {
  expect(detectLanguage("两国元首就北运河问题深入交换意见。", shippedContext(), "en")).toBe("zh");
});
