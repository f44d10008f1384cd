// The files of a built site, and how those of two builds differ.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Kinds of files, by what their paths begin or end with; the first that fits. */
const KINDS = [
  ["search index", /^search-/],
  ["widgets", /^embed\//],
  ["API", /^api\//],
  ["cards", /^cards\//],
  ["packs", /^packs\//],
  ["feeds", /^(feed|items|sections\/[^/]+)\.(xml|json)$/],
  ["deadlines", /^deadlines(-|\.ics|\.json)/],
  ["texts", /\.md$/],
  ["pages", /\.html$/],
  ["manifest", /^archive-/],
  ["all others", /^/],
];

/** Every file below a folder, by its path: hash and bytes. */
export function files(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const found = new Map();
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const path = join(entry.path, entry.name);
    const content = readFileSync(path);
    const hash = createHash("sha256").update(content).digest("hex");
    found.set(path.slice(folder.length + 1), { hash, bytes: content.length });
  }
  return found;
}

/** For each kind: how many files there are, other ones, new ones, and such as are gone. */
export function differences(before, after) {
  const kinds = KINDS.map(([name]) => ({ name, files: 0, bytes: 0, other: 0, added: 0, gone: 0 }));
  const kindOf = (path) => kinds[KINDS.findIndex(([, pattern]) => pattern.test(path))];
  for (const [path, { hash, bytes }] of after) {
    const kind = kindOf(path);
    kind.files += 1;
    kind.bytes += bytes;
    if (!before.has(path)) kind.added += 1;
    else if (before.get(path).hash !== hash) kind.other += 1;
  }
  for (const path of before.keys()) if (!after.has(path)) kindOf(path).gone += 1;
  return kinds.filter((kind) => kind.files > 0 || kind.gone > 0);
}
