// A program's time and memory.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";

/** How often memory is asked for. The system keeps the most of each process, so little is missed. */
const INTERVAL_MS = 10;

/**
 * Runs a program to its end: its milliseconds, and the most bytes of memory that it or one of the
 * programs that it started had, as Linux tells them; 0 elsewhere.
 */
export async function measured(name, words) {
  const started = performance.now();
  const child = spawn(name, words, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, most(child.pid))), INTERVAL_MS);
  const [code] = await once(child, "exit");
  const ms = performance.now() - started;
  clearInterval(watch);
  if (code !== 0) throw new Error(`${name} ${words.join(" ")}: ${said}`);
  return { ms, memory };
}

/** The most memory of a process and those below it so far, in bytes. */
function most(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const [, kilobytes = 0] = /^VmHWM:\s*(\d+)/m.exec(status) ?? [];
    return Math.max(kilobytes * 1024, ...childrenOf(pid).map(most));
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}

function childrenOf(pid) {
  const tasks = readdirSync(`/proc/${pid}/task`);
  const lists = tasks.map((task) => readFileSync(`/proc/${pid}/task/${task}/children`, "utf8"));
  return lists.flatMap((list) => list.split(" ").filter(Boolean));
}
