// The figures as Markdown tables: ratios to Pagefind first, then what was measured.

import { kilobytes, quantile, table } from "../../lib/tables.mjs";

/** The tables for one size of archive, as `run.mjs` has gathered it. */
export function report({ posts, subjects, conditions }) {
  const parts = conditions.flatMap(({ name, measured }) => [
    `### ${name}`,
    ratios(measured),
    times(measured),
  ]);
  return [`## ${posts} posts`, files(subjects), ...parts].filter(Boolean).join("\n\n");
}

function files(subjects) {
  return table(
    ["", "program, brotli kB", "index, files", "index, kB", "index, brotli kB", "building, s"],
    subjects.filter(({ index }) => index).map(({ name, program, index, buildMs }) => [
      name,
      kilobytes(program.sent),
      index.files,
      kilobytes(index.raw),
      kilobytes(index.sent),
      (buildMs / 1000).toFixed(2),
    ]),
  );
}

/** What was measured, divided by Pagefind's. */
function ratios(measured) {
  const figures = measured.map(({ name, ...rest }) => [name, summary(rest)]);
  const pagefind = Object.fromEntries(figures).Pagefind;
  if (!pagefind) return "";
  const columns = ["time", "bytes", "requests", "median", "slow"];
  return table(
    ["divided by Pagefind's", "first results, time", "bytes", "requests", "key, median", "key, 95 of 100"],
    figures
      .filter(([name]) => !["Pagefind", "nothing"].includes(name))
      .map(([name, own]) => [name, ...columns.map((of) => (own[of] / pagefind[of]).toFixed(2))]),
  );
}

function times(measured) {
  return table(
    [
      "",
      "first results, ms",
      "slowest",
      "kB",
      "most",
      "requests",
      "key, ms: answer there, median",
      "painted, median",
      "95 of 100",
      "longest",
      "longest task, ms",
      "memory, MB",
    ],
    measured.map(({ name, ...rest }) => {
      const own = summary(rest);
      return [
        name,
        own.time.toFixed(0),
        own.slowest.toFixed(0),
        kilobytes(own.bytes),
        kilobytes(own.most),
        own.requests,
        own.answer.toFixed(1),
        own.median.toFixed(1),
        own.slow.toFixed(1),
        own.longest.toFixed(0),
        rest.longestTask > 0 ? rest.longestTask.toFixed(0) : "under 50",
        (rest.memory / 1e6).toFixed(1),
      ];
    }),
  );
}

function summary({ first, keys }) {
  const of = (name) => first.map((query) => query[name]);
  const painted = keys.map((key) => key.painted);
  return {
    time: quantile(of("ms"), 0.5),
    slowest: Math.max(...of("ms")),
    bytes: quantile(of("bytes"), 0.5),
    most: Math.max(...of("bytes")),
    requests: quantile(of("requests"), 0.5),
    answer: quantile(keys.map((key) => key.answer), 0.5),
    median: quantile(painted, 0.5),
    slow: quantile(painted, 0.95),
    longest: Math.max(...painted),
  };
}
