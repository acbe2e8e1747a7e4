import type { Command } from "./io.ts";

/** A command as the list of commands knows it: what it does is loaded when it is asked for. */
export interface CommandEntry {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  load(): Promise<Command>;
}

/** All commands, in the order help lists them. */
export const commands: readonly CommandEntry[] = [
  {
    name: "read",
    summary: "read pages and print the brief: who said what, by whose account, what is left unsaid",
    load: async () => (await import("./commands/read.ts")).readCommand,
  },
  {
    name: "compare",
    summary: "put two or more sides' accounts of an encounter side by side",
    load: async () => (await import("./commands/compare.ts")).compareCommand,
  },
  {
    name: "brief",
    summary: "write one to four pages on encounters: who said what, where accounts part",
    load: async () => (await import("./commands/brief.ts")).briefCommand,
  },
  {
    name: "timeline",
    summary: "show encounters on a time axis by sides and mode, and which sides published",
    load: async () => (await import("./commands/timeline.ts")).timelineCommand,
  },
  {
    name: "phrases",
    summary:
      "set phrases over time by side: share of documents, first and last use, dropped, taken over",
    load: async () => (await import("./commands/phrases.ts")).phrasesCommand,
  },
  {
    name: "claims",
    summary: "put claims in dispute side by side: who affirms, who denies, who leaves it open",
    load: async () => (await import("./commands/claims.ts")).claimsCommand,
  },
  {
    name: "commitments",
    summary: "show who commits to what, by domain, side and stage, with the quotes",
    load: async () => (await import("./commands/commitments.ts")).commitmentsCommand,
  },
  {
    name: "hypotheses",
    summary: "set your hypotheses against the evidence: matrix, disagreement, both scoring rules",
    load: async () => (await import("./commands/hypotheses.ts")).hypothesesCommand,
  },
  {
    name: "grade",
    summary: "grade a source A–F/1–6 for a kind of claim, with a reason",
    load: async () => (await import("./commands/grade.ts")).gradeCommand,
  },
  {
    name: "candidates",
    summary: "find formulations that may be set phrases, and take up those that are",
    load: async () => (await import("./commands/candidates.ts")).candidatesCommand,
  },
  {
    name: "export",
    summary: "write what was read as a table, annotations, references, events, a calendar …",
    load: async () => (await import("./commands/export.ts")).exportCommand,
  },
  {
    name: "add",
    summary: "add pages, archives, feeds or web addresses to a workspace",
    load: async () => (await import("./commands/add.ts")).addCommand,
  },
  {
    name: "watch",
    summary: "keep a workspace current with feeds, pages and folders",
    load: async () => (await import("./commands/watch.ts")).watchCommand,
  },
  {
    name: "quarantine",
    summary: "list what could not be read and why; try again, or forget it",
    load: async () => (await import("./commands/quarantine.ts")).quarantineCommand,
  },
  {
    name: "list",
    summary: "list the pages of a workspace by date",
    load: async () => (await import("./commands/list.ts")).listCommand,
  },
  {
    name: "show",
    summary: "show a page of a workspace: its text, what was said, its versions",
    load: async () => (await import("./commands/show.ts")).showCommand,
  },
  {
    name: "search",
    summary: "search the pages of a workspace; passages with their place",
    load: async () => (await import("./commands/search.ts")).searchCommand,
  },
  {
    name: "correct",
    summary: "merge, split or date encounters of a workspace; list corrections and take them back",
    load: async () => (await import("./commands/correct.ts")).correctCommand,
  },
  {
    name: "inspect",
    summary: "show what a stage did with a page, with the rules that fired",
    load: async () => (await import("./commands/inspect.ts")).inspectCommand,
  },
  {
    name: "serve",
    summary: "open the workbench in the browser, on a workspace or on pages",
    load: async () => (await import("./commands/serve.ts")).serveCommand,
  },
  {
    name: "mcp",
    summary: "let a language-model client search and quote a workspace (Model Context Protocol)",
    load: async () => (await import("./commands/mcp.ts")).mcpCommand,
  },
  {
    name: "start",
    summary: "read pages (or the sample), write the brief as an HTML file, open the workbench",
    load: async () => (await import("./commands/start.ts")).startCommand,
  },
];
