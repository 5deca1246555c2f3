# The page of the application's callback, for managers.

callback-heading = Callback
application-callback = Tell your clinic’s system that there is news
callback-about = When somebody connects, says no or disconnects, we can call your clinic’s own system at once. The call says only that there is news. Your system then reads its events with its key.
callback-url = Address to call
callback-url-hint = An address of your own system that begins with https://. One that begins with http:// works inside networks that the operator has named
callback-save = Save
callback-empty = Enter the address to call
callback-long = The address is too long. It can have { $max } characters at most
callback-invisible = The address contains a hidden character. Type it instead of pasting it
callback-shape = Enter an address like https://clinic.example/patient-connect
callback-saved = Saved. We call this address from the next event on
callback-secret = Copy the secret of your calls now
callback-secret-next = It is not shown again. Each call is signed with it: the header “Patient-Connect-Signature” holds the time and, after “v1=”, an HMAC-SHA-256 of the time, a dot and the body.
callback-last = Last call
callback-never = We have not called yet.
callback-taken = { $at }: your system took the call.
callback-refused = { $at }: your system answered with status { $status }. It has to answer with 200, 202 or 204.
callback-inward = { $at }: this address leads into a private network, so we did not call. Ask the operator to name the network, or use a public address.
callback-unreachable = { $at }: nobody answered there, or the certificate is not trusted. Check the address.
callback-slow = { $at }: your system took longer than 10 seconds. It has to answer first and work afterwards.
callback-next = There is news that your system does not know of. We call again by { $at }.
callback-asked = We call in a moment. Open this page again to see what became of it
callback-ask = Call now, to try it
callback-renew = Make a new secret
callback-renew-what = The old secret is worth nothing from then on.
callback-remove = Stop calling
callback-remove-what = Your system can still read its events by itself.
audit-callback-set = Callback address set
audit-callback-renew-secret = Callback secret renewed
audit-callback-ask = Callback tried
audit-callback-remove = Callback address removed
