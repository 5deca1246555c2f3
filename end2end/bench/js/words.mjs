// What the pages of the peers in JavaScript are made from, besides the database.
export { default as SIGNS } from "../signs.json" with { type: "json" };

export const PLACES = [
  {
    id: "rail-work",
    name: "Work",
    links: [
      ["/staff/requests", "tray", "Requests"],
      ["/staff/requests/new", "plus", "New request"],
      ["/staff/letters", "letter", "Letters"],
      ["/staff/import", "up", "Import a list"],
      ["/staff/overview", "bars", "Overview"],
    ],
  },
  {
    id: "rail-clinic",
    name: "Clinic",
    links: [
      ["/staff/settings", "sliders", "Settings"],
      ["/staff/team", "people", "Team"],
      ["/staff/audit", "sheet", "Audit log"],
    ],
  },
  {
    id: "rail-technical",
    name: "Technical",
    links: [
      ["/staff/application", "plug", "Application"],
      ["/staff/keys", "key", "API keys"],
      ["/staff/callback", "bell", "Webhook"],
    ],
  },
];

export const SHORTCUTS = [
  ["/", "Search requests"],
  ["n", "New request"],
  ["j", "Next row of a list"],
  ["k", "Previous row of a list"],
  ["Enter", "Open the selected row"],
  ["?", "Show these shortcuts"],
];

export const COLUMNS = ["Patient", "Status", "Sent as", "Code expires", "Last activity"];

/** The letter that is drawn on the code page: lines by place and width, and the groups of its code. */
export const LINES = [
  [28, 16, 44],
  [28, 32, 28],
  [28, 54, 116],
  [28, 64, 104],
  [28, 74, 110],
  [28, 132, 96],
  [28, 142, 70],
];
export const GROUPS = [30, 54, 78, 102, 126];

export const TRUST = [
  ["/help", "Help"],
  ["/about", "Who runs this"],
  ["/privacy", "Privacy notice"],
  ["/terms", "Terms of use"],
  ["/accessibility", "Accessibility"],
];

/** What the island of the code field says, one sentence a line. */
const ordinals = new Intl.PluralRules("en", { type: "ordinal" });
const SUFFIXES = { one: "st", two: "nd", few: "rd", other: "th" };
const places = Array.from({ length: 30 }, (_, at) => at + 1);
const ordinal = (place) => `${place}${SUFFIXES[ordinals.select(place)]}`;
export const ISLAND = {
  counts: places.map((place) => `${place} of 20 letters`).join("\n"),
  letters: places.map((place) => `Codes do not use the letter \ufffc or any numbers. Check the ${ordinal(place)} letter`).join("\n"),
  numbers: places.map((place) => `Codes do not use any numbers. Check the ${ordinal(place)} letter`).join("\n"),
};

/** The headers of every page, but for the policy, which has a nonce. */
export const HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Cache-Control": "no-store",
};

export function newNonce() {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64url");
}

export function policy(nonce) {
  return (
    `default-src 'none'; script-src 'self' 'nonce-${nonce}' 'wasm-unsafe-eval'; style-src 'self'; ` +
    "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
  );
}
