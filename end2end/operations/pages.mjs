// pages.mjs BINARY [BINARY]: what a page costs the built server on SQLite, as wrk asks for it over 16 connections: pages a
// second, and processor time of the server a page, which a busy machine falsifies least. Server and wrk have a core each.
// A second binary is measured in turn with the first, pass by pass. Medians, and the least and most.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { AT_ONCE, is, start, together } from "./built-server.mjs";

const PASSES = 5;
const SECONDS = 4;
/** Rows of the staff list's first page. */
const ROWS = 50;
/** Linux counts processor time in hundredths of a second. */
const TICK = 10_000;

const run = promisify(execFile);
const binaries = process.argv.slice(2);
const servers = [];
try {
  for (const binary of binaries) {
    const server = await start(binary, undefined, ["taskset", "-c", "0"]);
    servers.push(server);
    await together(ROWS, server.create);
    server.cookie = await server.signIn();
  }
  for (const [name, path] of [
    ["health, no session, no database", "/health/live"],
    ["code page, no session", "/connect"],
    ["sign-in page", "/sign-in"],
    [`staff list, ${ROWS} rows`, "/staff/requests"],
  ]) {
    await measured(name, path);
  }
} finally {
  for (const server of servers) await server.end();
}

async function measured(name, path) {
  const passes = servers.map(() => []);
  const bytes = [];
  for (const server of servers) {
    const answer = await server.ask("GET", path, { cookie: server.cookie }).then(is(200));
    bytes.push(answer.bytes);
  }
  for (let pass = 0; pass < PASSES; pass++) {
    for (const [at, server] of servers.entries()) passes[at].push(await onePass(server, path));
  }
  for (const [at, of] of passes.entries()) {
    const figure = (one) => spread(of.map(one));
    console.log(
      `${name}, ${bytes[at]} bytes, ${binaries[at]}: ${figure((pass) => pass.rate)} pages/s, ` +
        `${figure((pass) => pass.cost)} µs of processor a page`,
    );
  }
}

async function onePass(server, path) {
  const before = await processor(server.pid);
  const headers = ["-H", `Cookie: ${server.cookie}`];
  const { stdout } = await run("taskset", [
    ...["-c", "1", "wrk", "-t1", `-c${AT_ONCE}`, `-d${SECONDS}s`, ...headers],
    `http://127.0.0.1:${server.port}${path}`,
  ]);
  if (/Non-2xx/.test(stdout)) throw new Error(`${path}: ${stdout}`);
  const pages = Number(/(\d+) requests in/.exec(stdout)[1]);
  const spent = (await processor(server.pid)) - before;
  return { rate: Math.round(pages / SECONDS), cost: Math.round((spent * TICK) / pages) };
}

/** In ticks: what the process spent in itself and in the system. */
async function processor(pid) {
  const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ")[1].split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

function spread(figures) {
  const sorted = [...figures].sort((one, other) => one - other);
  return `${sorted[Math.floor(sorted.length / 2)]} (${sorted[0]} to ${sorted.at(-1)})`;
}
