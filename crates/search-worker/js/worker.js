// Search in a worker: fetches the files of an index from its own folder, gives them to the engine and
// answers. The engine's glue, `wasm_bindgen`, is put before this text when the program is built.
//
// All of it lies in one folder whose name holds a hash of index and program, so both sides of these
// messages are of one version. They are objects with these fields.
//
// Page to worker, a request:
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
//   { state } "ready" when the index is open; "complete" when all is here that is fetched beforehand
//   { id, error: { kind, message } }
//             `kind` is "offline" if a file could not be fetched, and a later request tries again;
//             "missing" if a file is not there any more, since the archive was replaced under the page;
//             "broken" if a file is not what it should be. Without `id` if no request waits for it
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

// Fetched when idle, in this order. `isNeeded`: whether it counts for "complete".
const PACKS = [
  { file: "terms.pack", isNeeded: true },
  { file: "texts.pack", isNeeded: false },
];

const folder = new URL("./", self.location.href);

// Promises of what is under way or here, by file. What fails is taken out, so that it is tried again.
const loads = new Map();

// Files that were refused: a copy in the browser's cache is not to be trusted.
const refused = new Set();

let engine = null;
let newest = null;
let isTurnComing = false;
let idleTimer = 0;

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
    response = await fetch(new URL(file, folder), { cache, ...options });
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

// What `take` makes of a file; it throws, in words, what it refuses.
function refusing(file, take) {
  try {
    const taken = take();
    refused.delete(file);
    return taken;
  } catch (reason) {
    refused.add(file);
    throw new Failure("broken", `${file}: ${reason.message ?? reason}`);
  }
}

function once(file, load) {
  let promise = loads.get(file);
  if (!promise) {
    promise = load();
    loads.set(file, promise);
    promise.catch(() => loads.delete(file));
  }
  return promise;
}

const startProgram = () =>
  once("engine.wasm", async () => {
    const file = "engine.wasm";
    const response = await download(file);
    try {
      await wasm_bindgen({ module_or_path: response });
    } catch (reason) {
      refused.add(file);
      throw new Failure("broken", `${file}: ${reason.message}`);
    }
  });

const open = () =>
  once("root.bin", async () => {
    const [root] = await Promise.all([bytesOf("root.bin"), startProgram()]);
    engine = refusing("root.bin", () => new wasm_bindgen.Engine(root));
    postMessage({ state: "ready" });
  });

const load = (file) =>
  once(file, async () => {
    const bytes = await bytesOf(file);
    refusing(file, () => engine.supply(file, bytes));
  });

const loadPack = (file) =>
  once(file, async () => {
    const bytes = await bytesOf(file, { priority: "low" });
    refusing(file, () => engine.supplyPack(bytes));
  });

function search({ query, sections = [], from, to, sort, offset = 0, limit }) {
  const lines = sections.join("\n");
  const isNewestFirst = sort === "newest";
  return JSON.parse(engine.search(query, lines, from ?? "", to ?? "", isNewestFirst, offset, limit));
}

// Answers a request unless a newer one comes. `isComplete`: with what would only make it more complete.
async function answer(request, isComplete = false) {
  let hasTriedPacks = false;
  try {
    await open();
    while (request === newest) {
      const found = search(request);
      const missing = isComplete ? [...found.needed, ...found.later] : found.needed;
      if (missing.length === 0) {
        const isFinal = found.later.length === 0;
        postMessage({ id: request.id, answer: found.answer, isFinal });
        whenIdle(request, isFinal);
        return;
      }
      try {
        await Promise.all(missing.map(load));
      } catch (failure) {
        // Without the network there may be packs on this device, but no parts.
        if (failure.kind !== "offline" || hasTriedPacks) {
          throw failure;
        }
        hasTriedPacks = true;
        await Promise.all(PACKS.map(({ file }) => loadPack(file)));
      }
    }
  } catch (failure) {
    // Whoever has an answer already is not told that it cannot be made more complete.
    if (request === newest && !isComplete) {
      report(failure, request.id);
    }
  }
}

function whenIdle(request, isFinal) {
  clearTimeout(idleTimer);
  idleTimer = setTimeout(async () => {
    await fetchAhead();
    if (!isFinal && request === newest) {
      await answer(request, true);
    }
  }, IDLE_MS);
}

// Everything that is not here yet, in few requests. Nobody waits for it, so a failure is not told: what
// is missing then is fetched when it is asked for.
async function fetchAhead() {
  try {
    for (const { file, isNeeded } of PACKS) {
      const isNew = !loads.has(file);
      await loadPack(file);
      if (isNew && isNeeded) {
        postMessage({ state: "complete" });
      }
    }
  } catch {
    // The next idle time tries again.
  }
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
  newest = data;
  clearTimeout(idleTimer);
  if (!isTurnComing) {
    isTurnComing = true;
    turn.port2.postMessage(null);
  }
};

open().catch((failure) => {
  if (newest === null) {
    report(failure);
  }
});
