// Writes an archive of more posts of the same kind: a folder's posts, and copies whose words are
// shuffled among the posts of the copy, a post for each day.
//
//   node grow.mjs POSTS OUT TIMES
//
// The same input gives the same output. Words go only where words were, and headings keep theirs, so
// that sections, markup and links stay what they are; numbers of pull requests and issues are others in
// each copy.

import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [from, out, times] = process.argv.slice(2);
if (!from || !out || !(Number(times) > 0)) {
  console.error("usage: node grow.mjs POSTS OUT TIMES");
  process.exit(2);
}

/** A word of prose: what is next to it is no markup. */
const WORD = /(?<=^|\s)[A-Za-z][a-z]+(?=[\s.,;:]|$)/gm;

/** A line that is no heading. */
const LINE = /^(?!#).+$/gm;

/** The number of a pull request or issue, in a link or in text. */
const REFERENCE = /(\/(?:pull|issues)\/|#)(\d{4,6})\b/g;

/** What each copy adds to those numbers: more than the largest of them. */
const REFERENCES_APART = 150_000;

const DAY_MS = 86_400_000;

const posts = readdirSync(from)
  .filter((name) => name.endsWith(".md"))
  .sort()
  .map((name) => [name, ...parts(readFileSync(join(from, name), "utf8"))]);
const firstDay = Date.parse(posts[0][0].slice(0, 10));

mkdirSync(out, { recursive: true });
for (const name of ["_config.yml", "masthead.toml"]) {
  const settings = join(from, "..", name);
  if (existsSync(settings)) copyFileSync(settings, join(out, "..", name));
}
for (let copy = 0; copy < times; copy += 1) {
  const bodies = posts.map(([, , body]) => body);
  const shuffled = copy === 0 ? bodies : shuffleWords(bodies, copy);
  posts.forEach(([name, head], place) => {
    const date = new Date(firstDay + (place * times + copy) * DAY_MS).toISOString().slice(0, 10);
    const slug = `${date}${name.slice(10, -".md".length)}`;
    const text = `---\n${dated(head, date, slug)}\n---\n${renumbered(shuffled[place], copy)}`;
    writeFileSync(join(out, `${slug}.md`), text);
  });
}

function parts(source) {
  const [, head = "", body = source] = /^---\n(.*?)\n---\n(.*)$/s.exec(source) ?? [];
  return [head, body];
}

function dated(head, date, slug) {
  const kept = head.split("\n").filter((line) => !/^(date|slug):/.test(line));
  return [...kept, `date: ${date} 22:00:00 -0000`, `slug: ${slug}`].join("\n");
}

function renumbered(body, copy) {
  const next = (_, before, number) => `${before}${Number(number) + copy * REFERENCES_APART}`;
  return body.replace(REFERENCE, next);
}

/** Takes the words out of all bodies and deals them again. */
function shuffleWords(bodies, seed) {
  const words = [];
  for (const body of bodies) replaceWords(body, (word) => words.push(word));
  const random = randomFrom(seed);
  for (let last = words.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [words[last], words[other]] = [words[other], words[last]];
  }
  let next = 0;
  return bodies.map((body) => replaceWords(body, () => words[next++]));
}

function replaceWords(body, replace) {
  return body.replace(LINE, (line) => line.replace(WORD, replace));
}

/** Numbers from 0 to 1, always the same for a seed (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
