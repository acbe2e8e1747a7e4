// Adds invented pages to a workspace, one transaction each, and says after each commit that it holds.
// Arguments: folder, number of the first page, how many.
import { openWorkspace } from "../../src/store/sqlite/open.ts";
import { numberedPage } from "./stored-pages.ts";

const [folder, first, count] = process.argv.slice(2) as [string, string, string];
const store = await openWorkspace(folder, { create: true });
for (let number = Number(first); number < Number(first) + Number(count); number++) {
  const page = numberedPage(number);
  await store.add(page);
  process.stdout.write(`${page.document.id}\n`);
  if (number % 5 === 0) await store.relink(() => []);
}
await store.close();
