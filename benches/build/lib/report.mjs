// The figures as Markdown tables: ratios first, then what was measured.

import { quantile, table } from "../../lib/tables.mjs";

const BUILDS = [
  ["nothing", "`press build`, from nothing"],
  ["same", "`press build`, without a change"],
  ["changed", "`press build`, after one changed post"],
  ["whole", "`cargo xtask build`, everything compiled, nothing kept"],
  ["wholeChanged", "`cargo xtask build`, after one changed post"],
];

/** The tables for what `run.mjs` has gathered: for each archive its `builds`, `size` and `kinds`. */
export function report(sizes) {
  return [ratios(sizes), times(sizes), outputs(sizes), ...sizes.map(changes)].join("\n\n");
}

function ratios(sizes) {
  const ratio = (size, one, other) => (median(size, one) / median(size, other)).toFixed(2);
  const [small, ...larger] = sizes;
  const rows = [
    ["`press build`: one changed post / from nothing", "changed", "nothing"],
    ["`cargo xtask build`: one changed post / nothing kept", "wholeChanged", "whole"],
  ].map(([name, one, other]) => [name, ...sizes.map((size) => ratio(size, one, other))]);
  const growth = larger.map((size) => (median(size, "nothing") / median(small, "nothing")).toFixed(1));
  rows.push([`\`press build\`, from nothing / that of ${small.posts} posts`, "1", ...growth]);
  return table(["time", ...heads(sizes)], rows);
}

function times(sizes) {
  const columns = sizes.flatMap((size) => [`${size.posts} posts: s`, "from – to", "memory, MB"]);
  const rows = BUILDS.map(([key, name]) => [
    name,
    ...sizes.flatMap((size) => {
      const ms = size.builds[key].map((run) => run.ms);
      const memory = Math.max(...size.builds[key].map((run) => run.memory));
      const range = `${seconds(Math.min(...ms))} – ${seconds(Math.max(...ms))}`;
      return [seconds(median(size, key)), range, megabytes(memory)];
    }),
  ]);
  return table(["", ...columns], rows);
}

function outputs(sizes) {
  return table(
    ["output", ...heads(sizes)],
    [
      ["files", ...sizes.map(({ size }) => size.files)],
      ["MB", ...sizes.map(({ size }) => megabytes(size.bytes))],
    ],
  );
}

function changes({ posts, kinds }) {
  const rows = kinds.map(({ name, files, bytes, other, added, gone }) => [
    name,
    files,
    megabytes(bytes),
    other,
    added,
    gone,
  ]);
  const sum = (column) => rows.reduce((all, row) => all + row[column], 0);
  rows.push(["all", sum(1), megabytes(kinds.reduce((all, { bytes }) => all + bytes, 0)), sum(3), sum(4), sum(5)]);
  const head = [`one changed post of ${posts}`, "files", "MB", "other than before", "new", "gone"];
  return table(head, rows);
}

function heads(sizes) {
  return sizes.map((size) => `${size.posts} posts`);
}

function median(size, key) {
  return quantile(
    size.builds[key].map((run) => run.ms),
    0.5,
  );
}

function seconds(ms) {
  return (ms / 1000).toFixed(2);
}

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(bytes < 1e8 ? 1 : 0);
}
