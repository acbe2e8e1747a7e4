import { join } from "node:path";
import { loadContext } from "../../src/resources/load.ts";
import type { Evaluation, Measure } from "../evaluation.ts";
import { scoreContacts } from "./contacts.ts";
import { scoreLinking } from "./linking.ts";
import { readOwn, scoreOwn } from "./own.ts";

/** Encounters: what a page is an account of, who took part, when; and what belongs together. */
export const encountersEvaluation: Evaluation = {
  name: "encounters",
  about: "own encounters of accounts, linking of accounts and mentions, contacts of re3d",
  needs: ["readouts", "series", "press", "re3d"],
  run: (data) => {
    const context = loadContext();
    const links = scoreLinking(data, context);
    const read = readOwn(data, context);
    const all = scoreOwn(read, null);
    const contacts = scoreContacts(join(data, "re3d"), context);
    const byLanguage = ["en", "zh", "ru"].map((language): Measure => {
      const { pages, participants } = scoreOwn(read, language);
      return {
        name: `participants F1, ${language} (${pages} accounts)`,
        value: participants.f1,
        target: 93,
      };
    });
    return {
      measures: [
        { name: `linking B³ F1 (${links.records} records)`, value: links.bCubed.f1, target: 97 },
        { name: "linking B³ precision", value: links.bCubed.precision },
        { name: "linking B³ recall", value: links.bCubed.recall },
        { name: "linking CEAFe F1", value: links.ceaf.f1 },
        { name: "pairs F1, easy", value: links.easy.f1 },
        { name: "pairs F1, hard", value: links.hard.f1, target: 90 },
        ...byLanguage,
        { name: "participants precision", value: all.participants.precision },
        { name: "participants recall", value: all.participants.recall },
        { name: "who met, exactly", value: all.principals },
        { name: "mode", value: all.mode },
        { name: "status", value: all.status },
        { name: "place", value: all.place },
        { name: "date exact", value: all.date, target: 97 },
        { name: "date exact, without metadata", value: all.bareExact },
        { name: "date interval holds the day, without metadata", value: all.bareRight },
        { name: "no date, without metadata", value: all.bareOpen, bound: "most" },
        { name: "contacts of re3d found", value: (100 * contacts.found) / contacts.pairs },
      ],
      details: [...links.errors, ...all.errors, ...contacts.errors],
    };
  },
};
