// The labelled queries and the rule that divides them.

import { readFileSync } from "node:fs";

/** Every query of `queries.jsonl`, with `part` added: "tune" or "held-out". */
export function readQueries() {
  return readLines(new URL("../queries.jsonl", import.meta.url)).map((query) => ({
    ...query,
    part: partOf(query.id),
  }));
}

/** One JSON value per line; blank lines are skipped. */
export function readLines(file) {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));
}

/** The number at the end of the id decides: odd is for tuning, even is held out. */
function partOf(id) {
  return Number(/\d+$/.exec(id)[0]) % 2 === 1 ? "tune" : "held-out";
}
