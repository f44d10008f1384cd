// A server of files as a good host would be: HTTP/2, compressed beforehand, cached for ever, and, if
// told so, at the end of a slow line that all of a page's requests share.

import { existsSync, readFileSync, statSync } from "node:fs";
import { once } from "node:events";
import { createSecureServer } from "node:http2";
import { extname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliCompressSync, constants } from "node:zlib";
import { identity } from "./certificate.mjs";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Isolated pages have a finer clock and may measure their memory. */
const ISOLATED = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** Pages that stand in others, and scripts that others fetch. */
export const OPEN = { "access-control-allow-origin": "*" };

/** Bytes that are put on the line at once: about a packet. */
const CHUNK = 1400;

/** How far the line may catch up after this program was late, in milliseconds. */
const SLACK_MS = 20;

const compressed = new Map();

/** The file at a path, as small as brotli at its best makes it, or as it is where that is smaller. */
export function pack(path) {
  let packed = compressed.get(path);
  if (!packed) {
    const raw = readFileSync(path);
    const options = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
    };
    const brotli = brotliCompressSync(raw, { params: options });
    const isSmaller = brotli.length < raw.length;
    packed = { raw: raw.length, body: isSmaller ? brotli : raw, isSmaller };
    compressed.set(path, packed);
  }
  return packed;
}

/** Serves `mounts`, an object of folders or files by the path that they lie under. */
export class Server {
  /** Requests since the start. */
  requests = 0;
  /** Answers that are on their way. */
  underWay = 0;
  #line = null;
  #freeAt = 0;
  #closed = 0;
  #ledger = [];
  #sockets = new Set();
  #mounts;
  #headers;
  #http;

  /** Sends `headers` with every answer. */
  constructor(mounts, headers = ISOLATED) {
    this.#headers = headers;
    this.#mounts = Object.entries(mounts).sort(([a], [b]) => b.length - a.length);
    const answer = (request, response) => this.#answer(request, response);
    this.#http = createSecureServer(identity, answer);
    this.#http.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("close", () => {
        this.#closed += socket.bytesWritten;
        this.#sockets.delete(socket);
      });
    });
  }

  /** Starts on a free port and gives the address of the root. */
  async start() {
    this.#http.listen(0, "localhost");
    await once(this.#http, "listening");
    return `https://localhost:${this.#http.address().port}/`;
  }

  /** What lies before the server: `{ bitsPerSecond, roundTripMs }`, or null for nothing. */
  set line(line) {
    this.#line = line;
  }

  /** All bytes sent so far, heads and encryption included. */
  get bytes() {
    let sum = this.#closed;
    for (const socket of this.#sockets) sum += socket.bytesWritten;
    return sum;
  }

  /** Bytes that had been sent at a time, in milliseconds since 1970, while there was a line. */
  bytesAt(time) {
    return this.#ledger.find(([at]) => at > time)?.[1] ?? this.bytes;
  }

  /** Waits until nothing has been asked for or sent for so long. */
  async quiet(ms) {
    let seen = -1;
    let since = Date.now();
    while (Date.now() - since < ms) {
      if (this.underWay > 0 || this.requests !== seen) {
        seen = this.requests;
        since = Date.now();
      }
      await sleep(20);
    }
  }

  close() {
    for (const socket of this.#sockets) socket.destroy();
    this.#http.close();
  }

  async #answer(request, response) {
    this.requests += 1;
    this.underWay += 1;
    try {
      const path = this.#find(decodeURI(new URL(request.url, "http://localhost").pathname));
      const { body, isSmaller } = path ? pack(path) : { body: Buffer.alloc(0) };
      response.writeHead(path ? 200 : 404, {
        "content-type": TYPES[extname(path ?? "")] ?? "application/octet-stream",
        "content-length": body.length,
        "cache-control": "max-age=31536000",
        ...(isSmaller && { "content-encoding": "br" }),
        ...this.#headers,
      });
      await this.#send(response, body);
    } finally {
      this.underWay -= 1;
    }
  }

  async #send(response, body) {
    if (this.#line) {
      const { bitsPerSecond, roundTripMs } = this.#line;
      await sleep(roundTripMs);
      // Answers take turns, packet by packet, as on a line that they share.
      for (let at = 0; at < body.length; at += CHUNK) {
        const chunk = body.subarray(at, at + CHUNK);
        const start = Math.max(performance.now() - SLACK_MS, this.#freeAt);
        this.#freeAt = start + (chunk.length * 8000) / bitsPerSecond;
        await sleep(this.#freeAt - performance.now());
        if (response.stream.destroyed) return;
        this.#ledger.push([Date.now(), this.bytes]);
        response.write(chunk);
      }
      response.end();
    } else {
      response.end(body);
    }
  }

  #find(path) {
    const [prefix, place] = this.#mounts.find(([prefix]) => path.startsWith(prefix)) ?? [];
    if (!prefix) return null;
    const rest = path.slice(prefix.length);
    const names = rest ? [rest, `${rest}.html`] : ["", "index.html"];
    const paths = names.map((name) => join(place, name));
    return paths.find((path) => existsSync(path) && statSync(path).isFile()) ?? null;
  }
}
