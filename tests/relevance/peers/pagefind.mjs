// Answers the labelled queries with Pagefind: indexed by its Node API, searched in Chromium.
//
// Pagefind's search is a browser module, so a page loads it from a server of this script, runs every
// query and sends the answers back. `CHROMIUM` names the browser; the default is `chromium`.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { readQueries } from "../lib/queries.mjs";
import { writeIndex } from "./pagefind-index.mjs";
import { readPosts } from "./posts.mjs";

const LIMIT_MS = 300_000;
const TYPES = { ".js": "text/javascript", ".json": "application/json", ".html": "text/html" };
const folder = mkdtempSync(join(tmpdir(), "pagefind-"));
const bundle = join(folder, "bundle");

await writeIndex(readPosts(), bundle);
const answers = await askInBrowser();
rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
for (const answer of answers) process.stdout.write(`${JSON.stringify(answer)}\n`);

async function askInBrowser() {
  const questions = readQueries().map(({ id, query, plain, must }) => ({
    id,
    text: plain ?? query,
    filters: filtersOf(must),
  }));
  let received;
  const done = new Promise((resolve) => (received = resolve));
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    if (request.method === "POST") {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      response.end();
      received(JSON.parse(Buffer.concat(chunks).toString()));
    } else if (path === "/") {
      response.setHeader("content-type", "text/html");
      response.end(`<!doctype html><script type="module">(${ask})(${JSON.stringify(questions)})</script>`);
    } else {
      serve(path, response);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const browser = spawn(
    process.env.CHROMIUM ?? "chromium",
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      `--user-data-dir=${join(folder, "profile")}`,
      `http://127.0.0.1:${server.address().port}/`,
    ],
    { stdio: "ignore" },
  );
  const failed = new Promise((_, reject) => {
    browser.once("error", reject);
    setTimeout(() => reject(new Error("Chromium sent no answers in time")), LIMIT_MS).unref();
  });
  try {
    const sent = await Promise.race([done, failed]);
    if (sent.error) throw new Error(sent.error);
    return sent;
  } finally {
    const gone = once(browser, "exit");
    browser.kill();
    server.closeAllConnections();
    server.close();
    await gone;
  }
}

function serve(path, response) {
  try {
    const body = readFileSync(join(bundle, path.replace("/pagefind/", "")));
    response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}

/** What Pagefind can filter by: whole years and the sections that a page has. */
function filtersOf({ section, featured, from, to } = {}) {
  const filters = {};
  if (section) filters.section = section;
  if (featured) filters.section = { any: ["featured-prs", "kep-of-the-week"] };
  if (from && to && from.slice(0, 4) === to.slice(0, 4)) filters.year = from.slice(0, 4);
  return filters;
}

/** Runs in the browser. The page is the result: its whole text, its sections and its date. */
async function ask(questions) {
  try {
    const engine = await import("/pagefind/pagefind.js");
    const answers = [];
    for (const { id, text, filters } of questions) {
      const { results } = await engine.search(text, { filters });
      const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      answers.push({
        id,
        unit: "page",
        results: pages.map(({ meta, content, filters: found }) => ({
          slug: meta.slug,
          date: meta.date,
          section: found.section,
          heading: meta.title,
          text: content,
        })),
      });
    }
    await fetch("/", { method: "POST", body: JSON.stringify(answers) });
  } catch (error) {
    await fetch("/", { method: "POST", body: JSON.stringify({ error: String(error) }) });
  }
}
