// The policy has a nonce of its own for each page: Next.js reads it from the request and gives it to its scripts.
import { NextResponse } from "next/server";
import { newNonce, policy } from "../js/words.mjs";

export function proxy(request) {
  const nonce = newNonce();
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy(nonce));
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy(nonce));
  response.headers.set("X-Request-Id", crypto.randomUUID());
  return response;
}
