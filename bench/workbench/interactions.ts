/** Something a person does in a view. */
export interface Interaction {
  readonly name: string;
  /** Address it is done at. */
  readonly open: string;
  /** What is done in a round, and when its result is there: expressions that run in the page. */
  act(round: number): { readonly input: string; readonly shown: string };
}

const lines = `!before.includes(text(".virtual .line article")) && document.querySelectorAll(".virtual .line article").length > 3`;
const pairs = [..."BCDFG"];
const words = ["energy", "fishing", "sanctions", "trade", "journalists"];

/** The interactions that are measured, view by view. */
export const interactions: readonly Interaction[] = [
  {
    name: "Timeline: open an encounter",
    open: "/timeline?accounts=2",
    act: (round) => ({
      input: `document.querySelectorAll(".virtual article.encounter a")[${round}].click()`,
      shown: `document.querySelectorAll("table.compare tbody tr").length > 3`,
    }),
  },
  {
    name: "Encounter: differences only",
    open: "/encounter/2024-03-12-xba-xbe-phone",
    act: (round) => ({
      input: `choose("Show", ${JSON.stringify(["one-sided", "shared", "attributed-only", "differences", "one-sided"][round])})`,
      shown: `location.search.includes("only=") && text("main .filters [role=status]") !== "" && !text("main .filters [role=status]").startsWith(document.querySelectorAll("nothing").length + "x")`,
    }),
  },
  {
    name: "Statements: by a speaker",
    open: "/statements",
    act: (round) => ({
      input: `choose("Speaker", "X${pairs[round]}E:tomas-${pairs[round]!.toLowerCase()}ldridge")`,
      shown: `text(".virtual .line .who .side").includes("${pairs[round]}ldridge")`,
    }),
  },
  {
    name: "Statements: words",
    open: "/statements",
    act: (round) => ({
      input: `type(${JSON.stringify(words[round])})`,
      shown: `text(".virtual .line blockquote").toLowerCase().includes(${JSON.stringify(words[round])}) && location.search.includes("q=")`,
    }),
  },
  {
    name: "Statements: group by topic",
    open: "/statements",
    act: () => ({ input: `choose("Group by", "topic")`, shown: lines }),
  },
  {
    name: "Statements: to the middle of the list",
    open: "/statements",
    act: () => ({
      input: `const list = document.querySelector(".virtual"); list.scrollTop = list.scrollHeight / 2`,
      shown: `[...document.querySelectorAll(".virtual .line")].some((line) => Number(line.dataset.index) > 1000 && line.querySelector("article"))`,
    }),
  },
  {
    name: "Phrases: open a phrase",
    open: "/phrases",
    act: (round) => ({
      input: `document.querySelectorAll("main table.rows button")[${round + 1}].click()`,
      shown: `document.querySelector("tr.chosen button")?.textContent === text("main .columns h2") && document.querySelector("figure.chart svg") !== null && document.querySelector(".virtual article.use") !== null`,
    }),
  },
  {
    name: "Phrases: those of one side",
    open: "/phrases",
    act: (round) => ({
      input: `choose("Used by", "X${pairs[round]}A")`,
      shown: `location.search.includes("party=") && text("main table.rows tbody") !== "" && !before.includes(text("main table.rows tbody tr td:nth-child(2)") + "never")`,
    }),
  },
  {
    name: "Search: a word",
    open: "/search",
    act: (round) => ({
      input: `type(${JSON.stringify(words[round])})`,
      shown: `text(".virtual .line mark").toLowerCase().startsWith(${JSON.stringify(words[round]!.slice(0, 5))})`,
    }),
  },
  {
    name: "Search: a phrase",
    open: "/search",
    act: (round) => ({
      input: `type(${JSON.stringify(["“energy cooperation”", "“territorial integrity”", "“lines of communication”", "“fishing grounds”", "“human rights”"][round])})`,
      shown: `document.querySelectorAll(".virtual .line mark").length > 3`,
    }),
  },
  {
    name: "Search: open a passage in its page",
    open: "/search?q=energy",
    act: (round) => ({
      input: `document.querySelectorAll(".virtual article.found a")[${round}].click()`,
      shown: `document.querySelector("article.text mark.now") !== null`,
    }),
  },
  {
    name: "Silences: of one kind",
    open: "/silences",
    act: (round) => ({
      input: `choose("Kind", ${JSON.stringify(["asymmetric", "attributed-only", "reported", "asymmetric", "attributed-only"][round])})`,
      shown: `location.search.includes("kind=") && document.querySelectorAll(".virtual .line article").length > 1`,
    }),
  },
  {
    name: "Actors: by name",
    open: "/actors",
    act: (round) => ({
      input: `type("${pairs[round]}ostrova")`,
      shown: `text(".virtual .line article").includes("${pairs[round]}ostrova")`,
    }),
  },
  {
    name: "Pages: by title",
    open: "/pages",
    act: () => ({
      input: `type("thaw between")`,
      shown: `text(".virtual .line article").includes("thaw between")`,
    }),
  },
];
