// slow-connections.mjs BINARY: connections that send half a head or half a body and then nothing, against the built server, and a
// visitor of another network meanwhile. Loopback alone; a minute and a half. Fails where the visitor is not served, or
// where the server keeps what it was to give up.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./built-server.mjs";

const FLOOD = 1_100;
/** Two networks of this machine. */
const STRANGER = "127.0.0.1";
const VISITOR = "127.0.1.1";
/** What the server gives half a head, and some more. */
const PATIENCE = 35_000;

const HALVES = {
  head: "GET /connect HTTP/1.1\r\nHost: localhost\r\n",
  body:
    "POST /connect HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n" +
    "Content-Length: 30\r\n\r\ncode=",
};

const folder = await mkdtemp(join(tmpdir(), "patient-connect-soak-"));
const port = await freePort();
const address = `127.0.0.1:${port}`;
// The soft limit of open files that most systems start with.
const server = spawn("sh", ["-c", 'ulimit -Sn 1024; exec "$0" serve --no-worker', process.argv[2]], {
  env: { PATH: process.env.PATH, PATIENT_CONNECT_DATA_DIR: folder, PATIENT_CONNECT_LISTEN: address },
  stdio: "ignore",
});
let failed = false;
try {
  await ready();
  for (const [kind, half] of Object.entries(HALVES)) failed = !(await withstands(kind, half)) || failed;
} finally {
  server.kill("SIGTERM");
  await once(server, "exit");
  await rm(folder, { recursive: true });
}
process.exitCode = failed ? 1 : 0;

async function withstands(kind, half) {
  const sockets = await Promise.all(Array.from({ length: FLOOD }, () => flood(half)));
  const open = () => sockets.filter((socket) => !socket.destroyed).length;
  const held = open();
  const visits = [];
  for (let visit = 0; visit < 10; visit++) visits.push(await visited());
  const served = visits.filter((visit) => visit.ok);
  const slowest = Math.max(...visits.map((visit) => visit.milliseconds));
  await sleep(PATIENCE);
  const left = open();
  for (const socket of sockets) socket.destroy();
  console.log(
    `${FLOOD} connections with half a ${kind}: ${held} taken, a visitor was served ${served.length} times of ` +
      `${visits.length} (slowest ${slowest} ms), ${left} still held after ${PATIENCE / 1_000} s`,
  );
  return served.length === visits.length && left === 0;
}

/** One connection of the flood, once what it sends has left; the server may have closed it by then. */
async function flood(half) {
  const socket = connect({ port, host: "127.0.0.1", localAddress: STRANGER });
  socket.on("error", () => {});
  // Read, so that the end is noticed.
  socket.resume();
  await Promise.race([once(socket, "connect").then(() => socket.write(half)), once(socket, "close")]);
  return socket;
}

async function visited() {
  const start = performance.now();
  const ok = await new Promise((resolve) => {
    const options = { port, host: "127.0.0.1", localAddress: VISITOR, path: "/connect", agent: false, timeout: 3_000 };
    const visit = request(options, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode === 200));
      answer.on("error", () => resolve(false));
    });
    visit.on("timeout", () => visit.destroy(new Error("nobody answers")));
    visit.on("error", () => resolve(false));
    visit.end();
  });
  return { ok, milliseconds: Math.round(performance.now() - start) };
}

async function ready() {
  for (let waited = 0; waited < 300; waited++) {
    if (server.exitCode !== null) throw new Error("the server ended by itself");
    if ((await visited()).ok) return;
    await sleep(100);
  }
  throw new Error("the server does not become ready");
}
