// An issue in a page of another site: Masthead's widget, as a frame and as an element, beside a frame of a
// plain page of the same post.
//
//   node run.mjs --site SITE --work FOLDER [--runs N]
//
// SITE is what Masthead built. Prints tables, and writes all figures to results.json in the work folder.
// `benches/paint` has to be installed: the plain page is made with its markdown-it.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Browser } from "../lib/browser.mjs";
import { report } from "./lib/report.mjs";
import { subjectsOf } from "./lib/subjects.mjs";
import { Visit } from "./lib/visit.mjs";

const { values } = parseArgs({
  options: {
    site: { type: "string" },
    work: { type: "string" },
    runs: { type: "string", default: "9" },
  },
});
const { site, work, runs } = values;
if (!site || !work) {
  console.error("usage: node run.mjs --site SITE --work FOLDER [--runs N]");
  process.exit(2);
}

const subjects = await subjectsOf({ site, work });
const pages = subjects.map(({ name }) => ({ name, visits: [] }));
const browser = new Browser();
try {
  // The browser itself is slow the first time.
  await measure(subjects[0]);
  for (let run = 1; run <= Number(runs); run += 1) {
    console.error(`run ${run}`);
    // One after the other each time, so that they share what else the machine does.
    for (const [place, subject] of subjects.entries()) pages[place].visits.push(await measure(subject));
  }
} finally {
  await browser.close();
}
for (const { archive, host } of subjects) [archive, host].forEach((server) => server.close());
process.stdout.write(`${report(pages)}\n`);
writeFileSync(join(work, "results.json"), JSON.stringify(pages));

/** A reader who comes to the host page for the first time. */
async function measure(subject) {
  const visit = await Visit.begin(browser, subject);
  const seen = await visit.open();
  await visit.close();
  return seen;
}
