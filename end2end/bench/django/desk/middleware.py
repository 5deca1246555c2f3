"""The security headers that Django does not send by itself."""

import secrets
import uuid

POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{}' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def headers(get_response):
    def answer(request):
        request.nonce = secrets.token_urlsafe(16)
        response = get_response(request)
        response["Content-Security-Policy"] = POLICY.format(request.nonce)
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        response["Cache-Control"] = "no-store"
        response["X-Request-Id"] = str(uuid.uuid4())
        return response

    return answer
