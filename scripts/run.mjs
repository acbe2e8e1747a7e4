// Runs a task of the package: sets up what is missing, builds what has changed, then hands over.
// Must itself run on Node 20: nothing newer is needed until dependencies (with their own Node 24) are in.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { memoryEnvironment, memoryFlags } from "./memory.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, "node_modules", ".cache", "readout");
const windows = process.platform === "win32";

/** Run a command; its stdout goes to our stderr unless `own` is set, so that data on stdout stays clean. */
function run(command, args, { own = false, quiet = false, cwd = root, env = process.env } = {}) {
  const result = spawnSync(command, args, {
    cwd,
    env,
    stdio: ["inherit", own ? "inherit" : quiet ? "ignore" : 2, "inherit"],
    shell: windows && command === "npm",
  });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

function mustRun(step, command, args) {
  const status = run(command, args);
  if (status !== 0) {
    console.error(`readout: ${step} failed (exit ${status}). The lines above say why.`);
    process.exit(2);
  }
}

function stampIs(name, value) {
  const file = join(cache, name);
  return existsSync(file) && readFileSync(file, "utf8") === value;
}

function stamp(name, value) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, name), value);
}

function hashOf(...files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** Newest names, sizes and times under the source folders, as one hash: cheap to ask, changes with any edit. */
function sourceState(from = "src") {
  const hash = createHash("sha256");
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (/\.(ts|tsx|json|css|html)$/.test(entry.name) && !entry.name.endsWith(".test.ts")) {
        const { mtimeMs, size } = statSync(path);
        hash.update(`${path}\0${mtimeMs}\0${size}\n`);
      }
    }
  };
  visit(join(root, from));
  return hash.digest("hex");
}

function node24() {
  const own = join(root, "node_modules", "node", "bin", windows ? "node.exe" : "node");
  if (existsSync(own)) return own;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 14)) return process.execPath;
  console.error(
    "readout: needs Node 22.14 or later. Run `npm install` in this folder; it brings Node 24 along.",
  );
  process.exit(2);
}

function install() {
  const wanted = hashOf("package.json", "package-lock.json");
  if (stampIs("installed", wanted)) return;
  console.error("readout: installing dependencies (once) …");
  mustRun("installing dependencies", "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  stamp("installed", wanted);
}

function build() {
  const state = sourceState();
  const built = join(root, "dist", ".built");
  if (existsSync(built) && readFileSync(built, "utf8") === state) return;
  console.error("readout: building …");
  mustRun("the build", node24(), [join(root, "node_modules", "typescript", "bin", "tsc"), "-b"]);
  buildWeb();
  writeFileSync(built, state);
}

/** The workbench, only when its own sources changed. */
function buildWeb() {
  const state = sourceState(join("src", "web"));
  const built = join(root, "dist", "web", ".built");
  if (existsSync(built) && readFileSync(built, "utf8") === state) return;
  mustRun("building the workbench", node24(), [
    join(root, "node_modules", "vite", "bin", "vite.js"),
    "build",
    "--config",
    join(root, "vite.config.ts"),
  ]);
  writeFileSync(built, state);
}

function cli(args) {
  return run(node24(), [...memoryFlags, join(root, "dist", "cli", "main.js"), ...args], {
    own: true,
    env: memoryEnvironment,
    cwd: process.env["INIT_CWD"] ?? root,
  });
}

function script(file, args) {
  return run(node24(), [join(root, file), ...args], { own: true });
}

const [task, ...args] = process.argv.slice(2);
install();
switch (task) {
  case "readout":
    build();
    process.exit(cli(args));
    break;
  case "start":
    build();
    process.exit(cli(["start", ...args]));
    break;
  case "test": {
    build();
    const bin = (name) => join(root, "node_modules", name);
    const steps = [
      { step: "format", command: [bin("oxfmt/bin/oxfmt"), "--check"] },
      { step: "lint", command: [bin("oxlint/bin/oxlint"), "--type-aware", "--deny-warnings"] },
      {
        step: "types",
        command: [bin("typescript/bin/tsc"), "-b", "tsconfig.json", "test/tsconfig.json"],
      },
      { step: "tests", command: [bin("vitest/vitest.mjs"), "run", ...args] },
      ...(args.length > 0
        ? []
        : [
            {
              step: "the workbench in a browser",
              command: [bin("vitest/vitest.mjs"), "run", "--config", "vitest.web.config.ts"],
            },
          ]),
    ];
    for (const { step, command } of steps) {
      console.error(`readout: checking ${step} …`);
      const status = run(node24(), command, { own: true });
      if (status !== 0) {
        console.error(`readout: ${step} check failed.`);
        process.exit(status);
      }
    }
    break;
  }
  case "eval":
    build();
    process.exit(script("eval/main.ts", args));
    break;
  case "bench":
    build();
    process.exit(script("bench/main.ts", args));
    break;
  case "fuzz":
    build();
    process.exit(script("tools/fuzz/main.ts", args));
    break;
  case "train:syntax":
    process.exit(script("tools/train-syntax/main.ts", args));
    break;
  case "build:kernel":
    process.exit(script("tools/syntax-kernel/main.ts", args));
    break;
  case "docs:rules":
    process.exit(script("tools/rules-page/main.ts", args));
    break;
  default:
    console.error(
      "readout: unknown task; use start, test, readout, eval, bench, train:syntax, build:kernel or docs:rules.",
    );
    process.exit(2);
}
