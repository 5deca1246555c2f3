import { sessionOf } from "../../../../js/request-list.mjs";

export function load({ cookies, locals }) {
  sessionOf(cookies.get("bench"));
  return { nonce: locals.nonce };
}
