// What measurements of servers have in common: wrk asks for one page over connections that stay open, from a core of its
// own, and the server's processor time is read before and after.
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { AT_ONCE } from "./built-server.mjs";

/** Ahead of a server's command: its core. */
export const OWN_CORE = ["taskset", "-c", "0"];
/** Linux counts processor time in hundredths of a second. */
const TICK = 10_000;

const run = promisify(execFile);

/**
 * Asks a server for a page for so many seconds, over so many connections: pages a second, and microseconds of processor a
 * page. Whoever asks has a cookie or a key.
 */
export async function onePass({ pid, port, cookie, key }, path, seconds, connections = AT_ONCE) {
  const before = await processor(pid);
  const who = key ? `Authorization: Bearer ${key}` : `Cookie: ${cookie}`;
  const { stdout } = await run("taskset", [
    ...["-c", "1", "wrk", "-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "30s", "-H", who],
    `http://127.0.0.1:${port}${path}`,
  ]);
  if (/Non-2xx/.test(stdout)) throw new Error(`${path}: ${stdout}`);
  const pages = Number(/(\d+) requests in/.exec(stdout)[1]);
  const spent = (await processor(pid)) - before;
  return { rate: Math.round(pages / seconds), cost: Math.round(spent / pages) };
}

/** In microseconds: what a process and all below it spent in themselves and in the system. */
export async function processor(pid) {
  const processes = await Promise.all((await readdir("/proc")).filter(Number).map(spent));
  const alive = processes.filter(Boolean);
  const tree = new Set([pid]);
  for (let size = 0; size < tree.size;) {
    size = tree.size;
    for (const one of alive) if (tree.has(one.parent)) tree.add(one.pid);
  }
  const own = alive.filter((one) => tree.has(one.pid));
  return own.reduce((sum, one) => sum + one.ticks, 0) * TICK;
}

async function spent(pid) {
  const line = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  // The name, in brackets, may hold anything.
  const fields = line?.slice(line.lastIndexOf(")") + 2).split(" ");
  return fields && { pid: Number(pid), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
}

/** Median, least and most. */
export function spread(figures) {
  const sorted = [...figures].sort((one, other) => one - other);
  return { median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], most: sorted.at(-1) };
}

export function shown({ median, least, most }) {
  return `${median} (${least} to ${most})`;
}
