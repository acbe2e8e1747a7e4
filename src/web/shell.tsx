import { useLocation } from "preact-iso";
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { serverLost, status } from "./api.ts";
import { message } from "./parts/actions.tsx";

/** Views in the order of the bar, with the key that follows “g”. */
const views: readonly (readonly [string, string, string])[] = [
  ["/", "Overview", "o"],
  ["/timeline", "Timeline", "t"],
  ["/statements", "Statements", "s"],
  ["/silences", "Silences", "i"],
  ["/phrases", "Phrases", "p"],
  ["/judgements", "Judgements", "j"],
  ["/actors", "Actors", "a"],
  ["/pages", "Pages", "l"],
  ["/search", "Search", "f"],
  ["/notebook", "Notebook", "n"],
  ["/corrections", "Corrections", "c"],
];

/** What stands around every view: bar, state of the workspace, messages, keys. */
export function Shell({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { path, route } = useLocation();
  const help = useRef<HTMLDialogElement>(null);
  useKeys(route, () => help.current?.showModal());
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else document.querySelector<HTMLElement>("main")?.focus();
  }, [path]);
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>("main")?.focus();
        }}
      >
        Skip to the view
      </a>
      <header class="bar">
        <a class="brand" href="/">
          Readout
        </a>
        <nav aria-label="Views">
          {views.map(([href, label]) => (
            <a
              key={href}
              href={href}
              {...(path === href ? { "aria-current": "page" as const } : {})}
            >
              {label}
            </a>
          ))}
        </nav>
        <button
          type="button"
          class="quiet"
          aria-label="Keyboard help"
          title="Keyboard help (?)"
          onClick={() => help.current?.showModal()}
        >
          ?
        </button>
      </header>
      <State />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Message />
      <dialog ref={help} aria-labelledby="help-title">
        <h2 id="help-title">Keyboard</h2>
        <table class="rows">
          <tbody>
            {views.map(([href, label, key]) => (
              <tr key={href}>
                <th scope="row">
                  <kbd>g</kbd> <kbd>{key}</kbd>
                </th>
                <td>{label}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">
                <kbd>/</kbd>
              </th>
              <td>to the view's own search field, or to Search</td>
            </tr>
            <tr>
              <th scope="row">
                <kbd>j</kbd> <kbd>k</kbd>
              </th>
              <td>next, previous line</td>
            </tr>
            <tr>
              <th scope="row">
                <kbd>Enter</kbd>
              </th>
              <td>on a line's “Source”: show it in its page</td>
            </tr>
            <tr>
              <th scope="row">
                <kbd>Alt</kbd> <kbd>←</kbd>
              </th>
              <td>back to where you were</td>
            </tr>
            <tr>
              <th scope="row">
                <kbd>?</kbd>
              </th>
              <td>
                this help; <kbd>Esc</kbd> closes it
              </td>
            </tr>
          </tbody>
        </table>
        <form method="dialog">
          <button type="submit" class="primary">
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}

function State(): JSX.Element | null {
  const now = status.value;
  if (serverLost.value)
    return (
      <p class="banner error" role="alert">
        The server does not answer. Start it again with the same command; this page goes on where it
        was, and nothing that was saved is lost.
      </p>
    );
  if (now === null || now.state === "ready") return null;
  return (
    <p class="banner" role="status">
      {now.state === "linking"
        ? "Linking encounters …"
        : `Reading pages: ${now.done} of ${now.total} …`}{" "}
      <progress
        {...(now.total > 0 ? { max: now.total, value: now.done } : {})}
        aria-label="Reading pages"
      />
    </p>
  );
}

function Message(): JSX.Element {
  const now = message.value;
  useEffect(() => {
    if (now === null) return undefined;
    const timer = setTimeout(() => (message.value = null), 12_000);
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <div class="message" role="status" aria-live="polite">
      {now !== null && (
        <p>
          {now.text}{" "}
          {now.undo !== undefined && (
            <button type="button" onClick={now.undo}>
              Undo
            </button>
          )}{" "}
          <button type="button" aria-label="Close message" onClick={() => (message.value = null)}>
            ×
          </button>
        </p>
      )}
    </div>
  );
}

/** Keys that work in every view, never while typing. */
function useKeys(route: (path: string) => void, help: () => void): void {
  useEffect(() => {
    let go = false;
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target as HTMLElement;
      if (target.closest("input, select, textarea, dialog") !== null) return;
      const view = go ? views.find(([, , key]) => key === event.key) : undefined;
      go = event.key === "g" && !go;
      if (view !== undefined) route(view[0]);
      else if (event.key === "?") help();
      else if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
      else if (event.key === "/") {
        event.preventDefault();
        const field = document.querySelector<HTMLInputElement>("main input[type=search]");
        if (field === null) route("/search");
        else field.focus();
      }
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [route]);
}

/** Move the focus to the first link of the next or previous line. */
function step(by: number): void {
  const lines = [...document.querySelectorAll<HTMLElement>("main article")];
  const at = lines.findIndex((line) => line.contains(document.activeElement));
  const line = lines[at === -1 ? 0 : Math.min(lines.length - 1, Math.max(0, at + by))];
  const link = line?.querySelector<HTMLElement>("a, button");
  link?.focus();
  line?.scrollIntoView({ block: "nearest" });
}
