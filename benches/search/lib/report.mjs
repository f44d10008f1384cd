// The figures as Markdown tables: ratios to Pagefind first, then what was measured.

/** All tables for what `run.mjs` has gathered. */
export function report(sizes) {
  return sizes.map(({ posts, subjects, conditions }) =>
    [
      `## ${posts} posts`,
      files(subjects),
      ...conditions.map(({ name, measured }) => [`### ${name}`, ratios(measured), times(measured)].filter(Boolean).join("\n\n")),
    ].join("\n\n"),
  ).join("\n\n");
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

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0);
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
