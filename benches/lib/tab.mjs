// A tab in a context of its own, with nothing in its cache.

import { setTimeout as sleep } from "node:timers/promises";

/** How long anything is waited for, in milliseconds. */
export const LIMIT_MS = 180_000;

export class Tab {
  #browser;
  #context;
  #session;

  constructor(browser) {
    this.#browser = browser;
  }

  /** Makes the tab, in each page of which `script` runs before anything else. */
  async start(script) {
    const browser = this.#browser;
    this.#context = (await browser.send("Target.createBrowserContext")).browserContextId;
    const target = { url: "about:blank", browserContextId: this.#context };
    const { targetId } = await browser.send("Target.createTarget", target);
    const attached = await browser.send("Target.attachToTarget", { targetId, flatten: true });
    this.#session = attached.sessionId;
    browser.listen(this.#session, (method, params) => this.heard(method, params));
    await this.send("Page.enable");
    await this.send("Runtime.enable");
    await this.send("Page.addScriptToEvaluateOnNewDocument", { source: script });
  }

  /** Is called with every event of the tab. */
  heard(_method, _params) {}

  async close() {
    await this.#browser.send("Target.disposeBrowserContext", { browserContextId: this.#context });
  }

  /** Sends a command to the tab, or to a worker of it. */
  send(method, params, session = this.#session) {
    return this.#browser.send(method, params, session);
  }

  /** The value of an expression in the page, or in a worker of it. */
  evaluate(expression, session = this.#session) {
    return this.#evaluate({ expression }, session);
  }

  /** The value of an expression in a frame, by the number of its execution context. */
  evaluateIn(contextId, expression) {
    return this.#evaluate({ expression, contextId }, this.#session);
  }

  async #evaluate({ expression, ...where }, session) {
    const asked = { expression, ...where, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", asked, session);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression);
    return result.value;
  }

  /** Waits until an expression is true in the page. */
  async until(condition) {
    const start = Date.now();
    while (!(await this.evaluate(`Boolean(${condition})`))) {
      if (Date.now() - start > LIMIT_MS) throw new Error(`${condition} is not so after ${LIMIT_MS} ms`);
      await sleep(50);
    }
  }

  /** Makes the processor so many times slower for the page. */
  async slowDown(rate) {
    await this.send("Emulation.setCPUThrottlingRate", { rate });
  }

  /** Clicks on the middle of the element that a selector finds, which has to be in view. */
  async click(selector) {
    const { x, y } = await this.evaluate(
      `(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(
        document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect())`,
    );
    for (const type of ["mousePressed", "mouseReleased"]) {
      await this.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
    }
  }
}
