// A browser without scripts: keeps cookies, follows redirects, sends forms with what they hold already.
const HIDDEN = /<input[^>]*type="hidden"[^>]*>/g;
const attribute = (tag, name) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1].replaceAll("&amp;", "&");

export class Visitor {
  /** Requests that were sent, redirects among them. */
  requests = 0;
  #cookies = new Map();

  constructor(origin) {
    this.origin = origin;
    this.url = origin;
  }

  get(address) {
    return this.#send("GET", address);
  }

  /** Sends the form of the page that was read last: its hidden fields, and these. */
  submit(fields, address = this.url) {
    const hidden = (this.html.match(HIDDEN) ?? []).map((tag) => [attribute(tag, "name"), attribute(tag, "value") ?? ""]);
    return this.#send("POST", address, new URLSearchParams({ ...Object.fromEntries(hidden), ...fields }).toString());
  }

  /** Where it came to: the last page, or the address of another origin, which is not asked. */
  async #send(method, address, body) {
    for (let hop = 0; hop < 10; hop++) {
      const url = new URL(address, this.url);
      if (url.origin !== this.origin) return url;
      this.url = url.href;
      this.requests += 1;
      const answer = await fetch(url, { method, body, headers: this.#headers(body), redirect: "manual" });
      for (const set of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(set);
        this.#cookies.set(name, value);
      }
      this.html = await answer.text();
      const next = answer.headers.get("location");
      if (!next) {
        if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status}`);
        return url;
      }
      [method, body, address] = ["GET", undefined, next];
    }
    throw new Error(`${address}: too many redirects`);
  }

  #headers(body) {
    return {
      cookie: [...this.#cookies].map((pair) => pair.join("=")).join("; "),
      ...(body !== undefined && {
        "content-type": "application/x-www-form-urlencoded",
        origin: this.origin,
        referer: this.url,
        "sec-fetch-site": "same-origin",
      }),
    };
  }
}
