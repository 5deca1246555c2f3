// Passkeys: asks the browser to create one or to show one, and sends what it answers as a form. Pages work without it:
// people then sign in with their password.
"use strict";

(() => {
  const form = document.querySelector("form[data-passkey]");
  const { relyingParty } = form?.dataset ?? {};
  const host = location.hostname;
  // A browser refuses passkeys of another host, and of one that is a number.
  if (!relyingParty || !window.PublicKeyCredential || (host !== relyingParty && !host.endsWith(`.${relyingParty}`))) return;

  const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
  const text = (buffer) => {
    const letters = Array.from(new Uint8Array(buffer ?? []), (byte) => String.fromCharCode(byte)).join("");
    return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  };
  const MINUTE = 60_000;
  const timeout = 5 * MINUTE;

  const part = (name) => form.querySelector(`[data-passkey-${name}]`);
  const say = (shown) => {
    for (const name of ["failed", "known"]) {
      const message = part(name);
      if (message) message.hidden = name !== shown;
    }
  };
  const send = (fields) => {
    for (const [name, value] of Object.entries(fields)) form.elements[name].value = text(value);
    form.submit();
  };

  for (const without of document.querySelectorAll("[data-passkey-without]")) without.hidden = true;
  form.hidden = false;
  if (form.dataset.passkey === "make") make();
  else show();

  function make() {
    const { challenge, product, user, email, person, known, algorithms } = form.dataset;
    const list = (words) => words.split(" ").filter(Boolean);
    const publicKey = {
      rp: { id: relyingParty, name: product },
      user: { id: bytes(user), name: email, displayName: person },
      challenge: bytes(challenge),
      pubKeyCredParams: list(algorithms).map((alg) => ({ type: "public-key", alg: Number(alg) })),
      excludeCredentials: list(known).map((id) => ({ type: "public-key", id: bytes(id) })),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      attestation: "none",
      timeout,
    };
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      say();
      try {
        const { response } = await navigator.credentials.create({ publicKey });
        send({ client_data: response.clientDataJSON, attestation: response.attestationObject });
      } catch (error) {
        say(error?.name === "InvalidStateError" ? "known" : "failed");
      }
    });
  }

  function show() {
    let asked;
    let offer;

    /** The server's question. It can be answered once, for 5 minutes, so it is asked for anew in time. */
    async function options() {
      if (!asked || Date.now() - asked.at > 4 * MINUTE) {
        const answer = await fetch("/sign-in/passkey/begin", { method: "POST", redirect: "error" });
        if (!answer.ok) throw new Error(answer.statusText);
        asked = { challenge: (await answer.json()).challenge, at: Date.now() };
      }
      return { rpId: relyingParty, challenge: bytes(asked.challenge), userVerification: "required", timeout };
    }

    const sign = ({ rawId, response }) => {
      send({
        credential: rawId,
        user: response.userHandle,
        client_data: response.clientDataJSON,
        authenticator_data: response.authenticatorData,
        signature: response.signature,
      });
    };

    /** Among what the browser proposes for the email field. What comes of it, or nothing, needs no word. */
    async function propose() {
      if (document.hidden || !(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
      offer?.abort();
      offer = new AbortController();
      const { signal } = offer;
      const found = await navigator.credentials.get({ mediation: "conditional", signal, publicKey: await options() });
      if (found) sign(found);
    }

    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      say();
      offer?.abort();
      try {
        sign(await navigator.credentials.get({ publicKey: await options() }));
      } catch {
        say("failed");
      }
    });
    const quietly = () => propose().catch(() => {});
    // One that was refused just now is not proposed again.
    if ("refused" in form.dataset) return;
    quietly();
    setInterval(quietly, 4 * MINUTE + 1);
  }
})();
