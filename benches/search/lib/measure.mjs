// What is measured of a page, under one condition.

import { setTimeout as sleep } from "node:timers/promises";
import { LINE, SLOWDOWN } from "../../lib/phone.mjs";
import { Page } from "./page.mjs";

/** Searched first, each in a page of its own: a word, words, a pull request, a KEP, a typo. */
const FIRST = ["kubelet", "sidecar containers", "#119157", "KEP-4009", "gracefull shutdown"];

/** Typed sign by sign, in one page. */
const TYPED = [
  "kubelet eviction",
  "gracefull shutdown",
  "admision webhook",
  "#119157",
  "KEP-4009",
  "scheduler plugin",
  "containerd",
  "etcd 3.5.10",
  "api deprecations",
];

/** Between two keys, in milliseconds: someone who types fast. */
const PAUSE_MS = 100;

/** Nothing is fetched for so long, in milliseconds, before keys are measured. */
const QUIET_MS = 1_000;

/** Conditions: what lies between browser and server, and how many times slower the processor is. */
export const CONDITIONS = [
  { name: "phone", line: LINE, slowdown: SLOWDOWN },
  { name: "unthrottled", line: null, slowdown: 1 },
];

/** Measures one of the pages of `subjectsOf`, which is served already at `url`. */
export async function measure(browser, { server }, url, { line, slowdown }) {
  const open = async () => {
    server.line = null;
    const page = await Page.open(browser, url, slowdown, server);
    server.line = line;
    return page;
  };
  const first = [];
  const tasks = [];
  for (const words of FIRST) {
    const page = await open();
    first.push({ words, ...(await firstResults(page, server, words)) });
    tasks.push(await page.longestTask());
    await page.close();
  }
  const page = await open();
  const before = await page.memory();
  const keys = await typeAll(page, server);
  tasks.push(await page.longestTask());
  const memory = (await page.memory()) - before;
  await page.close();
  return { first, keys, longestTask: Math.max(...tasks), memory };
}

async function firstResults(page, server, words) {
  const [bytes, requests] = [server.bytes, server.requests];
  await page.focus();
  const { hits, sinceFocus } = await page.insert(words);
  return { ms: sinceFocus, bytes: server.bytes - bytes, requests: server.requests - requests, hits };
}

/** For each key, in milliseconds: until its answer is in the page, and until it is on the screen. */
async function typeAll(page, server) {
  await page.focus();
  await page.insert("release");
  await server.quiet(QUIET_MS);
  const keys = [];
  for (const words of TYPED) {
    await page.clear();
    for (let length = 1; length <= words.length; length += 1) {
      const typed = words.slice(0, length);
      const { answer, sinceKey } = await page.key(typed.at(-1), typed.trim());
      keys.push({ answer, painted: sinceKey });
      await sleep(PAUSE_MS);
    }
  }
  return keys;
}
