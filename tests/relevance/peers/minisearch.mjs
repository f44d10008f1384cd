// Answers the labelled queries with MiniSearch over item documents.
//
//   node minisearch.mjs and|or
//
import MiniSearch from "minisearch";
import { readQueries } from "../lib/queries.mjs";
import { documentsOf, settings } from "./minisearch-index.mjs";
import { readPosts } from "./posts.mjs";

const combineWith = { and: "AND", or: "OR" }[process.argv[2]];
if (!combineWith) {
  console.error("say `and` or `or`");
  process.exit(2);
}

const index = new MiniSearch(settings(combineWith));
index.addAll(documentsOf(readPosts()));

for (const { id, query, plain, must = {} } of readQueries()) {
  const found = index.search(asQuery(plain ?? query, must), { filter: (item) => allows(item, must) });
  const results = found.slice(0, 10).map(({ slug, date, section, heading, text, score }) => ({
    slug,
    date,
    section,
    heading,
    text,
    score,
  }));
  process.stdout.write(`${JSON.stringify({ id, results })}\n`);
}

/** A word to be left out is MiniSearch's own AND_NOT. */
function asQuery(text, { without = [] }) {
  if (!without.length) return text;
  return { combineWith: "AND_NOT", queries: [text, ...without.map(exactly)] };
}

function exactly(word) {
  return { queries: [word], prefix: false, fuzzy: false };
}

/** Filters are given as MiniSearch's `filter`, the help that an application would write for it. */
function allows(item, { section, featured, from, to }) {
  return (
    (!section || item.section.includes(section)) &&
    (!featured || item.section.some((id) => ["featured-prs", "kep-of-the-week"].includes(id))) &&
    (!from || item.date >= from) &&
    (!to || item.date <= to)
  );
}
