// What is kept: caches, small records, and hashes that tell whole files from broken ones.

const openCache = (name) => caches.open(name);
const ownCaches = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

// A small record; null if there is none.
async function recordOf(name) {
  const cache = await openCache(STATE_CACHE);
  return (await cache.match(`${ROOT}.record/${name}`))?.json() ?? null;
}

async function setRecord(name, value) {
  const cache = await openCache(STATE_CACHE);
  await cache.put(`${ROOT}.record/${name}`, Response.json(value));
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// The whole body of an answer. Not every browser notices itself that it has ended too early.
async function bytesOf(response) {
  const bytes = await response.arrayBuffer();
  const promised = response.headers.get("content-length");
  const isEncoded = response.headers.has("content-encoding");
  if (promised !== null && !isEncoded && Number(promised) !== bytes.byteLength) {
    throw new TypeError("the answer broke off");
  }
  return bytes;
}

// An answer with these bytes and the type that the site gave them. Browsers compile a program while it
// comes only if it has the right type, which not every host gives it.
function answerWith(bytes, response, path) {
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  if (path.endsWith(".wasm")) headers.set("content-type", "application/wasm");
  return new Response(bytes, { status: response.status, headers });
}

const isFull = (error) => error?.name === "QuotaExceededError";

// Keeps an answer if there is room: not keeping it is no reason not to give it.
async function keep(cache, url, response) {
  try {
    await cache.put(url, response);
  } catch (error) {
    if (!isFull(error)) throw error;
  }
}

// What comes of a promise if it comes in time; undefined otherwise, also if it fails.
function inTime(promise, milliseconds) {
  const late = new Promise((resolve) => setTimeout(resolve, milliseconds));
  return Promise.race([promise.catch(() => undefined), late]);
}
