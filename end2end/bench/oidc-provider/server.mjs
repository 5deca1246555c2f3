// oidc-provider with a sign-in and a consent of its own: one client, one person whose password is hashed as ours is.
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import argon2 from "argon2";
import Provider from "oidc-provider";
import { Store } from "./store.mjs";

const { PORT, CLIENT, REDIRECT, EMAIL, PASSWORD } = process.env;
const ISSUER = `http://127.0.0.1:${PORT}`;
const HASH = await argon2.hash(PASSWORD, { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 });

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

const provider = new Provider(ISSUER, {
  adapter: Store,
  clients: [
    {
      client_id: CLIENT,
      redirect_uris: [REDIRECT],
      response_types: ["code"],
      grant_types: ["authorization_code"],
      token_endpoint_auth_method: "none",
    },
  ],
  cookies: { keys: ["a key that signs the cookies of a measurement"] },
  features: { devInteractions: { enabled: false } },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  jwks: { keys: [privateKey.export({ format: "jwk" })] },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
});

const page = (title, form) => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
<body><main><h1>${title}</h1><form method="post">${form}<button>Continue</button></form></main></body></html>`;
const SIGN_IN = page(
  "Sign in",
  `<label for="email">Email</label><input id="email" name="email" type="email">
  <label for="password">Password</label><input id="password" name="password" type="password">`,
);
const CONSENT = page("Authorize", "<p>The clinic asks for your record.</p>");

async function interaction(request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (request.method !== "POST") {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    return response.end(prompt.name === "login" ? SIGN_IN : CONSENT);
  }
  if (prompt.name === "login") {
    const fields = new URLSearchParams(await text(request));
    const right = (await argon2.verify(HASH, fields.get("password"))) && fields.get("email") === EMAIL;
    if (!right) return response.writeHead(403).end();
    return provider.interactionFinished(request, response, { login: { accountId: EMAIL } });
  }
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(prompt.details.missingOIDCScope.join(" "));
  const consent = { grantId: await grant.save() };
  return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
}

const others = provider.callback();
createServer((request, response) => {
  if (!request.url.startsWith("/interaction/")) return others(request, response);
  interaction(request, response).catch((error) => response.writeHead(500).end(String(error)));
}).listen(Number(PORT), "127.0.0.1");
