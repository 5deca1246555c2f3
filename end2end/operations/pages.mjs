// pages.mjs BINARY [BINARY]: what a page costs the built server on SQLite, as wrk asks for it over 16 connections: pages a
// second, and processor time of the server a page, which a busy machine falsifies least. Server and wrk have a core each.
// A second binary is measured in turn with the first, pass by pass. Medians, and the least and most.
import { is, start, together } from "./built-server.mjs";
import { onePass, OWN_CORE, shown, spread } from "./measured.mjs";

const PASSES = 5;
const SECONDS = 4;
/** Rows of the staff list's first page. */
const ROWS = 50;

const binaries = process.argv.slice(2);
const servers = [];
try {
  for (const binary of binaries) {
    const server = await start(binary, undefined, OWN_CORE);
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
    for (const [at, server] of servers.entries()) passes[at].push(await onePass(server, path, SECONDS));
  }
  for (const [at, of] of passes.entries()) {
    const figure = (one) => shown(spread(of.map(one)));
    console.log(
      `${name}, ${bytes[at]} bytes, ${binaries[at]}: ${figure((pass) => pass.rate)} pages/s, ` +
        `${figure((pass) => pass.cost)} µs of processor a page`,
    );
  }
}
