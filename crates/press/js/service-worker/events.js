// What the browser and pages ask of this worker.

// The answer to a request; undefined where the browser should go on as if there were no worker.
function answerTo(event) {
  const { request } = event;
  const url = new URL(request.url);
  const isOurs = url.href.startsWith(ROOT) && request.method === "GET";
  if (!isOurs || request.headers.has("range") || request.cache === "only-if-cached") return undefined;
  const path = pathOf(url);
  if (isPage(request, path)) return answerPage(event, url);
  if (path === POINTER) return answerPointer(event, url);
  if (PROGRAM.has(path)) return answerProgram(path);
  if (HOLDS_MANIFEST.test(path)) return answerManifest(path, { cache: request.cache });
  if (path.startsWith("search-")) return answerIndex(request, url);
  if (path.endsWith(".md")) return answerText(request, url);
  if (IS_IMAGE.test(path)) return answerImage(event, url);
  return IS_PROGRAM.test(path) ? answerOtherProgram(request) : undefined;
}

// What a page may ask for, by `ask` of its message.
const TASKS = {
  // A page has been opened or come back into view: { version, shown: addresses of what it shows }.
  async hello({ version, shown }, client) {
    versions.set(client, version);
    await completeProgram();
    await keepShown(shown).catch(() => undefined);
    await keepIndex().catch(() => undefined);
    await tellState();
    await dropOldVersions();
    await followContent();
  },
  // A page shows something else: { shown }.
  shown: ({ shown }) => keepShown(shown),
  save: saveArchive,
  async cancel() {
    await cancelSaving();
    await tellState();
  },
  // Whether what is new in the archive is fetched by itself: { isFollowed }.
  async follow({ isFollowed }) {
    await changeArchive({ isFollowed });
    await followContent();
    await tellState();
  },
  // The reader wants this version, in all pages that are open.
  takeOver: () => self.skipWaiting(),
};

// Tasks with an answer, which goes to the port of the message.
const QUESTIONS = {
  list: listKept,
  // { kind } of what is to be thrown away.
  async forget({ kind }) {
    await forget(kind);
    await tellState();
  },
  reset,
};

self.addEventListener("fetch", (event) => {
  const answer = answerTo(event);
  if (answer) event.respondWith(answer);
});

self.addEventListener("message", (event) => {
  const { ask, ...details } = event.data ?? {};
  const [port] = event.ports;
  const task = TASKS[ask] ?? QUESTIONS[ask];
  if (!task) return;
  const done = task(details, event.source?.id);
  event.waitUntil(port ? done.then((answer) => port.postMessage(answer ?? null)) : done);
});

self.addEventListener("install", (event) => {
  event.waitUntil(install());
});

// Both program and content, of one build; while a host is between two builds, there is no such pair.
async function install() {
  await Promise.all([completeProgram(), askPointer().then(takeContent)]);
  if (!(await recordOf(contentRecord))) throw new TypeError(`no content for version ${VERSION}`);
}

// The first worker answers at once for the pages that are open. A later one waits, and takes over only
// when a page asks, or when none is open.
self.addEventListener("activate", (event) => event.waitUntil(clients.claim()));
