// First paint of an issue's page, beside a plain page of the same post, docsify and mdBook, in the same
// Chromium.
//
//   node run.mjs --site SITE --work FOLDER [--mdbook PROGRAM] [--runs N] [--lighthouse]
//
// SITE is what Masthead built. Prints tables, and writes all figures to results.json in the work folder.
// `--beside NAME=SITE` measures another build too, and `--only NAME`, which may be said several times,
// nothing but these pages.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Browser } from "../lib/browser.mjs";
import { scoresOf } from "./lib/lighthouse.mjs";
import { report, scoreTable } from "./lib/report.mjs";
import { subjectsOf } from "./lib/subjects.mjs";
import { Visit } from "./lib/visit.mjs";

const { values } = parseArgs({
  options: {
    site: { type: "string" },
    work: { type: "string" },
    mdbook: { type: "string" },
    runs: { type: "string", default: "9" },
    beside: { type: "string", multiple: true, default: [] },
    only: { type: "string", multiple: true, default: [] },
    lighthouse: { type: "boolean", default: false },
  },
});
const { site, work, mdbook, only } = values;
if (!site || !work) {
  console.error("usage: node run.mjs --site SITE --work FOLDER [--mdbook PROGRAM] [--runs N] [--lighthouse]");
  process.exit(2);
}

const beside = values.beside.map((pair) => pair.split("="));
const all = subjectsOf({ site, beside, mdbook, work });
const subjects = all.filter(({ name }) => only.length === 0 || only.includes(name));
const pages = subjects.map(({ name }) => ({ name, cold: [], repeated: [], next: [] }));
const browser = new Browser();
try {
  for (const subject of subjects) subject.url = new URL(subject.path, await subject.server.start());
  // The browser itself is slow the first time.
  await measure(subjects[0], { cold: [], repeated: [], next: [] });
  for (let run = 1; run <= Number(values.runs); run += 1) {
    console.error(`run ${run}`);
    // One after the other each time, so that they share what else the machine does.
    for (const [place, subject] of subjects.entries()) await measure(subject, pages[place]);
  }
} finally {
  await browser.close();
}
process.stdout.write(`${report(pages)}\n`);
const ours = subjects.filter(({ name }) => name.startsWith("Masthead"));
const lighthouse = values.lighthouse ? await scoresOf(ours) : [];
if (lighthouse.length) process.stdout.write(`\n${scoreTable(lighthouse)}\n`);
for (const { server } of subjects) server.close();
writeFileSync(join(work, "results.json"), JSON.stringify({ pages, lighthouse }));

/** A first visit, the same again, and from there a click on the next issue. */
async function measure({ server, url, next }, { cold, repeated, next: clicks }) {
  const visit = await Visit.begin(browser, server);
  cold.push(await visit.open(url.href));
  repeated.push(await visit.open(url.href));
  if (next) clicks.push(await visit.follow(next));
  await visit.close();
}
