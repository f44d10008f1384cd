// Runs when the text of the page is there: starts the program when nothing else is to be done, or as soon
// as the reader does anything; what they do before it is ready is done again then.
(() => {
  const root = document.documentElement;
  const fail = () => { root.dataset.app = "failed"; };
  // A program that has panicked can say nothing more.
  const notice = (error) => {
    if (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError) fail();
  };
  addEventListener("error", (event) => notice(event.error));
  addEventListener("unhandledrejection", (event) => notice(event.reason));

  // No text waits for our fonts: the next page that is loaded has them.
  const fetchFonts = () => {
    const ours = [...document.fonts].filter(({ display }) => display === "optional");
    return Promise.all(ours.map((font) => font.load()))
      .then(() => localStorage.setItem(`masthead:${root.dataset.base}:fonts`, "here"))
      // Without them, or without a place to remember them, the system's are used.
      .catch(() => {});
  };

  const box = () => document.getElementById("search");
  const early = [];
  let typed = null;
  // A part of the page that is taken over already must not act before the rest can, and then again.
  const later = (event, act) => {
    event.stopPropagation();
    early.push(act);
  };
  const listeners = {
    click(event) {
      const button = event.target.closest?.("#reader button");
      if (button) later(event, () => button.click());
    },
    input(event) {
      const { target } = event;
      if (target !== box()) return;
      typed = [target.value, target.selectionStart, target.selectionEnd];
      event.stopPropagation();
    },
    keydown(event) {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      const isText = target.closest?.("input, textarea, select, button, a, dialog");
      if (key.length > 1 || key === " " || ctrlKey || metaKey || altKey || isText) return;
      later(event, () => target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })));
    },
  };
  for (const kind in listeners) addEventListener(kind, listeners[kind], true);
  const watch = new MutationObserver(() => {
    if (root.dataset.app === "starting") return;
    watch.disconnect();
    for (const kind in listeners) removeEventListener(kind, listeners[kind], true);
    if (root.dataset.app === "failed") return;
    const input = typed && box();
    if (input) {
      [input.value] = typed;
      if (document.activeElement === input) input.setSelectionRange(typed[1], typed[2]);
    }
    // Taking the page over took its time: what it has to answer comes after a turn of the browser.
    setTimeout(() => {
      input?.dispatchEvent(new InputEvent("input", { bubbles: true }));
      for (const act of early) act();
    });
    whenIdle().then(fetchFonts);
  });
  watch.observe(root, { attributeFilter: ["data-app"] });

  const moment = (target, kind) =>
    new Promise((resolve) => target.addEventListener(kind, resolve, { once: true, capture: true }));
  const whenIdle = () => new Promise((resolve) => {
    if (globalThis.requestIdleCallback) requestIdleCallback(resolve, { timeout: 3000 });
    else setTimeout(resolve, 200);
  });
  const intents = ["pointerdown", "keydown", "focusin", "input"].map((kind) => moment(window, kind));
  const idle = moment(window, "load").then(whenIdle);
  // An image that does not come must not keep the program waiting for ever.
  const latest = new Promise((resolve) => setTimeout(resolve, 4000));
  // The offer to install the app may come before the program, which makes a button of it.
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    globalThis.installOffer = event;
  });
  // What the address asks for, and a page that has no text yet, is waited for.
  const isWaited = location.search || !document.getElementById("reader").dataset.path;
  // Imported here and not by a module script, whose failures not every browser tells the page.
  globalThis.startProgram = ({ glue, wasm }) =>
    Promise.race([isWaited ? undefined : idle, latest, ...intents])
      .then(() => import(glue))
      .then((program) => program.default({ module_or_path: wasm }))
      .catch(fail);
})();
