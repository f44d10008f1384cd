// A reader with a phone, who opens a page, opens it again, or goes on to the next issue.

import { readFileSync } from "node:fs";
import { LINE, SLOWDOWN } from "../../lib/phone.mjs";
import { Tab } from "../../lib/tab.mjs";

const PROBE = readFileSync(new URL("probe.js", import.meta.url), "utf8");

/** A page is done when nothing has been fetched for so long, in milliseconds. */
const QUIET_MS = 1_500;

/** Longer tasks keep the reader waiting, by what is above, in milliseconds. */
const LONG_MS = 50;

/** Masthead's own mark, without which a page has no program that could be on its way. */
const HAS_STARTED = `!["off", "starting"].includes(document.documentElement.dataset.app)`;

export class Visit extends Tab {
  #server;
  #clicked = () => {};

  /** A new reader of a server. */
  static async begin(browser, server) {
    const visit = new Visit(browser);
    visit.#server = server;
    server.line = LINE;
    await visit.start(`{${PROBE}}`);
    await visit.send("Runtime.addBinding", { name: "tell" });
    await visit.slowDown(SLOWDOWN);
    return visit;
  }

  /** Opens a page and waits until it is done: times in milliseconds, bytes, and layout shift. */
  async open(url) {
    await this.send("Page.navigate", { url: "about:blank" });
    const before = this.#server.bytes;
    await this.send("Page.navigate", { url });
    const seen = await this.#done();
    const blocking = seen.tasks
      .filter(([start, duration]) => start + duration > seen.first)
      .reduce((sum, [, duration]) => sum + duration - LONG_MS, 0);
    return {
      first: seen.first - seen.start,
      largest: seen.largest - seen.start,
      blocking,
      shift: seen.shift,
      bytesFirst: this.#server.bytesAt(seen.largest) - before,
      bytes: this.#server.bytes - before,
      longest: Math.max(0, ...seen.tasks.map(([, duration]) => duration)),
    };
  }

  /** Clicks on the last link of the page to an address, and gives the time until that is painted. */
  async follow(href) {
    await this.evaluate(`{
      const link = [...document.querySelectorAll('a[href=${JSON.stringify(href)}]')].at(-1);
      link.id = "to-be-clicked";
      link.scrollIntoView({ block: "center" });
    }`);
    await this.#server.quiet(QUIET_MS);
    const clicked = new Promise((resolve) => (this.#clicked = resolve));
    await this.click("#to-be-clicked");
    const at = await clicked;
    await this.until(`location.pathname === ${JSON.stringify(href)}`);
    const { start, largest, afterClick } = await this.#done();
    const painted = start > at ? largest : afterClick;
    if (painted < at) throw new Error("this Chromium does not tell what it paints after a click");
    return painted - at;
  }

  heard(method, { payload } = {}) {
    if (method === "Runtime.bindingCalled") this.#clicked(Number(payload));
  }

  async #done() {
    await this.until(`document.readyState === "complete" && ${HAS_STARTED}`);
    await this.#server.quiet(QUIET_MS);
    return this.evaluate("whatWasSeen()");
  }
}
