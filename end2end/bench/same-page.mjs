// Whether two servers answered with the same page: the same visible text, word by word, and the same headers.

/** Headers that say how or when a page was sent, not what a browser may do with it. */
const OF_THE_TRANSPORT = ["connection", "content-length", "date", "keep-alive", "transfer-encoding"];

/** What another answer lacks or says differently, in lines; none where it is the same. */
export function differences(ours, other) {
  const found = [];
  if (other.status !== ours.status) found.push(`status ${other.status}, not ${ours.status}`);
  for (const [name, value] of ours.headers) {
    const same = normal(name, other.headers.get(name)) === normal(name, value);
    if (!OF_THE_TRANSPORT.includes(name) && !same) found.push(`${name}: ${other.headers.get(name)}, not ${value}`);
  }
  const [our, their] = [ours, other].map(({ html }) => visibleText(html));
  if (our !== their) {
    let at = 0;
    while (our[at] === their[at]) at++;
    const around = (text) => JSON.stringify(text.slice(Math.max(at - 40, 0), at + 40));
    found.push(`text ${around(their)}, not ${around(our)}`);
  }
  return found;
}

/** Directives in any order, without their nonce; an id is another one each time. */
function normal(name, header) {
  if (name === "x-request-id") return Boolean(header);
  const directives = (header ?? "").toLowerCase().replace(/'nonce-[^']+'/, "'nonce'").split(";");
  return directives.map((directive) => directive.trim().split(/\s+/).sort().join(" ")).sort().join("; ");
}

/** The text of a body as a person reads it: a tag separates words, white space is one blank. */
export function visibleText(html) {
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? "";
  const text = body
    .replace(/<!--[\s\S]*?-->|<!>/g, "")
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ");
  const named = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  const decoded = text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (all, hexed, number, name) => {
    if (name) return named[name] ?? all;
    return String.fromCodePoint(hexed ? parseInt(hexed, 16) : Number(number));
  });
  return decoded.replace(/\s+/g, " ").trim();
}
