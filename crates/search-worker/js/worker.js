// Search in a worker: fetches the files of an index, gives them to the engine and answers. The
// engine's glue, `wasm_bindgen`, is put before this text when the program is built.
//
// The program lies in one folder, whose name holds its hash, and the index in another, since a new
// issue changes the index alone. Messages are objects with these fields.
//
// Page to worker, first:
//   index     the address of the index's folder, with a slash at its end
//
// Then requests:
//   id        a number that rises with every request; only the newest is worked on, older ones are
//             dropped without a word
//   query     the text as typed
//   sections  ids of section families, of which a hit has at least one; empty or absent for any
//   from, to  the first and last day of hits, "YYYY-MM-DD"; null or absent for no limit
//   sort      "relevance" or "newest"
//   offset    how many hits to leave out at the beginning; absent for none
//   limit     how many hits to give at most
//
// Worker to page, one of:
//   { id, answer, isFinal }
//             `isFinal` is false while parts are missing that hold more words which begin as the last
//             one does; the same request is answered again when they are here
//   { state } "ready" when the index is open; "complete" when all of it is here, so that no request
//             waits for the network any more
//   { id, error: { kind, message } }
//             `kind` is "offline" if a file could not be fetched, and a later request tries again;
//             "missing" if a file is not there any more, since the archive was replaced under the page;
//             "version" if the index is of another version than the program; "broken" if a file is
//             not what it should be. Without `id` if no request waits for it
//
// An answer:
//   total         how many hits there are in all
//   hits          from `offset` on, see below
//   sections      { id, name, count } of every family: hits of the request without its sections
//   years         { year, count }, newest first: hits of the request without its days
//   notices       { start, end, message }: what is odd about the query, and where
//   suggestion    the query as it may have been meant, whose hits these are; null if it was taken as it is
//   isRelaxed     whether no item has all words, so that the hits have only most of them
//
// A hit:
//   item          its number in the index
//   url           its address below the base path, with fragment; `slug`: the post's file name without
//                 `.md`; `title`: of its issue; `date`: of its issue, "YYYY-MM-DD"
//   section       the heading of its section; `families`: the ids of that section's families
//   heading       its own heading, empty for most; `text`: its text, with line feeds between blocks
//   headingMarks, textMarks
//                 [start, end] of what was looked for, in order and apart
//   match         "exact", "prefix", "fuzzy" or "partial"
//   score         how well it fits
//
// All positions count units of UTF-16, as JavaScript does.

/* global wasm_bindgen */

// How long nothing is asked before the rest is fetched. A larger number keeps more of a slow line for
// what is typed, and makes later keystrokes wait longer for files.
const IDLE_MS = 200;

// How long it takes until what did not come then is fetched again: at first, and at most; in between it
// doubles each time. Larger numbers ask less of a host that is down, and make whoever is back on a line
// wait longer.
const RETRY_MS = 2_000;
const RETRY_AT_MOST_MS = 60_000;

// How much of the index is held in memory. A smaller index is held whole; of a larger one packs are
// kept as blobs, which are the browser's to keep on disk, and parts are taken from them for a while.
// A larger number takes more of a phone's memory.
const MEMORY_BYTES = 3_000_000;

// How much is fetched that nobody asked for. Of a larger index the oldest texts come when they are
// needed.
const AHEAD_BYTES = 32_000_000;

const PROGRAM = "engine.wasm";
const ROOT = "root.bin";

// Why the engine refuses a file, by what it throws.
const REFUSALS = {
  magic: "is no part of a search index",
  version: "is of another version than the program",
  build: "is of another search index",
  damaged: "is cut off or damaged",
};

// The address of the index's folder, once it is known.
let folder = null;

// Promises of what is under way, by file.
const loads = new Map();

// Promises of what is under way or here to stay, by file. What fails is taken out, so that it is tried
// again.
const kept = new Map();

// Where parts are that are not held in memory, by file: { blob, start, end }.
const shelf = new Map();

// Files that were refused: a copy in the browser's cache is not to be trusted.
const refused = new Set();

let engine = null;
let newest = null;
let isTurnComing = false;
let idleTimer = 0;
let isIdle = false;
let isComplete = false;

class Failure extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

async function download(file, options) {
  const cache = refused.has(file) ? "reload" : "default";
  let response;
  try {
    const from = file === PROGRAM ? self.location.href : folder;
    response = await fetch(new URL(file, from), { cache, ...options });
  } catch (reason) {
    throw new Failure("offline", `${file} could not be fetched: ${reason.message}`);
  }
  if (!response.ok) {
    const isGone = response.status === 404 || response.status === 410;
    throw new Failure(isGone ? "missing" : "offline", `${file}: status ${response.status}`);
  }
  return response;
}

async function bytesOf(file, options) {
  const response = await download(file, options);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (reason) {
    throw new Failure("offline", `${file} broke off: ${reason.message}`);
  }
}

// What `take` makes of a file; it throws why it refuses one.
function refusing(file, take) {
  try {
    const taken = take();
    refused.delete(file);
    return taken;
  } catch (reason) {
    refused.add(file);
    const kind = reason === "version" ? reason : "broken";
    throw new Failure(kind, `${file} ${REFUSALS[reason] ?? reason.message}`);
  }
}

function once(file, load, promises) {
  let promise = promises.get(file);
  if (!promise) {
    promise = load();
    promises.set(file, promise);
    promise.catch(() => promises.delete(file));
  }
  return promise;
}

const startProgram = () =>
  once(
    PROGRAM,
    async () => {
      const response = await download(PROGRAM);
      try {
        await wasm_bindgen({ module_or_path: response });
      } catch (reason) {
        refused.add(PROGRAM);
        throw new Failure("broken", `${PROGRAM}: ${reason.message}`);
      }
    },
    kept,
  );

const open = () =>
  once(
    ROOT,
    async () => {
      const [root] = await Promise.all([bytesOf(ROOT), startProgram()]);
      engine = refusing(ROOT, () => new wasm_bindgen.Engine(root));
      postMessage({ state: "ready" });
    },
    kept,
  );

// A part may have been dropped since it came, so its promise is not kept.
const load = (file) =>
  once(
    file,
    async () => {
      try {
        const bytes = (await fromShelf(file)) ?? (await bytesOf(file));
        refusing(file, () => engine.supply(file, bytes));
      } finally {
        loads.delete(file);
      }
    },
    loads,
  );

async function fromShelf(file) {
  const place = shelf.get(file);
  try {
    const bytes = await place?.blob.slice(place.start, place.end).arrayBuffer();
    return bytes && new Uint8Array(bytes);
  } catch {
    // The browser has lost it.
    shelf.delete(file);
    return undefined;
  }
}

const loadPack = (file, isHeld) =>
  once(
    file,
    async () => {
      const bytes = await bytesOf(file, { priority: "low" });
      if (isHeld) {
        refusing(file, () => engine.supplyPack(bytes));
        return;
      }
      const parts = JSON.parse(refusing(file, () => engine.contents(bytes)));
      const blob = new Blob([bytes]);
      parts.forEach(([part, start, end]) => shelf.set(part, { blob, start, end }));
    },
    kept,
  );

function search({ query, sections = [], from, to, sort, offset = 0, limit }) {
  const lines = sections.join("\n");
  const isNewestFirst = sort === "newest";
  return JSON.parse(engine.search(query, lines, from ?? "", to ?? "", isNewestFirst, offset, limit));
}

// Answers a request unless a newer one comes. `isWhole`: with what would only make it more complete. Says
// whether nothing is left to try again.
async function answer(request, isWhole = false) {
  let hasTriedPacks = false;
  try {
    await open();
    while (request === newest) {
      const found = search(request);
      const missing = isWhole ? [...found.needed, ...found.later] : found.needed;
      if (missing.length === 0) {
        const isFinal = found.later.length === 0;
        postMessage({ id: request.id, answer: found.answer, isFinal });
        engine.keep(MEMORY_BYTES);
        if (!isWhole) {
          whenIdle(request, isFinal);
        }
        return true;
      }
      try {
        await Promise.all(missing.map(load));
      } catch (failure) {
        // Without the network there may be packs on this device, but no parts.
        if (failure.kind !== "offline" || hasTriedPacks) {
          throw failure;
        }
        hasTriedPacks = true;
        await loadPacks(() => true);
      }
    }
    return true;
  } catch (failure) {
    // Whoever has an answer already is not told that it cannot be made more complete.
    if (request === newest && !isWhole) {
      report(failure, request.id);
    }
    return failure.kind !== "offline";
  }
}

// Makes the answer to a request whole and fetches the rest, once nothing has been asked for so long; what
// does not come is tried again for as long as nothing is asked.
function whenIdle(request, isFinal, wait = IDLE_MS, next = RETRY_MS) {
  clearTimeout(idleTimer);
  idleTimer = setTimeout(async () => {
    isIdle = true;
    const isWhole = isFinal || (await answer(request, true));
    const isAllTried = await fetchAhead();
    if (isIdle && request === newest && !(isWhole && isAllTried)) {
      whenIdle(request, isWhole, next, Math.min(2 * next, RETRY_AT_MOST_MS));
    }
  }, wait);
}

// Everything that is not here yet, in few requests, until somebody asks. Nobody waits for it, so a
// failure is not told. Says whether nothing is left to try again.
async function fetchAhead() {
  let left = navigator.connection?.saveData ? 0 : AHEAD_BYTES;
  const isWanted = (size) => {
    left -= size;
    return isIdle && left >= 0;
  };
  try {
    if (!(await loadPacks(isWanted))) {
      return true;
    }
  } catch (failure) {
    return failure.kind !== "offline";
  }
  if (!isComplete) {
    isComplete = true;
    postMessage({ state: "complete" });
  }
  return true;
}

// Loads the packs in their order, as long as they are wanted; says whether all were.
async function loadPacks(isWanted) {
  const sizes = [...engine.packs()];
  const isHeld = sizes.reduce((sum, size) => sum + size, 0) <= MEMORY_BYTES;
  for (const [number, size] of sizes.entries()) {
    if (!isWanted(size)) {
      return false;
    }
    await loadPack(`pack-${number}.bin`, isHeld);
  }
  return true;
}

function report(failure, id) {
  const { kind = "broken", message } = failure;
  postMessage(id === undefined ? { error: { kind, message } } : { id, error: { kind, message } });
}

// Requests that came while the last one was worked on are all here before the newest is taken.
const turn = new MessageChannel();
turn.port1.onmessage = () => {
  isTurnComing = false;
  answer(newest);
};

self.onmessage = ({ data }) => {
  if (data.index) {
    start(data.index);
    return;
  }
  newest = data;
  isIdle = false;
  clearTimeout(idleTimer);
  if (!isTurnComing) {
    isTurnComing = true;
    turn.port2.postMessage(null);
  }
};

async function start(index) {
  folder = new URL(index, self.location.href);
  try {
    await open();
  } catch (failure) {
    if (newest === null) {
      report(failure);
    }
  }
}
