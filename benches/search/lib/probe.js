// Runs in the page and in its workers, before anything else, and tells when something was typed and
// when its results were painted. `SLOWDOWN`, `IS_PAGE` are put before it.

/* global SLOWDOWN, IS_PAGE, painted */

const memories = [];

// Chromium slows the main thread but no workers. There a call into WebAssembly is followed by a pause,
// so that it takes as many times longer; compiling as well.
function slowly(call) {
  let isInside = false;
  return (...words) => {
    if (isInside) return call(...words);
    isInside = true;
    const start = performance.now();
    try {
      return call(...words);
    } finally {
      const end = start + (performance.now() - start) * SLOWDOWN;
      while (performance.now() < end);
      isInside = false;
    }
  };
}

function watched({ instance, module }) {
  const { exports } = instance;
  for (const value of Object.values(exports)) {
    if (value instanceof WebAssembly.Memory) memories.push(value);
  }
  if (IS_PAGE || SLOWDOWN === 1) return { instance, module };
  const slow = Object.entries(exports).map(([name, value]) => [
    name,
    typeof value === "function" ? slowly(value) : value,
  ]);
  return { instance: { exports: Object.fromEntries(slow) }, module };
}

const { compile, Instance } = WebAssembly;

WebAssembly.instantiate = async (source, imports) => {
  if (source instanceof WebAssembly.Module) {
    return watched({ instance: new Instance(source, imports), module: source }).instance;
  }
  const start = performance.now();
  const module = await compile(source);
  const pause = IS_PAGE ? 0 : (performance.now() - start) * (SLOWDOWN - 1);
  if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  return watched({ instance: new Instance(module, imports), module });
};

WebAssembly.instantiateStreaming = async (response, imports) =>
  WebAssembly.instantiate(await (await response).arrayBuffer(), imports);

// Bytes of WebAssembly's memories, which the browser's own count leaves out.
globalThis.wasmBytes = () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);

if (IS_PAGE) {
  let typed = null;
  let focusedAt = 0;
  let longest = 0;
  const channel = new MessageChannel();
  const frames = [];

  // The words whose results are in the document now: they are painted with the next frame, and the
  // message arrives when that is done.
  const answered = (words) => {
    if (!typed || typed.words !== words.trim()) return;
    const answer = { ...typed, there: performance.now() };
    requestAnimationFrame(() => {
      frames.push(answer);
      channel.port2.postMessage(null);
    });
  };
  channel.port1.onmessage = () => {
    const now = performance.now();
    const { words, at, there } = frames.shift();
    const hits = document.querySelectorAll("[data-hit]").length;
    const times = { answer: there - at, sinceKey: now - at, sinceFocus: now - focusedAt };
    painted(JSON.stringify({ words, hits, ...times }));
  };

  addEventListener("focusin", () => (focusedAt ||= performance.now()), { capture: true });
  addEventListener(
    "input",
    (event) => (typed = { words: event.target.value.trim(), at: event.timeStamp }),
    { capture: true },
  );
  addEventListener("answered", ({ detail }) => answered(detail), { capture: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      if (focusedAt && startTime + duration > focusedAt) longest = Math.max(longest, duration);
    }
  }).observe({ type: "longtask" });
  globalThis.longestTask = () => longest;

  // Masthead's worker answers requests by number.
  const queries = new Map();
  globalThis.Worker = class extends Worker {
    constructor(...words) {
      super(...words);
      this.addEventListener("message", ({ data }) => {
        if (data?.answer && queries.has(data.id)) answered(queries.get(data.id));
      });
    }

    postMessage(message, ...more) {
      if (message?.query !== undefined) queries.set(message.id, message.query);
      super.postMessage(message, ...more);
    }
  };
}
