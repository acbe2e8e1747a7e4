import { ErrorBoundary, LocationProvider, Route, Router, lazy } from "preact-iso";
import { render, type JSX } from "preact";
import { watchWorkspace } from "./api.ts";
import { Shell } from "./shell.tsx";
import { Overview } from "./views/overview.tsx";

const Timeline = lazy(() => import("./views/timeline.tsx").then((view) => view.Timeline));
const Encounter = lazy(() => import("./views/encounter.tsx").then((view) => view.Encounter));
const Statements = lazy(() => import("./views/statements.tsx").then((view) => view.Statements));
const Silences = lazy(() => import("./views/silences.tsx").then((view) => view.Silences));
const Phrases = lazy(() => import("./views/phrases.tsx").then((view) => view.Phrases));
const Judgements = lazy(() => import("./views/judgements.tsx").then((view) => view.Judgements));
const Pages = lazy(() => import("./views/pages.tsx").then((view) => view.Pages));
const Page = lazy(() => import("./views/page.tsx").then((view) => view.Page));
const Search = lazy(() => import("./views/search.tsx").then((view) => view.Search));
const Actors = lazy(() => import("./views/actors.tsx").then((view) => view.Actors));
const Notebook = lazy(() => import("./views/notebook.tsx").then((view) => view.Notebook));
const Corrections = lazy(() => import("./views/corrections.tsx").then((view) => view.Corrections));

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
render(<App />, document.querySelector("#app")!);
