// What one pass of wrk costs a server, and how figures of several passes are told.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
/** Linux counts processor time in hundredths of a second. */
const TICK = 10_000;

/**
 * Asks for a page as often as wrk can, over so many connections and from the second core: pages a second, and microseconds
 * of the server's processor time a page.
 */
export async function onePass(server, path, headers, connections, seconds) {
  const before = await processor(server.pid);
  const { stdout } = await run("taskset", [
    ...["-c", "1", "wrk", "-t1", `-c${connections}`, `-d${seconds}s`],
    ...Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]),
    `http://127.0.0.1:${server.port}${path}`,
  ]);
  if (/Non-2xx/.test(stdout)) throw new Error(`${path}: ${stdout}`);
  const pages = Number(/(\d+) requests in/.exec(stdout)[1]);
  const spent = (await processor(server.pid)) - before;
  return { rate: Math.round(pages / seconds), cost: Math.round((spent * TICK) / pages) };
}

/** In ticks: what the process spent in itself and in the system. */
async function processor(pid) {
  const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ")[1].split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

export function median(figures) {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The median, and the least and the most. */
export function spread(figures) {
  return `${median(figures)} (${Math.min(...figures)} to ${Math.max(...figures)})`;
}
