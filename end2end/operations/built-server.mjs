// The built server with its demonstration, for the measurements beside this: started in a folder of its own, asked over
// connections that stay open, ended.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

export const AT_ONCE = 16;
const OURS = { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" };

/** Starts `binary` on SQLite, or on the PostgreSQL database of that URL; `before` is put ahead of its command. */
export async function start(binary, database, before = []) {
  const folder = await mkdtemp(join(tmpdir(), "patient-connect-measured-"));
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    PATIENT_CONNECT_DATA_DIR: folder,
    PATIENT_CONNECT_LISTEN: `127.0.0.1:${port}`,
    PATIENT_CONNECT_PUBLIC_URL: `http://127.0.0.1:${port}`,
    ...(database && { DATABASE_URL: database }),
  };
  const { stdout } = await promisify(execFile)(binary, ["demo", "--json"], { env });
  const { staff, api_key } = JSON.parse(stdout);
  const [command, ...words] = [...before, binary, "serve"];
  const child = spawn(command, words, { env, stdio: "ignore" });
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const ask = (method, path, headers = {}, body = "") => asked({ port, agent, method, path, headers }, body);
  const server = {
    port,
    pid: child.pid,
    ask,
    /** Makes a connect request under this number. */
    async create(number) {
      const body = JSON.stringify({
        friendly_name: "Emma's record",
        question: "What did you call the boat you learned to sail in?",
        answer: "Windward",
        external_id: `MRN-${process.pid}-${number}`,
      });
      const headers = { authorization: `Bearer ${api_key}`, "content-type": "application/json" };
      await ask("POST", "/api/v1/connect-requests", headers, body).then(is(201));
    },
    /** The cookies of a member of staff who signed in. */
    async signIn() {
      const pair = new URLSearchParams(staff).toString();
      const signedIn = await ask("POST", "/staff/sign-in", OURS, pair).then(is(303));
      return signedIn.headers["set-cookie"].map((set) => set.split(";")[0]).join("; ");
    },
    async end() {
      agent.destroy();
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
      await rm(folder, { recursive: true });
    },
  };
  try {
    await ready(child, ask);
  } catch (error) {
    await server.end();
    throw error;
  }
  return server;
}

/** Does so many, `AT_ONCE` at a time. */
export async function together(count, one) {
  let next = 0;
  const lane = async () => {
    while (next < count) await one(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

export function is(status) {
  return (answer) => {
    if (answer.statusCode === status) return answer;
    throw new Error(`${answer.req.method} ${answer.req.path}: ${answer.statusCode}`);
  };
}

function asked(options, body) {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", ...options }, (answer) => {
      let bytes = 0;
      answer.on("data", (part) => (bytes += part.length));
      answer.on("end", () => resolve(Object.assign(answer, { bytes })));
      answer.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

async function ready(child, ask) {
  for (let waited = 0; waited < 300; waited++) {
    if (child.exitCode !== null) throw new Error("the server ended by itself");
    const answer = await ask("GET", "/health/ready").catch(() => undefined);
    if (answer?.statusCode === 200) return;
    await sleep(100);
  }
  throw new Error("the server does not become ready");
}

export async function freePort() {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const free = taken.address().port;
  taken.close();
  await once(taken, "close");
  return free;
}
