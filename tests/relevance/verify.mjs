// Checks every label of `queries.jsonl` against the posts; exits with 1 if one does not hold.

import { wrongs } from "./lib/checks.mjs";
import { readQueries } from "./lib/queries.mjs";
import { words } from "./lib/words.mjs";
import { readPosts } from "./peers/posts.mjs";

const posts = readPosts();
const items = posts.flatMap((post) => post.items);
const source = posts.map((post) => post.source).join("\n");
const archive = { items, source, vocabulary: new Set(words(source)) };
const queries = readQueries();
const problems = queries.flatMap((query) =>
  wrongs(query, archive).map((wrong) => `${query.id}: ${wrong}`),
);
for (const [at, { id }] of queries.entries()) {
  if (queries.findIndex((query) => query.id === id) !== at) problems.push(`${id}: is there twice`);
}

for (const problem of problems) console.error(problem);
const count = (part) => queries.filter((query) => query.part === part).length;
const parts = `${count("tune")} tune, ${count("held-out")} held-out`;
const summary = `${queries.length} queries (${parts}) over ${posts.length} posts`;
process.stdout.write(`${summary}: ${problems.length} problems\n`);
process.exitCode = problems.length ? 1 : 0;
