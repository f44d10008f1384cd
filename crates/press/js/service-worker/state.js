// What pages are told, and what is listed on the page about storage.
//
// A state:
//   state         "none" while parts of the program are missing, "ready", "saving", "saved" or "stale", as
//                 `<html data-offline>`
//   done, all     { issues, bytes } of the archive: saved so far, and in all
//   failure       why saving ended early: "full", "network", "moved" or "damaged"; null if it did not
//   isFollowed    whether what is new in the archive is fetched by itself

async function currentState() {
  const [archive, content] = [await archiveRecord(), await recordOf(contentRecord)];
  const { issues = 0, bytes = 0, inventory: name } = content ?? {};
  const isSaved = archive.isWanted && archive.saved !== null;
  const isWhole = isSaved && archive.saved === name;
  const isReady = (await missingFiles()).length === 0;
  const rest = !isReady ? "none" : isWhole ? "saved" : isSaved ? "stale" : "ready";
  return {
    state: saving ? "saving" : rest,
    done: saving?.done ?? (isWhole ? { issues, bytes } : { issues: 0, bytes: 0 }),
    all: { issues, bytes },
    failure,
    isFollowed: archive.isFollowed,
  };
}

async function tellState() {
  const state = await currentState();
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const own = open.filter((client) => client.url.startsWith(ROOT));
  own.forEach((client) => client.postMessage({ state }));
}

// The kinds of what is kept, by the path below BASE; pages and the program have caches of their own.
function kindOf(path) {
  if (path.startsWith("packs/")) return "archive";
  return IN_INDEX.test(path) ? "index" : "read";
}

async function kindsOf(name) {
  const cache = await openCache(name);
  const kind = name.slice(PREFIX.length).split(":")[0];
  return (await cache.keys()).map((request) => {
    const isContent = kind === "content";
    const own = kind === "pages" ? "read" : kind === "state" ? "program" : kind;
    return { cache, request, kind: isContent ? kindOf(request.url.slice(ROOT.length)) : own };
  });
}

const everythingKept = async () => (await Promise.all((await ownCaches()).map(kindsOf))).flat();

// Files and bytes of each kind.
async function listKept() {
  const sums = { program: [0, 0], read: [0, 0], index: [0, 0], archive: [0, 0] };
  for (const { cache, request, kind } of await everythingKept()) {
    const { size = 0 } = (await (await cache.match(request))?.blob()) ?? {};
    sums[kind][0] += 1;
    sums[kind][1] += size;
  }
  return Object.entries(sums).map(([kind, [files, bytes]]) => ({ kind, files, bytes }));
}

async function forget(kind) {
  if (kind === "archive" || kind === "index") await cancelSaving();
  if (kind === "archive" || kind === "index") await changeArchive({ ...NOTHING });
  const kept = (await everythingKept()).filter((entry) => entry.kind === kind);
  await Promise.all(kept.map(({ cache, request }) => cache.delete(request)));
  failure = null;
}

// Forgets everything and steps down; what pages have in their own storage stays.
async function reset() {
  saving?.stop.abort();
  await registration.unregister();
  await Promise.all((await ownCaches()).map((name) => caches.delete(name)));
}
