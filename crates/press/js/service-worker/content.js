// The content: which manifest is the current one, as `version.json` says.
//
// Content is taken only from a build of the same program. Another program's comes with that program.

// How many manifests are kept, with the pages that name them. A larger number keeps pages readable
// without the network that were read longer ago, and as many old lists.
const MANIFESTS = 3;

const contentRecord = `content:${VERSION}`;

// What the site says is current; undefined if it does not answer.
async function askPointer() {
  const response = await fetch(ROOT + POINTER, { cache: "no-cache" });
  if (!response.ok) return undefined;
  return JSON.parse(new TextDecoder().decode(await bytesOf(response)));
}

// The answer for `version.json`: the site's if it comes in time, else what is here. With `?program=`
// the program of this version asks which content it can read: the site's may be another program's.
async function answerPointer(event, url) {
  const asked = askPointer();
  event.waitUntil(asked.then(renewContent).catch(() => undefined));
  const theirs = await inTime(asked, LIMIT_MS);
  const isFit = theirs?.program === VERSION || !url.searchParams.has("program");
  const pointer = (isFit ? theirs : null) ?? (await recordOf(contentRecord)) ?? theirs;
  return pointer ? Response.json(pointer) : Response.error();
}

// The manifest with this name, kept if it is whole.
async function answerManifest(name, options = {}) {
  const cache = await openCache(PAGES + name);
  const url = ROOT + name;
  const kept = options.cache === "reload" ? undefined : await cache.match(url);
  if (kept) return kept;
  const response = await fetch(url, options);
  if (!response.ok) {
    await caches.delete(PAGES + name);
    return response;
  }
  const bytes = await bytesOf(response);
  const [, hash] = HOLDS_MANIFEST.exec(name);
  const answer = answerWith(bytes, response, name);
  if ((await sha256(bytes)).startsWith(hash)) await keep(cache, url, answer.clone());
  return answer;
}

// Takes what the site says is current, once its manifest is here; says whether it is new.
async function takeContent(pointer) {
  if (pointer?.program !== VERSION || !HOLDS_MANIFEST.test(pointer.manifest)) return false;
  const before = await recordOf(contentRecord);
  if (JSON.stringify(before) === JSON.stringify(pointer)) return false;
  await answerManifest(pointer.manifest);
  const cache = await openCache(PAGES + pointer.manifest);
  if (!(await cache.match(ROOT + pointer.manifest))) return false;
  await setRecord(contentRecord, pointer);
  await dropOldContent(pointer);
  return true;
}

// Takes what is current, and what follows from it.
async function renewContent(pointer) {
  if (!(await takeContent(pointer))) return;
  await keepIndex().catch(() => undefined);
  await followContent();
  await tellState();
}

// Throws away pages and indexes that are too old. The index before this one may still be in use.
async function dropOldContent(pointer) {
  const pages = (await ownCaches()).filter((name) => name.startsWith(PAGES));
  const old = pages.filter((name) => name !== PAGES + pointer.manifest).slice(0, -MANIFESTS + 1);
  await Promise.all(old.map((name) => caches.delete(name)));
  const cache = await openCache(CONTENT_CACHE);
  const folderOf = (request) => /^search-[0-9a-f]+/.exec(request.url.slice(ROOT.length))?.[0];
  const requests = await cache.keys();
  const folders = [...new Set(requests.map(folderOf).filter(Boolean))].slice(0, -2);
  const stale = requests.filter((request) => folders.includes(folderOf(request)));
  await Promise.all(stale.map((request) => cache.delete(request)));
}
