// The figures as text.

const COLUMNS = [
  ["S@1", "success1"],
  ["best", "best1"],
  ["S@5", "success5"],
  ["MRR", "mrr10"],
  ["R@10", "recall10"],
];
const CELL = 6;

/** One row per class and one group of columns per engine, then what must not happen. */
export function table(part, classes, engines) {
  const group = COLUMNS.length * CELL;
  const rows = classes.filter((name) => engines.some(({ byClass }) => byClass[name].mrr10 !== null));
  const line = (label, count, cells) => [label.padEnd(14), String(count).padStart(4), ...cells].join(" ");
  const figures = (row) => COLUMNS.map(([, key]) => cell(row[key])).join("");
  const rank = (name) => {
    const count = engines[0].byClass[name].queries;
    return line(name, count, engines.map(({ byClass }) => figures(byClass[name])));
  };
  const answerable = rows.reduce((sum, name) => sum + engines[0].byClass[name].queries, 0);
  return [
    line("", "", engines.map(({ name }) => name.padStart(group))),
    line(part, "n", engines.map(() => COLUMNS.map(([name]) => name.padStart(CELL)).join(""))),
    ...rows.map(rank),
    line("all", answerable, engines.map(({ all }) => figures(all))),
    "",
    ...engines.map(({ name, all, missing }) => {
      const wrong = `${percent(all.falsePositives)} of queries without an answer got one`;
      const none = `${percent(all.unanswered)} of the others got none`;
      const notes = [wrong, none, `${all.violations} results against a phrase or a filter`];
      if (missing) notes.push(`${missing} queries not run`);
      return `${name}: ${notes.join("; ")}`;
    }),
  ].join("\n");
}

/** The queries that went wrong, each with what came first. */
export function misses({ name, judged }) {
  const wrong = judged.filter(({ figures }) => figures.rank !== 1 && figures.falsePositive !== 0);
  const also = judged.filter(({ figures }) => figures.rank === 1 && figures.broken > 0);
  const lines = [...wrong, ...also].map(({ query, figures, answer }) => {
    const place = query.empty ? "answered" : figures.rank ? `place ${figures.rank}` : "not found";
    const broken = figures.broken ? `, ${figures.broken} not allowed` : "";
    const [first] = answer?.results ?? [];
    const text = `${first?.heading ?? ""} ${first?.text ?? ""}`.trim().slice(0, 60);
    const shown = first ? `${first.slug}: ${text}` : "-";
    return `  ${query.id} ${query.query} (${place}${broken}): ${shown}`;
  });
  return [`\n${name}: ${lines.length} to look at`, ...lines].join("\n");
}

function cell(value) {
  return (value === null ? "-" : value.toFixed(2)).padStart(CELL);
}

function percent(value) {
  return value === null ? "none" : `${Math.round(value * 100)} %`;
}
