// Chromium without a window, steered by its DevTools protocol over a pipe.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TRUST } from "./certificate.mjs";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--window-size=1280,900",
  // Memory is counted at once, after a collection, and not with the next one that is due.
  "--enable-blink-features=ForceEagerMeasureMemory",
  "--remote-debugging-pipe",
  TRUST,
];

/** The protocol's other end: sends commands to a session, and hands its events on. */
export class Browser {
  #process;
  #profile;
  #last = 0;
  #answers = new Map();
  #listeners = new Map();
  #rest = "";

  /** Starts the browser that `CHROMIUM` names, else `chromium`, with a profile that nobody else has. */
  constructor() {
    this.#profile = mkdtempSync(join(tmpdir(), "bench-"));
    const flags = [...FLAGS, `--user-data-dir=${this.#profile}`];
    const stdio = ["ignore", "ignore", "ignore", "pipe", "pipe"];
    this.#process = spawn(process.env.CHROMIUM ?? "chromium", flags, { stdio });
    this.#process.stdio[4].setEncoding("utf8").on("data", (text) => this.#read(text));
  }

  /** Sends a command, to the browser as a whole when there is no session, and gives its result. */
  send(method, params = {}, sessionId = undefined) {
    const id = ++this.#last;
    this.#process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#answers.set(id, { method, resolve, reject }));
  }

  /** Hears every event of a session. */
  listen(sessionId, hear) {
    this.#listeners.set(sessionId, hear);
  }

  async close() {
    const gone = once(this.#process, "exit");
    await this.send("Browser.close");
    await gone;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }

  #read(text) {
    const messages = (this.#rest + text).split("\0");
    this.#rest = messages.pop();
    for (const message of messages) this.#hear(JSON.parse(message));
  }

  #hear({ id, result, error, method, params, sessionId }) {
    const waiting = this.#answers.get(id);
    if (waiting) {
      this.#answers.delete(id);
      if (error) waiting.reject(new Error(`${waiting.method}: ${error.message}`));
      else waiting.resolve(result);
    } else if (method) {
      this.#listeners.get(sessionId)?.(method, params);
    }
  }
}
