// Prints how well engines answered the labelled queries, side by side.
//
//   node evaluate.mjs [--part tune|held-out|all] [--json] [--misses] [FILE.jsonl]...
//
// Each file is the answers of one engine, which is called by the file's name; without files it is
// all that lie in `results/`. The form of an answer is described in README.md.

import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { judge, summarise } from "./lib/judge.mjs";
import { readLines, readQueries } from "./lib/queries.mjs";
import { misses, table } from "./lib/report.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    part: { type: "string", default: "tune" },
    json: { type: "boolean", default: false },
    misses: { type: "boolean", default: false },
  },
});
if (!["tune", "held-out", "all"].includes(values.part)) fail(`unknown part: ${values.part}`);

const queries = readQueries().filter(({ part }) => values.part === "all" || part === values.part);
const classes = [...new Set(queries.map((query) => query.class))];
const engines = (positionals.length ? positionals : resultFiles()).map(evaluate);

if (values.json) {
  const shown = engines.map(({ name, all, byClass }) => [name, { all, byClass }]);
  print(JSON.stringify({ part: values.part, engines: Object.fromEntries(shown) }, null, 2));
} else {
  print(table(values.part, classes, engines));
  if (values.misses) engines.forEach((engine) => print(misses(engine)));
}

function print(text) {
  process.stdout.write(`${text}\n`);
}

function evaluate(file) {
  const answers = new Map(readLines(file).map((answer) => [answer.id, answer]));
  const judged = queries.map((query) => {
    const answer = answers.get(query.id);
    return { query, answer, figures: judge(query, answer) };
  });
  const figuresOf = (some) => summarise(some.map(({ figures }) => figures));
  return {
    name: basename(file, ".jsonl"),
    missing: judged.filter(({ answer }) => !answer).length,
    judged,
    all: figuresOf(judged),
    byClass: Object.fromEntries(
      classes.map((name) => [name, figuresOf(judged.filter(({ query }) => query.class === name))]),
    ),
  };
}

function resultFiles() {
  const folder = fileURLToPath(new URL("results", import.meta.url));
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".jsonl"))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return fail(`no results: name files, or put them in ${folder}`);
  }
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
