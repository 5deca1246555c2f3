import { HEADERS, newNonce, policy } from "../../js/words.mjs";

/** The headers that SvelteKit does not send by itself, and the class of the body, which is outside of every component. */
export async function handle({ event, resolve }) {
  const room = event.url.pathname.startsWith("/staff") ? "staff" : "patient";
  event.locals.nonce = newNonce();
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace("%desk.class%", room),
  });
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  response.headers.set("Content-Type", "text/html; charset=utf-8");
  response.headers.set("Content-Security-Policy", policy(event.locals.nonce));
  response.headers.set("X-Request-Id", crypto.randomUUID());
  return response;
}
