// Searching with Masthead, Pagefind and MiniSearch on the same archive, in the same Chromium.
//
//   node run.mjs --press PROGRAM --work FOLDER POSTS=SITE...
//
// Each POSTS is a folder of posts and SITE what Masthead built of it. Prints tables, and writes all
// figures to results.json in the work folder. `--only NAME` measures one of the pages.

import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Browser } from "../lib/browser.mjs";
import { CONDITIONS, measure } from "./lib/measure.mjs";
import { report } from "./lib/report.mjs";
import { subjectsOf } from "./lib/subjects.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { press: { type: "string" }, work: { type: "string" }, only: { type: "string" } },
});
const { press, work, only } = values;
if (!press || !work || positionals.length === 0) {
  console.error("usage: node run.mjs --press PROGRAM --work FOLDER POSTS=SITE...");
  process.exit(2);
}

const browser = new Browser();
const sizes = [];
try {
  for (const pair of positionals) {
    const size = await measureArchive(...pair.split("="));
    process.stdout.write(`${report(size)}\n\n`);
    sizes.push(size);
  }
} finally {
  await browser.close();
}
writeFileSync(join(work, "results.json"), JSON.stringify(sizes));

async function measureArchive(posts, site) {
  const count = readdirSync(posts).filter((name) => name.endsWith(".md")).length;
  const all = await subjectsOf({ site, posts, press, work: join(work, String(count)) });
  const subjects = all.filter(({ name }) => !only || name === only);
  const conditions = [];
  const urls = new Map();
  for (const { name, server } of subjects) urls.set(name, await server.start());
  for (const condition of CONDITIONS) {
    const measured = [];
    for (const subject of subjects) {
      const { name } = subject;
      console.error(`${count} posts, ${condition.name}: ${name}`);
      measured.push({ name, ...(await measure(browser, subject, urls.get(name), condition)) });
    }
    conditions.push({ name: condition.name, measured });
  }
  for (const { server } of subjects) server.close();
  const files = subjects.map(({ server, ...described }) => described);
  return { posts: count, subjects: files, conditions };
}
