// The four pages that are measured, each with its server, its files and how long they took to make.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import MiniSearch from "../../../tests/relevance/peers/node_modules/minisearch/dist/es/index.js";
import { documentsOf, settings } from "../../../tests/relevance/peers/minisearch-index.mjs";
import { writeIndex } from "../../../tests/relevance/peers/pagefind-index.mjs";
import { readPosts } from "../../../tests/relevance/peers/posts.mjs";
import { pack, Server } from "../../lib/server.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const PEERS = "../../../tests/relevance/peers/node_modules";

/** Pagefind's files that are program, and those for ready-made surfaces, which are not used here. */
const PAGEFIND_PROGRAM = /^(pagefind|pagefind-worker)\.js$|^wasm\./;
const PAGEFIND_SURFACE = /-(ui|highlight)\.(js|css)$/;

/**
 * The pages for one archive: Masthead first, the page that does nothing last.
 *
 * `site` is the built site, `posts` the folder of its posts, `press` the program that built it, `work`
 * a folder for files.
 */
export async function subjectsOf({ site, posts, press, work }) {
  mkdirSync(work, { recursive: true });
  const read = readPosts(posts);
  return [
    masthead(site, posts, press, work),
    await pagefind(read, join(work, "pagefind")),
    minisearch(read, join(work, "minisearch")),
    { name: "nothing", server: new Server({ "/": here("../pages/nothing.html") }) },
  ];
}

function masthead(site, posts, press, work) {
  const [program, index] = ["engine-", "search-"].map((name) => folderOf(site, name));
  const out = mkdtempSync(join(work, "build-"));
  const shell = join(site, "index.html");
  const options = { posts, out, shell, search: program, "public-url": "/" };
  const words = Object.entries(options).flatMap(([key, value]) => [`--${key}`, value]);
  const [buildMs] = timed(() => execFileSync(press, ["build", ...words], { stdio: "ignore" }));
  rmSync(out, { recursive: true });
  return {
    name: "Masthead",
    // Without the worker that keeps the site: it fetches what searching needs before anybody searches.
    server: new Server({ "/": site, "/service-worker.js": "/nowhere" }),
    program: sizeOf(filesIn(program)),
    index: sizeOf(filesIn(index)),
    buildMs,
  };
}

/** The folder of the site whose name begins so. */
function folderOf(site, beginning) {
  const entries = readdirSync(site, { withFileTypes: true });
  const folder = entries.find((entry) => entry.isDirectory() && entry.name.startsWith(beginning));
  if (!folder) throw new Error(`${site} has no folder ${beginning}…`);
  return join(site, folder.name);
}

async function pagefind(posts, folder) {
  rmSync(folder, { recursive: true, force: true });
  const start = performance.now();
  await writeIndex(posts, folder);
  const buildMs = performance.now() - start;
  const files = filesIn(folder).filter((path) => !PAGEFIND_SURFACE.test(basename(path)));
  const [program, index] = split(files, PAGEFIND_PROGRAM);
  const page = here("../pages/pagefind.html");
  return {
    name: "Pagefind",
    server: new Server({ "/": page, "/pagefind/": folder }),
    // There is a copy of its engine for pages without a language.
    program: sizeOf(program.filter((path) => !path.includes("unknown"))),
    index: sizeOf(index),
    buildMs,
  };
}

function minisearch(posts, folder) {
  mkdirSync(folder, { recursive: true });
  const [index, options] = ["index.json", "settings.json"].map((name) => join(folder, name));
  const module = here(`${PEERS}/minisearch/dist/es/index.js`);
  const [buildMs, text] = timed(() => {
    const engine = new MiniSearch(settings("OR"));
    engine.addAll(documentsOf(posts));
    return JSON.stringify(engine);
  });
  writeFileSync(index, text);
  writeFileSync(options, JSON.stringify(settings("OR")));
  const page = here("../pages/minisearch.html");
  return {
    name: "MiniSearch",
    server: new Server({
      "/": page,
      "/minisearch.js": module,
      "/index.json": index,
      "/settings.json": options,
    }),
    program: sizeOf([module]),
    index: sizeOf([index]),
    buildMs,
  };
}

function timed(work) {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function split(paths, pattern) {
  const isOne = (path) => pattern.test(basename(path));
  return [paths.filter(isOne), paths.filter((path) => !isOne(path))];
}

/** Of some files: how many, their bytes, and their bytes as they are sent. */
function sizeOf(paths) {
  const packed = paths.map(pack);
  const sum = (of) => packed.reduce((sum, file) => sum + of(file), 0);
  return { files: paths.length, raw: sum(({ raw }) => raw), sent: sum(({ body }) => body.length) };
}
