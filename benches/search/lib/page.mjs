// A page in a context of its own, with nothing in its cache, and what is measured in it.

import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const PROBE = readFileSync(new URL("probe.js", import.meta.url), "utf8");

/** How long anything is waited for, in milliseconds. */
const LIMIT_MS = 180_000;

/** A page has been loaded when its box is there and nothing is fetched for so long, in milliseconds. */
const LOADED_MS = 700;

export class Page {
  #browser;
  #context;
  #session;
  #slowdown;
  #workers = [];
  #hear = () => {};

  constructor(browser, slowdown) {
    this.#browser = browser;
    this.#slowdown = slowdown;
  }

  /** Opens an address, and slows the processor down when the page has been loaded. */
  static async open(browser, url, slowdown, server) {
    const page = new Page(browser, slowdown);
    page.#context = (await browser.send("Target.createBrowserContext")).browserContextId;
    const target = { url: "about:blank", browserContextId: page.#context };
    const { targetId } = await browser.send("Target.createTarget", target);
    const attached = await browser.send("Target.attachToTarget", { targetId, flatten: true });
    page.#session = attached.sessionId;
    browser.listen(page.#session, (method, params) => page.#event(method, params));
    await page.#send("Page.enable");
    await page.#send("Runtime.enable");
    await page.#send("Runtime.addBinding", { name: "painted" });
    const source = page.#probe(true);
    await page.#send("Page.addScriptToEvaluateOnNewDocument", { source });
    const attaching = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
    await page.#send("Target.setAutoAttach", attaching);
    await page.#send("Page.navigate", { url });
    await page.#until(`document.querySelector("input[type=search]")`);
    await server.quiet(LOADED_MS);
    await page.#send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    return page;
  }

  async close() {
    await this.#browser.send("Target.disposeBrowserContext", { browserContextId: this.#context });
  }

  /** Clicks into the search box. */
  async focus() {
    const { x, y } = await this.evaluate(
      `(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(
        document.querySelector("input[type=search]").getBoundingClientRect())`,
    );
    for (const type of ["mousePressed", "mouseReleased"]) {
      await this.#send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
    }
  }

  /** Puts a text into the box at once, as from the clipboard, and gives what is painted then. */
  async insert(text) {
    const results = this.#results((words) => words === text);
    await this.#send("Input.insertText", { text });
    return results;
  }

  /** Types one sign, after which the box has `words`, and gives what is painted then. */
  async key(sign, words) {
    const results = this.#results((found) => found === words);
    await this.#send("Input.dispatchKeyEvent", { type: "keyDown", key: sign, text: sign });
    await this.#send("Input.dispatchKeyEvent", { type: "keyUp", key: sign });
    return results;
  }

  /** Empties the box. */
  async clear() {
    const key = { key: "Backspace", code: "Backspace", windowsVirtualKeyCode: 8 };
    await this.evaluate(`document.querySelector("input[type=search]").select()`);
    await this.#send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
    await this.#send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
    await sleep(100);
  }

  /** The longest task since the focus, in milliseconds; 0 if none was over 50. */
  async longestTask() {
    return this.evaluate("longestTask()");
  }

  /** Bytes of page and workers: objects, and the memories of WebAssembly. */
  async memory() {
    const measured = "performance.measureUserAgentSpecificMemory().then(({ bytes }) => bytes)";
    let sum = (await this.evaluate(measured)) + (await this.evaluate("wasmBytes()"));
    for (const worker of this.#workers) sum += await this.evaluate("wasmBytes()", worker);
    return sum;
  }

  async evaluate(expression, session = this.#session) {
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.#browser.send("Runtime.evaluate", asked, session);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression);
    return result.value;
  }

  async #until(condition) {
    const start = Date.now();
    while (!(await this.evaluate(`Boolean(${condition})`))) {
      if (Date.now() - start > LIMIT_MS) throw new Error(`${condition} is not so after ${LIMIT_MS} ms`);
      await sleep(50);
    }
  }

  #send(method, params) {
    return this.#browser.send(method, params, this.#session);
  }

  #probe(isPage) {
    return `{ const SLOWDOWN = ${this.#slowdown}, IS_PAGE = ${isPage};\n${PROBE}}`;
  }

  #results(fits) {
    return new Promise((resolve, reject) => {
      const late = () => reject(new Error(`no results after ${LIMIT_MS} ms`));
      const limit = setTimeout(late, LIMIT_MS);
      this.#hear = (results) => {
        if (!fits(results.words)) return;
        clearTimeout(limit);
        this.#hear = () => {};
        resolve(results);
      };
    });
  }

  #event(method, params) {
    if (method === "Runtime.bindingCalled") {
      this.#hear(JSON.parse(params.payload));
    } else if (method === "Target.attachedToTarget") {
      this.#prepareWorker(params.sessionId);
    }
  }

  async #prepareWorker(session) {
    this.#workers.push(session);
    await this.evaluate(this.#probe(false), session);
    await this.#browser.send("Runtime.runIfWaitingForDebugger", {}, session);
  }
}
