// The program: fetched as a whole before this worker counts as installed, and never mixed with another.

const PROGRAM = new Map(FILES.map(([file, hash]) => [file, hash]));

// One file, from an older version if it has the same, else from the network, past the browser's own
// cache if what lies there is not the file of this version.
async function fetchProgramFile(file, hash) {
  const url = ROOT + encodeURI(file);
  const sources = [
    () => caches.match(url),
    () => fetch(url),
    () => fetch(url, { cache: "reload" }),
  ];
  for (const source of sources) {
    const response = await source();
    if (!response?.ok) continue;
    const bytes = await bytesOf(response);
    if ((await sha256(bytes)) === hash) return answerWith(bytes, response, file);
  }
  throw new TypeError(`${file} is not the file of version ${VERSION}`);
}

// What is not here of the program: nothing, unless the browser has thrown it away.
async function missingFiles() {
  const cache = await openCache(PROGRAM_CACHE);
  const there = new Set((await cache.keys()).map((request) => request.url));
  return FILES.filter(([file]) => !there.has(ROOT + encodeURI(file)));
}

async function completeProgram() {
  const cache = await openCache(PROGRAM_CACHE);
  await Promise.all(
    (await missingFiles()).map(async ([file, hash]) => {
      await cache.put(ROOT + encodeURI(file), await fetchProgramFile(file, hash));
    }),
  );
}

async function answerProgram(file) {
  const cache = await openCache(PROGRAM_CACHE);
  const url = ROOT + encodeURI(file);
  const kept = await cache.match(url);
  if (kept) return kept;
  const response = await fetchProgramFile(file, PROGRAM.get(file));
  await keep(cache, url, response.clone());
  return response;
}

// A file of a program that is not this worker's: of the one before, for a page that still runs it.
const answerOtherProgram = async (request) => (await caches.match(request.url)) ?? fetch(request);

const answerShell = () => answerProgram(SHELL);

// The versions that open pages run, as far as they have said so.
const versions = new Map();

// Throws away what belongs to programs that no open page runs.
async function dropOldVersions() {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const own = open.filter((client) => client.url.startsWith(ROOT));
  if (!own.every((client) => versions.get(client.id) === VERSION)) return;
  const isOld = (name) => /^(program|pages):/.test(name.slice(PREFIX.length));
  const names = (await ownCaches()).filter(isOld);
  const old = names.filter((name) => name !== PROGRAM_CACHE && !name.startsWith(PAGES));
  await Promise.all(old.map((name) => caches.delete(name)));
}
