// connections.mjs BINARY: what it costs that a person lets an application in, from the first page until the application
// knows: ours, by a code, a question, a sign-in, a record and a yes; oidc-provider's and django-oauth-toolkit's, by a
// sign-in, a consent and a token. All keep what they keep in SQLite, with every commit on the disk, and hash passwords
// alike. One way after the other; each server has a core of its own.
import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { start } from "../operations/built-server.mjs";
import { OWN_CORE, processor, shown, spread } from "../operations/measured.mjs";
import { machine, publish, table } from "./document.mjs";
import { path, startPeer, version } from "./peer.mjs";
import { Visitor } from "./visitor.mjs";

const PASSES = 5;
/** Whole ways of a pass. */
const WAYS = 20;
/** Before a pass, for what compiles while it runs. */
const WARM = 10;
const CLIENT = "clinic";
const REDIRECT = "http://127.0.0.1:9/back";
const PERSON = { EMAIL: "emma@example.org", PASSWORD: "winter lantern biscuit" };

const PEERS = [
  {
    name: `oidc-provider ${version("oidc-provider", "oidc-provider")}`,
    folder: "oidc-provider",
    first: "/.well-known/openid-configuration",
    command: () => [process.execPath, "server.mjs"],
    env: (port) => ({ PORT: port }),
    hash: [process.execPath, "hash.mjs"],
    authorize: "/auth",
    token: "/token",
    scope: "openid",
    signIn: { email: PERSON.EMAIL, password: PERSON.PASSWORD },
    consent: {},
  },
  {
    name: `django-oauth-toolkit ${version("oauth-toolkit", "django-oauth-toolkit")}`,
    folder: "oauth-toolkit",
    first: "/accounts/login/",
    command: (port) => ["venv/bin/gunicorn", "--bind", `127.0.0.1:${port}`, "clinic.wsgi"],
    prepare: ["venv/bin/python", "prepare.py"],
    hash: ["venv/bin/python", "hash.py"],
    authorize: "/o/authorize/",
    token: "/o/token/",
    scope: "record",
    signIn: { username: PERSON.EMAIL, password: PERSON.PASSWORD },
    consent: { allow: "Authorize" },
  },
];

const [binary] = process.argv.slice(2);
const about = machine();
const measured = new Map();
for (let pass = 0; pass < PASSES; pass++) {
  const server = await start(binary, undefined, OWN_CORE);
  await onePass("Patient Connect", 3, server, ourWay, () => costOf(server, (number) => server.create(number)));
  for (const peer of PEERS) {
    const folder = await mkdtemp(join(tmpdir(), "peer-measured-"));
    try {
      const settings = { ...PERSON, CLIENT, REDIRECT, DATABASE: join(folder, "peer.db") };
      const run = ([program, ...words]) => promisify(execFile)(program, words, { cwd: path(peer.folder), env: settings });
      if (peer.prepare) await run(peer.prepare);
      const hash = async () => Number((await run(peer.hash)).stdout);
      await onePass(peer.name, 1, await startPeer(peer, settings), (server) => theirWay(server, peer), hash);
    } finally {
      await rm(folder, { recursive: true });
    }
  }
}
const tenths = (figures) => shown(spread(figures.map((figure) => Math.round(figure * 10) / 10)));
const rows = [...measured].map(([name, { requests, hashes, passes }]) => [
  ...[name, requests, hashes],
  ...["hash", "cost", "time"].map((figure) => tenths(passes.map((pass) => pass[figure]))),
]);
const head = ["whole way", "requests", "hashes", "ms of processor a hash", "ms of processor in all", "ms until it is known"];
await publish("connections", [about, table(head, rows)].join("\n\n"));

async function onePass(name, hashes, server, way, hashCost) {
  try {
    for (let number = 0; number < WARM; number++) await way(server);
    const began = performance.now();
    const requests = [];
    const cost = await costOf(server, async () => requests.push(await way(server)));
    const pass = { cost, time: (performance.now() - began) / WAYS, hash: await hashCost() };
    const { passes = [] } = measured.get(name) ?? {};
    measured.set(name, { requests: requests[0], hashes, passes: [...passes, pass] });
  } finally {
    await server.end();
  }
}

/** Milliseconds of a server's processor, of one of `WAYS`. */
async function costOf(server, one) {
  const before = await processor(server.pid);
  for (let number = 0; number < WAYS; number++) await one(number);
  return ((await processor(server.pid)) - before) / 1000 / WAYS;
}

/** A clinic makes a code, its patient follows it, the clinic asks who has connected; how many requests that took. */
async function ourWay({ port, patient, api_key }) {
  const origin = `http://127.0.0.1:${port}`;
  const api = async (path, body) => {
    const headers = { authorization: `Bearer ${api_key}`, ...(body && { "content-type": "application/json" }) };
    const answer = await fetch(`${origin}/api/v1${path}`, { method: body ? "POST" : "GET", headers, body });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  };
  const external_id = `MRN-${randomBytes(8).toString("hex")}`;
  const answer = "Windward";
  const question = "What did you call the boat you learned to sail in?";
  const made = await api("/connect-requests", JSON.stringify({ friendly_name: "Emma", question, answer, external_id }));
  const visitor = new Visitor(origin);
  await visitor.get("/connect");
  await visitor.submit({ code: made.identity_code });
  await visitor.submit({ answer });
  await visitor.submit(patient);
  const record = /name="record" value="([0-9a-f-]{36})"/.exec(visitor.html);
  await visitor.submit(record ? { record: record[1] } : { record: "new", record_name: "Emma" });
  if (visitor.html.includes('name="record_check" value="this"')) await visitor.submit({ record_check: "this" });
  await visitor.submit({ decision: "authorize" });
  if (!visitor.url.endsWith("/connect/done")) throw new Error(`came to ${visitor.url}`);
  const known = await api(`/connect-requests/${made.id}`);
  if (known.connection.state !== "connected") throw new Error(JSON.stringify(known));
  return visitor.requests + 2;
}

/** An application sends a person to be asked, and takes the code that comes back for a token; the number of requests. */
async function theirWay({ port }, { authorize, token, scope, signIn, consent }) {
  const origin = `http://127.0.0.1:${port}`;
  const verifier = randomBytes(32).toString("base64url");
  const visitor = new Visitor(origin);
  const asked = new URLSearchParams({
    client_id: CLIENT,
    response_type: "code",
    redirect_uri: REDIRECT,
    scope,
    state: randomBytes(16).toString("hex"),
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  });
  await visitor.get(`${authorize}?${asked}`);
  await visitor.submit(signIn);
  const back = await visitor.submit(consent);
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    code: back.searchParams.get("code"),
    redirect_uri: REDIRECT,
    client_id: CLIENT,
    code_verifier: verifier,
  });
  const answer = await fetch(origin + token, { method: "POST", body });
  const granted = await answer.json();
  if (!granted.access_token) throw new Error(JSON.stringify(granted));
  return visitor.requests + 1;
}
