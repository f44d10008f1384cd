// Saving the archive: every file of the inventory, fetched if it is not here, and each checked by its
// hash before the archive counts as saved. What is here already is not fetched again, so a saving that
// was cut off goes on where it was.
//
// The record "archive":
//   isWanted     the reader wants the archive saved
//   isFollowed   what is new is to be fetched by itself
//   begun        the inventory that is or was being saved; null if none
//   saved        the inventory that was saved last; null if none
//   inventories  those of which files may be here, newest first

// How many files are fetched at a time. A larger number waits less for answers and takes more of a slow
// line from what is read meanwhile.
const AT_A_TIME = 4;

const NOTHING = { isWanted: false, isFollowed: false, begun: null, saved: null, inventories: [] };

// What is being saved at this moment: { stop, done: { issues, bytes } }; null if nothing is.
let saving = null;

// Why the last saving ended early: "full", "network", "moved" or "damaged"; null if it did not.
let failure = null;

const archiveRecord = async () => ({ ...NOTHING, ...(await recordOf("archive")) });

async function changeArchive(change) {
  const record = { ...(await archiveRecord()), ...change };
  await setRecord("archive", record);
  return record;
}

class Failure extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

// The bytes of a file, from what is kept or from the network, with the hash that they should have.
async function fetchEntry(entry, signal) {
  const cache = await openCache(CONTENT_CACHE);
  const url = urlOf(entry);
  const sources = [
    () => cache.match(url),
    () => fetch(url, { signal }),
    () => fetch(url, { signal, cache: "reload" }),
  ];
  for (const source of sources) {
    const response = await source();
    if (!response) continue;
    if (response.status === 404 || response.status === 410) {
      throw new Failure("moved", `${entry.file} is gone`);
    }
    if (!response.ok) throw new Failure("network", `${entry.file}: status ${response.status}`);
    const bytes = await bytesOf(response);
    if ((await sha256(bytes)) !== entry.sha256) continue;
    if (source !== sources[0]) await cache.put(url, answerWith(bytes, response, entry.file));
    return;
  }
  throw new Failure("damaged", `${entry.file} is not what the inventory says`);
}

async function fetchAll(inventory, current) {
  const left = [...inventory.files];
  const work = async () => {
    for (let entry = left.shift(); entry; entry = left.shift()) {
      current.stop.signal.throwIfAborted();
      await fetchEntry(entry, current.stop.signal);
      current.done.issues += issuesIn(entry);
      current.done.bytes += entry.bytes;
      await tellState();
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}

// Saves the current archive. Asked again while it does, it lets the first go on.
async function saveArchive() {
  if (saving) return;
  const current = { stop: new AbortController(), done: { issues: 0, bytes: 0 } };
  saving = current;
  failure = null;
  try {
    const name = (await recordOf(contentRecord))?.inventory ?? null;
    const { inventories } = await archiveRecord();
    const known = [name, ...inventories.filter((other) => other !== name)];
    await changeArchive({ isWanted: true, begun: name, inventories: known });
    await tellState();
    const inventory = await inventoryCalled(name);
    if (!inventory) throw new Failure("moved", "there is no inventory");
    await fetchAll(inventory, current);
    await changeArchive({ begun: null, saved: name, inventories: [name] });
    await dropUnlisted(inventory, name);
  } catch (error) {
    current.stop.abort(error);
    if (error?.name !== "AbortError") failure = isFull(error) ? "full" : (error.kind ?? "network");
    // There is no more room the next time either, until the reader makes some.
    if (failure === "full") await changeArchive({ begun: null }).catch(() => undefined);
  }
  saving = null;
  const isRenewed = failure === "moved" && (await askPointer().then(takeContent).catch(() => false));
  await (isRenewed ? saveArchive() : tellState());
}

// Packs and inventories that the saved archive does not have.
async function dropUnlisted(inventory, name) {
  const cache = await openCache(CONTENT_CACHE);
  const listed = new Set([ROOT + name, ...inventory.files.map(urlOf)]);
  const requests = await cache.keys();
  const packs = requests.filter(({ url }) => url.startsWith(`${ROOT}packs/`) && !listed.has(url));
  await Promise.all(packs.map((request) => cache.delete(request)));
}

// Stops saving; an archive that was saved before stays.
async function cancelSaving() {
  const { saved } = await archiveRecord();
  await changeArchive({ isWanted: saved !== null, begun: null });
  saving?.stop.abort();
}

// What becomes of the saved archive when the content is another, when a page is opened, or when files
// were thrown away by the browser.
async function followContent() {
  const archive = await archiveRecord();
  const name = (await recordOf(contentRecord))?.inventory;
  if (!archive.isWanted || !name || saving) return;
  const isAllHere = async () => {
    const inventory = await inventoryCalled(name).catch(() => null);
    return inventory && (await keptFiles(inventory)).length === inventory.files.length;
  };
  const isCutOff = archive.begun === name;
  const isEvicted = archive.saved === name && !(await isAllHere());
  const isNew = archive.saved !== name && archive.isFollowed;
  if (isCutOff || isEvicted || isNew) await saveArchive();
}
