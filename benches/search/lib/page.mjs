// A page in a context of its own, with nothing in its cache, and what is measured in it.

import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { LIMIT_MS, Tab } from "../../lib/tab.mjs";

const PROBE = readFileSync(new URL("probe.js", import.meta.url), "utf8");

/**
 * A page has been loaded when its box and its program are there and nothing is fetched for so long, in
 * milliseconds: fonts come when nothing else is to be done.
 */
const LOADED_MS = 1_500;

export class Page extends Tab {
  #slowdown;
  #workers = [];
  #hear = () => {};

  constructor(browser, slowdown) {
    super(browser);
    this.#slowdown = slowdown;
  }

  /** Opens an address, and slows the processor down when the page has been loaded. */
  static async open(browser, url, slowdown, server) {
    const page = new Page(browser, slowdown);
    await page.start(page.#probe(true));
    await page.send("Runtime.addBinding", { name: "painted" });
    // The worker that keeps the site is left alone.
    const filter = [{ type: "service_worker", exclude: true }, {}];
    const attaching = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter };
    await page.send("Target.setAutoAttach", attaching);
    await page.send("Page.navigate", { url });
    await page.until(`document.querySelector("input[type=search]")`);
    await page.until(`document.documentElement.dataset.app !== "starting"`);
    await server.quiet(LOADED_MS);
    await page.slowDown(slowdown);
    return page;
  }

  /** Clicks into the search box. */
  async focus() {
    await this.click("input[type=search]");
  }

  /** Puts a text into the box at once, as from the clipboard, and gives what is painted then. */
  async insert(text) {
    const results = this.#results((words) => words === text);
    await this.send("Input.insertText", { text });
    return results;
  }

  /** Types one sign, after which the box has `words`, and gives what is painted then. */
  async key(sign, words) {
    const results = this.#results((found) => found === words);
    await this.send("Input.dispatchKeyEvent", { type: "keyDown", key: sign, text: sign });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", key: sign });
    return results;
  }

  /** Empties the box. */
  async clear() {
    const key = { key: "Backspace", code: "Backspace", windowsVirtualKeyCode: 8 };
    await this.evaluate(`document.querySelector("input[type=search]").select()`);
    await this.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
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

  heard(method, params) {
    if (method === "Runtime.bindingCalled") {
      this.#hear(JSON.parse(params.payload));
    } else if (method === "Target.attachedToTarget") {
      this.#prepareWorker(params.sessionId);
    }
  }

  async #prepareWorker(session) {
    this.#workers.push(session);
    await this.evaluate(this.#probe(false), session);
    await this.send("Runtime.runIfWaitingForDebugger", {}, session);
  }
}
