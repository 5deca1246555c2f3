// memory.mjs BINARY [POSTGRES_URL]: the resident memory of the built server after 2 000 creates and 10 000 pages, 16 at a
// time, on SQLite and, where its URL is given, on a database of that PostgreSQL. Fails above the aim.
import { readFile } from "node:fs/promises";
import { is, start, together } from "./built-server.mjs";

const CREATES = 2_000;
const PAGES = 10_000;
/** Resident memory in MB, after both. */
const AIM = 100;

const [binary, postgres] = process.argv.slice(2);
let failed = false;
for (const [name, database] of [
  ["SQLite", undefined],
  ["PostgreSQL", postgres],
]) {
  if (name === "PostgreSQL" && !database) continue;
  failed = !(await within(name, database)) || failed;
}
process.exitCode = failed ? 1 : 0;

async function within(name, database) {
  const server = await start(binary, database);
  try {
    const before = await resident(server.pid);
    await together(CREATES, server.create);
    const made = await resident(server.pid);
    const cookie = await server.signIn();
    const paths = ["/connect", "/staff/requests", "/", "/sign-in"];
    await together(PAGES, (number) => server.ask("GET", paths[number % paths.length], { cookie }).then(is(200)));
    const read = await resident(server.pid);
    console.log(
      `${name}: ${before} after the start, ${made} after ${CREATES} creates, ${read} after ${PAGES} pages ` +
        `(aim: ${AIM} MB)`,
    );
    return read.all <= AIM;
  } finally {
    await server.end();
  }
}

/** In MB: all, and how much of it is the process's own and no page of the binary or the database. */
async function resident(pid) {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const megabytes = (line) => Math.round(Number(new RegExp(`^${line}:\\s+(\\d+)`, "m").exec(status)[1]) / 1_024);
  const [all, own] = [megabytes("VmRSS"), megabytes("RssAnon")];
  return { all, own, toString: () => `${all} MB (${own} its own)` };
}
