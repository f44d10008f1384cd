// The page's share of working offline: it registers the service worker, finds new versions and new
// content, and passes on what the app asks and what the worker says. The app loads it when its page is
// ready, by the name that holds the program's version.
//
// Both sides meet in events of the document:
//   masthead:ask   from the app; `detail` is { ask, ... }, see `TASKS` here and in the worker's events.js
//   masthead:told  to the app; `detail` is `told`, all of it each time, with kilobytes for bytes

const root = document.documentElement;
const { base, program } = root.dataset;
const container = navigator.serviceWorker;

const told = {
  // As in the worker's state.js, and "none" while there is no worker.
  state: "none",
  done: { issues: 0, bytes: 0 },
  all: { issues: 0, bytes: 0 },
  failure: null,
  isFollowed: false,
  // The name of the current manifest; null if it is not known.
  manifest: null,
  // Whether another version of the program can be used.
  isNewVersion: false,
  // Whether the browser offers to install the app.
  isInstallable: Boolean(globalThis.installOffer),
  // How much storage is used, how much may be, in bytes, and whether the browser leaves it alone; null
  // as long as nobody has asked.
  storage: null,
  // Files and bytes of each kind that is kept; see `listKept` in the worker's state.js.
  kept: [],
};

let registration = null;

const kilobytes = (bytes) => Math.ceil(bytes / 1000);
const inKilobytes = ({ bytes, ...rest }) => ({ ...rest, kilobytes: kilobytes(bytes) });

function tell(change) {
  Object.assign(told, change);
  root.dataset.offline = told.state;
  const { done, all, storage, kept } = told;
  const detail = {
    ...told,
    done: inKilobytes(done),
    all: inKilobytes(all),
    storage: storage && { ...storage, usage: kilobytes(storage.usage), quota: kilobytes(storage.quota) },
    kept: kept.map(inKilobytes),
  };
  document.dispatchEvent(new CustomEvent("masthead:told", { detail }));
}

const post = (message) => registration?.active?.postMessage(message);

// Asks the worker something and waits for the answer; null without a worker.
function answerTo(question) {
  if (!registration?.active) return null;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    registration.active.postMessage(question, [port2]);
  });
}

// What was shown before the worker answered for this page: the page itself, and the texts of those that
// came after it.
const shown = [location.origin + location.pathname];

const greet = () => post({ ask: "hello", version: program, shown });

// A page that was loaded past the worker asks past it, too.
function askWorkerToo() {
  if (container && !container.controller) post({ ask: "check" });
}

// Looks for another version of the program or of the content. What it finds is told when it is here.
async function check() {
  const response = await fetch(`${base}version.json`, { cache: "no-cache" }).catch(() => null);
  const pointer = response?.ok ? await response.json().catch(() => null) : null;
  if (!pointer) return;
  askWorkerToo();
  if (pointer.program === program) {
    tell({ manifest: pointer.manifest });
  } else if (registration) {
    await registration.update().catch(() => undefined);
  } else if (!container?.controller) {
    // No worker will say so: loading the page again is enough.
    tell({ isNewVersion: true });
  }
}

async function tellStorage() {
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  const isPersisted = (await navigator.storage?.persisted?.()) ?? false;
  const kept = (await answerTo({ ask: "list" })) ?? [];
  tell({ storage: { usage, quota, isPersisted }, kept });
}

async function forgetKind({ kind }) {
  await answerTo({ ask: "forget", kind });
  await tellStorage();
}

const TASKS = {
  check,
  // { shown }: the address of the text that the app shows now.
  shown({ shown: url }) {
    if (!shown.includes(url)) shown.push(url);
    post({ ask: "shown", shown: [url] });
  },
  storage: tellStorage,
  forget: forgetKind,
  // Asks the browser to leave the storage alone; from a press of a button.
  async persist() {
    await navigator.storage?.persist?.();
    await tellStorage();
  },
  // Uses the version that waits, here and in every other tab.
  takeOver() {
    if (registration?.waiting) registration.waiting.postMessage({ ask: "takeOver" });
    else location.reload();
  },
  async install() {
    await globalThis.installOffer?.prompt();
    globalThis.installOffer = null;
    tell({ isInstallable: false });
  },
  // Forgets everything but what the reader has chosen and read, and begins again as on a first visit.
  async reset() {
    await answerTo({ ask: "reset" });
    location.reload();
  },
};

document.addEventListener("masthead:ask", ({ detail }) => {
  const task = TASKS[detail.ask];
  if (task) task(detail);
  else post(detail);
});

addEventListener("beforeinstallprompt", () => tell({ isInstallable: true }));

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible") return;
  greet();
  check();
});
addEventListener("online", check);

function watch() {
  const look = () => tell({ isNewVersion: Boolean(registration.waiting && registration.active) });
  const follow = () => registration.installing?.addEventListener("statechange", look);
  registration.addEventListener("updatefound", follow);
  follow();
  look();
}

// Another worker means another version, which every open page takes up once. The address holds what the
// reader sees, so a page that is loaded again shows the same. The very first worker only comes to a page
// that it has not loaded.
function followController(isFirst) {
  let isOwed = isFirst && !container.controller;
  let isReloading = false;
  container.addEventListener("controllerchange", () => {
    if (!isOwed && !isReloading) {
      isReloading = true;
      location.reload();
    }
    isOwed = false;
  });
}

// How long the worker waits at most for a page that does not come to rest.
const LATEST_MS = 4000;

// The page and what it still loads go first.
async function whenIdle() {
  const latest = new Promise((resolve) => setTimeout(resolve, LATEST_MS));
  if (document.readyState !== "complete") {
    const loaded = new Promise((resolve) => addEventListener("load", resolve, { once: true }));
    await Promise.race([loaded, latest]);
  }
  const idle = new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve));
  await Promise.race([idle, latest]);
}

const register = () => container.register(`${base}service-worker.js`, { scope: base, updateViaCache: "none" });

// Our worker, if the browser has it: to register it once more would wait for an update that is going on,
// which Chromium puts off while the page is busy.
async function known() {
  const found = await container.getRegistration(base);
  return found?.scope === new URL(base, location.origin).href ? found : undefined;
}

async function start() {
  if (!container) return;
  container.addEventListener("message", ({ data }) => {
    if (data?.state) tell(data.state);
  });
  registration = (await known()) ?? (await register());
  followController(!registration.active);
  watch();
  await container.ready;
  greet();
  askWorkerToo();
}

tell({});
await whenIdle();
// A browser without workers still hears of what is new.
start().catch(() => undefined).finally(check);
