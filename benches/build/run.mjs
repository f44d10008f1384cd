// Building: how long it takes, how much memory, how much it writes, and what one changed post costs.
//
//   node run.mjs --press PROGRAM --program FOLDER --search FOLDER --work FOLDER [--runs N] POSTS...
//
// Each POSTS is a folder of posts; FOLDERs hold the app's program as Trunk makes it, and the one that
// searches. Started in the repository. Prints tables, and writes all figures to results.json in the work
// folder.
//
// `press` is measured by itself, from nothing (every card drawn), again without a change, and after a post
// was changed, into the same folder; `cargo xtask build` with everything compiled, but nothing kept of
// what Trunk and wasm-opt make of that, and after a post was changed. Where there is a change, it is a
// sentence at the end of the post in the middle, another one in each run, so that no run finds the
// outcome of an earlier one.

import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Archive } from "./lib/archive.mjs";
import { differences, files } from "./lib/folder.mjs";
import { measured } from "./lib/measured.mjs";
import { report } from "./lib/report.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    press: { type: "string" },
    program: { type: "string" },
    search: { type: "string" },
    work: { type: "string" },
    runs: { type: "string", default: "3" },
  },
});
const { press, program, search, work, runs } = values;
if (!press || !program || !search || !work || positionals.length === 0) {
  const folders = "--program FOLDER --search FOLDER --work FOLDER";
  console.error(`usage: node run.mjs --press PROGRAM ${folders} [--runs N] POSTS...`);
  process.exit(2);
}

/** Without it there are neither cards nor feeds. */
const SITE_URL = ["--site-url", "https://archive.example"];

/** What `cargo xtask build` keeps. */
const KEPT = ["target/programs", "target/search-worker"];

/** For five seconds after files were removed, ext4 is slow to make others. */
const REST_MS = 6000;

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
const own = { program: join(work, "program"), search: join(work, "search") };
cpSync(program, own.program, { recursive: true });
cpSync(search, own.search, { recursive: true });

const sizes = [];
for (const [place, posts] of positionals.entries()) {
  sizes.push(await measureArchive(new Archive(posts, join(work, String(place)))));
}
process.stdout.write(`${report(sizes)}\n`);
writeFileSync(join(work, "results.json"), JSON.stringify(sizes));

async function measureArchive(archive) {
  const builds = await pressBuilds(archive);
  const site = join(archive.folder, "site");
  builds.whole = [];
  builds.wholeChanged = [];
  let before;
  for (let run = 1; run <= Number(runs); run += 1) {
    archive.restore();
    KEPT.forEach((kept) => rmSync(kept, { recursive: true, force: true }));
    builds.whole.push(await timed(archive, run, "the whole build", wholeBuild(archive, site)));
    before = files(site);
    archive.change(run);
    builds.wholeChanged.push(await timed(archive, run, "after a change", wholeBuild(archive, site)));
  }
  const after = files(site);
  return { posts: archive.count, builds, size: sizeOf(after), kinds: differences(before, after) };
}

async function pressBuilds(archive) {
  const builds = { nothing: [], same: [], changed: [] };
  for (let run = 1; run <= Number(runs); run += 1) {
    archive.restore();
    // Another folder each time: removing the last one would slow the next.
    const out = join(archive.folder, `press-${run}`);
    cpSync(own.program, out, { recursive: true });
    const words = ["build", "--posts", archive.posts, "--out", out];
    words.push("--public-url", "/", ...SITE_URL, "--search", own.search);
    builds.nothing.push(await timed(archive, run, "press, from nothing", [press, words]));
    builds.same.push(await timed(archive, run, "press, without a change", [press, words]));
    archive.change(run);
    builds.changed.push(await timed(archive, run, "press, after a change", [press, words]));
  }
  return builds;
}

function wholeBuild(archive, site) {
  return ["cargo", ["xtask", "build", "--posts", archive.posts, "--out", site, ...SITE_URL]];
}

async function timed(archive, run, what, [name, words]) {
  console.error(`${archive.count} posts, run ${run}: ${what}`);
  await sleep(REST_MS);
  return measured(name, words);
}

function sizeOf(all) {
  const bytes = [...all.values()].map((file) => file.bytes);
  return { files: bytes.length, bytes: bytes.reduce((sum, one) => sum + one, 0) };
}
