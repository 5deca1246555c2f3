# Passkeys of patients: added, named, removed, and the sign-in with one.

passkeys-heading = Passkeys
passkeys-intro = With a passkey you sign in as you unlock your phone or computer: with your face, your finger or a PIN. You do not type your email address or your password.
passkeys-keeps = Your password still works as well.
passkeys-none = You do not have any passkeys yet.
passkeys-made = Added on { $made }. Not used yet.
passkeys-used = Added on { $made }. Last used on { $used }.
passkeys-change = Change
passkeys-add = Add a passkey
passkeys-add-what = Enter your password first, so that we know it is you. Then your browser creates the passkey.
passkeys-name = Name of the passkey
passkeys-name-hint = A name that tells you where the passkey is, like “My phone”.
passkeys-password = Your password
passkeys-continue = Continue
passkeys-enough = You have { $max } passkeys. Remove one before you add another.
passkeys-not-here = Passkeys do not work at this web address. They need an address that starts with https.
passkeys-added = The passkey is added. You can sign in with it from now on.
passkeys-renamed = The name is changed.
passkeys-removed = The passkey is removed. It no longer signs you in.
passkeys-not-added = We could not add the passkey. Nothing was changed. Start again
passkeys-too-many = You have asked for too many passkeys. Wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  } and try again
passkeys-row = Passkeys
passkeys-row-what = Sign in without your password

passkey-name-empty = Enter a name for the passkey
passkey-name-too-long = The name must be { $max } characters or fewer
passkey-name-invisible = The name contains a hidden character. Type it instead of pasting it

passkey-create-heading = Create your passkey
passkey-create-what = Your phone or computer will ask you to unlock it, or to choose where to keep the passkey.
passkey-create = Create passkey
passkey-create-without = This browser cannot create a passkey, or JavaScript is off. Nothing was changed. Your password still works.
passkey-create-failed = No passkey was created. Try again, or go back.
passkey-create-known = This device already has a passkey for your account. You can sign in with it.
passkey-back = Back to your passkeys

passkey-rename-heading = Name
passkey-rename = Save name
passkey-remove-heading = Remove this passkey
passkey-remove-what = It will no longer sign you in. Devices that are signed in now stay signed in.
passkey-remove-device = Delete it from your phone, computer or password manager as well. Otherwise it will still offer the passkey.
passkey-remove = Remove passkey

passkey-sign-in = Sign in with a passkey
passkey-sign-in-failed = The passkey was not used. Try again, or sign in with your email address and password.
passkey-sign-in-refused = This passkey did not sign you in. Try again, or use your email address and password. A passkey that you removed from your account no longer works
