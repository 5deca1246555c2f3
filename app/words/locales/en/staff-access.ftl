# Who may come to the desk, and how they prove it: codes, authenticators, the locked desk, one's own account.

## The second step at the door

code-step-heading = Enter the code from your authenticator app
code-step-hint = Open the app on your phone. It shows a new 6-digit code for Patient Connect every 30 seconds.
code-step-label = 6-digit code
code-step-cannot = I cannot use my authenticator app
code-step-start-over = Sign in with a different email address
recovery-step-heading = Enter a recovery code
recovery-step-hint = You were given 10 recovery codes when you set up your authenticator app. They look like JKYZ-QNMN-VHRX. Each one works once.
recovery-step-label = Recovery code
recovery-step-none = No recovery codes? Ask a manager at your clinic to reset your authenticator app. If you are a manager, ask the Patient Connect operator.
recovery-step-back = Use my authenticator app instead
code-step-empty = Enter the code
code-step-shape = Enter a 6-digit code or a 12-letter recovery code
code-step-wrong = This code is wrong or has already been used. Wait for the next one and try again. Check the clock of your phone: here it is { $clock } UTC
recovery-step-wrong = This recovery code is wrong or has already been used. Try a different one

## A forgotten password

staff-forgot-heading = Choose a new password
staff-forgot-why = Enter your email address. We email you a link to choose a new password.
staff-forgot-send = Send link
staff-forgot-sent = Check your email
staff-forgot-sent-next = If a staff account uses this address, we emailed a link to it. The link works once, for { $minutes } minutes. You sign in with your authenticator app as before.
staff-forgot-manager = No email? Ask a manager of your clinic to send you a link. Managers ask the Patient Connect operator.
staff-forgot-operator = Operators set a new password on the server: patient-connect staff set-password
staff-forgot-no-mail = This installation sends no email, so we cannot send you a link. Ask a manager of your clinic.

## A fresh proof

prove-heading = Confirm that it is you
prove-why = This change needs your password again. For the next { $minutes } minutes we do not ask again.
prove-kept = We have kept what you sent. It will be sent when you confirm.
prove-missing = Your clinic requires an authenticator app. Set one up, then make this change again.
prove-code = Code from your authenticator app
prove-code-hint = 6 digits, or one of your recovery codes

## Setting up an authenticator

authenticator-heading = Set up your authenticator app
authenticator-why = You need a code from your phone as well as your password. This way, a stolen password is not enough to sign in.
authenticator-why-own = After this, you sign in with your password and a code from your phone. This way, a stolen password is not enough to sign in.
authenticator-step-app = Install any authenticator app on your phone.
authenticator-step-scan = Scan this QR code with the app.
authenticator-qr = QR code with the setup key for your authenticator app
authenticator-secret = Cannot scan it? Enter this setup key in the app:
authenticator-step-code = Enter the 6-digit code from the app.
authenticator-password = Your password
authenticator-password-hint = Enter it again, so that nobody else can set up an app for your account
authenticator-current = Code from your current authenticator app
authenticator-confirm = Confirm
authenticator-replaces = When you confirm, your current authenticator app and recovery codes stop working.

recovery-codes-heading = Your recovery codes
recovery-codes-what = Use one of these codes to sign in when you do not have your phone. Each one works once. Print this page, or copy the codes to a safe place away from your workplace.
recovery-codes-once = They are shown only once. Any recovery codes you had before no longer work.
recovery-codes-kept = I have saved my recovery codes

## The locked desk

lock-heading = Screen locked
lock-why = This screen was not used for { $minutes } minutes. Enter your password to continue, { $name }.
lock-kept = We have kept what you typed. It will be sent when you unlock the screen.
lock-not-kept = What you sent was too large to keep. Send it again after you unlock the screen.
lock-go-on = Unlock
lock-not-you = Not you?
proof-wrong = The password is wrong. Check it and try again

## One's own account

staff-account-heading = Your account
staff-account-name = Name
staff-account-email = Email address
staff-account-changed = Your password has been changed. You have been signed out everywhere else
staff-account-password = Password
staff-account-old = Current password
staff-account-new = New password
staff-account-change = Change password
staff-account-authenticator = Authenticator app
staff-account-none = You have not set one up. With one, a stolen password is not enough to sign in.
staff-account-since = Set up on { $date }.
staff-account-left = { $left ->
    [0] You have no recovery codes left.
    [one] You have 1 recovery code left.
   *[other] You have { $left } recovery codes left.
}
staff-account-few = Create new ones before you run out.
staff-account-set-up = Set up an authenticator app
staff-account-replace = Set up a different authenticator app
staff-account-renew = Create new recovery codes
staff-account-renew-what = Your current recovery codes stop working.
staff-account-sessions = Your sessions
staff-account-everywhere-what = Are you signed in on another computer, or have you lost one? This signs you out everywhere, including here.
staff-account-everywhere = Sign out everywhere

## The team and the settings

team-authenticator-about = If their phone is lost or new and they have no recovery codes, reset their authenticator app. This also signs them out everywhere. Check that they really asked for it.
team-authenticator-reset = Reset { $name }’s authenticator app
team-authenticator-was-reset = The authenticator app has been reset. They now sign in with their password, and set up a new app if your clinic requires one.
settings-staff-authenticator = Staff sign in with
settings-staff-authenticator-yes = A password and a code from an authenticator app
settings-staff-authenticator-yes-hint = Staff who have no app yet set one up the next time they sign in
settings-staff-authenticator-no = A password. An authenticator app is optional
settings-staff = Your staff

## The log

audit-staff-prove-password = Password checked again
audit-staff-unlock = Screen unlocked
audit-staff-clear-locks = Locks after wrong passwords cleared
audit-staff-set-authenticator = Authenticator app set up
audit-staff-renew-recovery-codes = Recovery codes created
audit-staff-reset-authenticator = Authenticator app reset
audit-staff-second-step-missing = Colleague told that the second step never came

## A page that is for others

not-yours-heading = You do not have access to this page
not-yours-managers = Only managers at your clinic can use it. Ask one of them if you need something from it.
not-yours-operators = Only the Patient Connect operator can use it. Ask them if you need something from it.
not-yours-desks = Only clinic staff can use it. Operators do not see patients.
not-yours-go = Go to your start page
