import { ErrorBoundary, LocationProvider, Route, Router, lazy } from "preact-iso";
import { render, type JSX } from "preact";
import { watchWorkspace } from "./api.ts";
import { Shell } from "./shell.tsx";
import { Overview } from "./views/overview.tsx";

/** Views that are fetched when they are first shown, or when there is nothing else to do. */
const later = {
  Timeline: () => import("./views/timeline.tsx").then((view) => view.Timeline),
  Encounter: () => import("./views/encounter.tsx").then((view) => view.Encounter),
  Statements: () => import("./views/statements.tsx").then((view) => view.Statements),
  Silences: () => import("./views/silences.tsx").then((view) => view.Silences),
  Phrases: () => import("./views/phrases.tsx").then((view) => view.Phrases),
  Judgements: () => import("./views/judgements.tsx").then((view) => view.Judgements),
  Pages: () => import("./views/pages.tsx").then((view) => view.Pages),
  Page: () => import("./views/page.tsx").then((view) => view.Page),
  Search: () => import("./views/search.tsx").then((view) => view.Search),
  Actors: () => import("./views/actors.tsx").then((view) => view.Actors),
  Notebook: () => import("./views/notebook.tsx").then((view) => view.Notebook),
  Corrections: () => import("./views/corrections.tsx").then((view) => view.Corrections),
};
const Timeline = lazy(later.Timeline);
const Encounter = lazy(later.Encounter);
const Statements = lazy(later.Statements);
const Silences = lazy(later.Silences);
const Phrases = lazy(later.Phrases);
const Judgements = lazy(later.Judgements);
const Pages = lazy(later.Pages);
const Page = lazy(later.Page);
const Search = lazy(later.Search);
const Actors = lazy(later.Actors);
const Notebook = lazy(later.Notebook);
const Corrections = lazy(later.Corrections);

function NotFound(): JSX.Element {
  return (
    <div class="notice error">
      <p>There is no view at this address.</p>
      <p>
        <a href="/">Back to the overview</a>
      </p>
    </div>
  );
}

function App(): JSX.Element {
  return (
    <LocationProvider>
      <Shell>
        <ErrorBoundary>
          <Router>
            <Route path="/" component={Overview} />
            <Route path="/timeline" component={Timeline} />
            <Route path="/encounter/:id" component={Encounter} />
            <Route path="/statements" component={Statements} />
            <Route path="/silences" component={Silences} />
            <Route path="/phrases" component={Phrases} />
            <Route path="/judgements" component={Judgements} />
            <Route path="/pages" component={Pages} />
            <Route path="/page/:id" component={Page} />
            <Route path="/search" component={Search} />
            <Route path="/actors" component={Actors} />
            <Route path="/notebook" component={Notebook} />
            <Route path="/corrections" component={Corrections} />
            <Route default component={NotFound} />
          </Router>
        </ErrorBoundary>
      </Shell>
    </LocationProvider>
  );
}

void watchWorkspace();
// A view that is asked for then opens without waiting, also when the server is lost meanwhile.
setTimeout(() => {
  const parts = [...Object.values(later), () => import("./parts/plots.ts")];
  // What can't be fetched now is fetched when it is shown, which tells when that fails.
  for (const load of parts) load().catch(() => {});
}, 1000);
render(<App />, document.querySelector("#app")!);
