# The second step of patients' sign-ins: on and off, recovery codes, and the code after the password.

second-step-heading = Second step when you sign in
second-step-what = With a second step, your password alone is not enough: you also enter a code from an app on your phone. Someone who learns your password cannot sign in.
second-step-passkey = A passkey needs no code. It is as safe as both steps.
second-step-off = The second step is off.
second-step-set-up = Set up the second step
second-step-since = The second step has been on since { $date }.
second-step-left = { $left ->
    [0] You have no recovery codes left.
    [one] You have 1 recovery code left.
   *[other] You have { $left } recovery codes left.
  }
second-step-few = Create new ones before you run out.
second-step-removed = The second step is off. Your password alone signs you in.
second-step-renew-heading = New recovery codes
second-step-renew-what = Your current recovery codes stop working.
second-step-renew = Create new recovery codes
second-step-remove-heading = Switch off the second step
second-step-remove-link = Switch off
second-step-remove-what = Your password alone will sign you in. Your recovery codes stop working.
second-step-remove = Switch off the second step
second-step-password = Your password
second-step-code = Code from your app, or a recovery code
second-step-row = Second step
second-step-row-what = A code from your phone when you sign in

second-step-app-heading = Set up your authenticator app
second-step-app = Install any authenticator app on your phone.
second-step-scan = Scan this QR code with the app.
second-step-qr = QR code with the setup key for your authenticator app
second-step-secret = Cannot scan it? Enter this setup key in the app:
second-step-enter = Enter the 6-digit code from the app, and your password.
second-step-digits = 6-digit code
second-step-confirm = Switch on the second step
second-step-back = Back to the second step

second-step-codes-heading = Your recovery codes
second-step-codes-what = With one of these codes you can sign in when you do not have your phone. Each one works once. Print this page, or write them down and keep them in a safe place.
second-step-codes-once = We show them only this once. Recovery codes that you had before no longer work.
second-step-codes-kept = I have saved my recovery codes

second-step-ask-heading = Enter the code from your authenticator app
second-step-ask-hint = Open the app on your phone. It shows a new 6-digit code for Patient Connect every 30 seconds.
second-step-ask-why = Then you can go on to { $clinic }. We have kept your code and your answer.
second-step-ask-lost = No phone? Enter one of your recovery codes. They look like JKYZ-QNMN-VHRX.
second-step-ask-over = Sign in with a different email address
second-step-empty = Enter the code
second-step-shape = Enter a 6-digit code or a 12-letter recovery code
second-step-wrong = This code is wrong or has already been used. Wait for the next one and try again. Check the clock of your phone: here it is { $clock } UTC
