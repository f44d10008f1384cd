// The inventory: all files of the archive with their hashes, as the file that `version.json` names says.
// Each entry: { file, kind, sha256, bytes } and, for a pack, `texts`: [path, beginning of the hash,
// bytes] of each text in it, in their order. `kind` is "texts", "index" or "image".

// The inventory with this name; null if it is neither here nor to be had.
async function inventoryCalled(name) {
  if (!name) return null;
  const cache = await openCache(CONTENT_CACHE);
  const kept = await cache.match(ROOT + name);
  if (kept) return kept.json();
  const response = await fetch(ROOT + name);
  if (!response.ok) return null;
  const bytes = await bytesOf(response);
  const inventory = JSON.parse(new TextDecoder().decode(bytes));
  await keep(cache, ROOT + name, answerWith(bytes, response, name));
  return inventory;
}

const urlOf = ({ file }) => ROOT + encodeURI(file);

// How many issues are in a file.
const issuesIn = ({ issues = 0 }) => issues;

// The files of an inventory that are kept.
async function keptFiles(inventory) {
  const cache = await openCache(CONTENT_CACHE);
  const there = new Set((await cache.keys()).map((request) => request.url));
  return inventory.files.filter((entry) => there.has(urlOf(entry)));
}

// A text out of a pack that is kept: with this beginning of its hash, or whichever there is.
async function textFromPack(path, version) {
  const names = (await recordOf("archive"))?.inventories ?? [];
  const cache = await openCache(CONTENT_CACHE);
  for (const name of names) {
    const inventory = await (await cache.match(ROOT + name))?.json();
    for (const entry of inventory?.files ?? []) {
      const place = (entry.texts ?? []).findIndex(
        ([file, hash]) => file === path && (!version || hash === version),
      );
      const pack = place < 0 ? undefined : await cache.match(urlOf(entry));
      if (pack) return cut(await pack.blob(), entry.texts, place);
    }
  }
  return undefined;
}

function cut(pack, texts, place) {
  const start = texts.slice(0, place).reduce((sum, [, , bytes]) => sum + bytes, 0);
  const text = pack.slice(start, start + texts[place][2]);
  return new Response(text, { headers: { "content-type": "text/markdown; charset=utf-8" } });
}

// How large an index may be that is kept before anybody has saved the archive. A larger number makes
// larger archives searchable without the network, and takes as much of the reader's line.
const MOST_INDEX_BYTES = 4_000_000;

// Keeps the search index, so that a search needs no network. Not where the reader saves data.
async function keepIndex() {
  if (navigator.connection?.saveData) return;
  const inventory = await inventoryCalled((await recordOf(contentRecord))?.inventory);
  const index = (inventory?.files ?? []).filter(({ kind }) => kind === "index");
  if (index.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_INDEX_BYTES) return;
  for (const entry of index) {
    const url = new URL(urlOf(entry));
    await answerIndex(new Request(url), url);
  }
}
