// A reader with a phone, who comes to a host page for the first time.

import { readFileSync } from "node:fs";
import { LINE, SLOWDOWN } from "../../lib/phone.mjs";
import { Tab } from "../../lib/tab.mjs";

const PROBE = readFileSync(new URL("../../paint/lib/probe.js", import.meta.url), "utf8");

/** A page is done when nothing has been fetched for so long, in milliseconds. */
const QUIET_MS = 1_000;

export class Visit extends Tab {
  #subject;
  #frame;

  /** A new reader. */
  static async begin(browser, subject) {
    const visit = new Visit(browser);
    visit.#subject = subject;
    subject.archive.line = LINE;
    subject.host.line = LINE;
    await visit.start(`{${PROBE}}`);
    await visit.send("Runtime.addBinding", { name: "tell" });
    await visit.slowDown(SLOWDOWN);
    return visit;
  }

  /**
   * Opens the host page: times from its navigation to the first and the largest paint of the frame, in
   * milliseconds, the layout shift of the host, and what came from the archive.
   */
  async open() {
    const { archive, url } = this.#subject;
    const before = { bytes: archive.bytes, requests: archive.requests };
    await this.send("Page.navigate", { url });
    await this.until(`document.readyState === "complete"`);
    await archive.quiet(QUIET_MS);
    const host = await this.evaluate("whatWasSeen()");
    const frame = await this.evaluateIn(this.#frame, "whatWasSeen()");
    return {
      first: frame.first - host.start,
      largest: frame.largest - host.start,
      shift: host.shift,
      bytesFirst: archive.bytesAt(frame.largest) - before.bytes,
      bytes: archive.bytes - before.bytes,
      requests: archive.requests - before.requests,
    };
  }

  heard(method, { context } = {}) {
    const isFrame = context?.auxData.isDefault && context.origin === this.#subject.origin;
    if (method === "Runtime.executionContextCreated" && isFrame) this.#frame = context.id;
  }
}
