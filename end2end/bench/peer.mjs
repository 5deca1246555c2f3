// A server that is none of ours: started on core 0 with its own settings, asked until it answers, ended with all that it
// started.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../operations/built-server.mjs";
import { OWN_CORE } from "../operations/measured.mjs";

const HERE = new URL("./", import.meta.url);
export const path = (name) => fileURLToPath(new URL(name, HERE));

/** The version of a package that a peer's own list of packages names. */
export function version(folder, name) {
  const list = path(`${folder}/requirements.txt`);
  if (existsSync(list)) return new RegExp(`^${name}==(.+)$`, "m").exec(readFileSync(list, "utf8"))[1];
  return JSON.parse(readFileSync(path(`${folder}/package.json`), "utf8")).dependencies[name];
}

/** Starts a peer; `command` gets the port. */
export async function startPeer({ folder, command, env = () => ({}), first = "/connect" }, settings) {
  const port = await freePort();
  const [program, ...words] = [...OWN_CORE, ...command(port)];
  const child = spawn(program, words, {
    cwd: path(folder),
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...settings, ...env(port) },
    stdio: ["ignore", "ignore", "inherit"],
    detached: true,
  });
  const end = async () => {
    const ended = child.exitCode === null && once(child, "exit");
    process.kill(-child.pid, "SIGTERM");
    await ended;
  };
  for (let waited = 0; waited < 300; waited++) {
    if (child.exitCode !== null) throw new Error(`${folder} ended by itself`);
    const answer = await fetch(`http://127.0.0.1:${port}${first}`).catch(() => undefined);
    if (answer?.ok) return { pid: child.pid, port, end };
    await sleep(100);
  }
  await end();
  throw new Error(`${folder} does not answer`);
}
