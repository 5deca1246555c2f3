# Who may come to the desk, and how they prove it: codes, authenticators, the locked desk, one's own account.

## The second step at the door

code-step-heading = Enter the code from your authenticator
code-step-hint = Open the app on your phone. It shows 6 digits for Patient Connect, and new ones every 30 seconds.
code-step-label = 6 digits
code-step-cannot = I cannot use my authenticator
code-step-start-over = Start again with another address
recovery-step-heading = Enter one of your recovery codes
recovery-step-hint = You printed 10 of them when you set up your authenticator. They look like JKYZ-QNMN-VHRX. Each works once.
recovery-step-label = Recovery code
recovery-step-none = You have none? Ask a manager of your clinic to reset your authenticator. Managers ask whoever runs Patient Connect for it.
recovery-step-back = Use the authenticator after all
code-step-empty = Enter the code
code-step-shape = A code has 6 digits, a recovery code 12 letters. Check what you typed
code-step-wrong = This code is not right, or was used before. Wait for the next one and try again. Check the clock of your phone. Here it is { $clock } UTC
recovery-step-wrong = This recovery code is not right, or was used before. Try another one

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
prove-kept = What you sent is kept. It is sent as soon as you confirm.
prove-missing = Your clinic requires an authenticator app. Set one up, then make this change again.
prove-code = Code from your authenticator app
prove-code-hint = 6 digits, or one of your recovery codes

## Setting up an authenticator

authenticator-heading = Set up your authenticator
authenticator-why = You need a code from your phone beside your password: a stolen password alone then opens nothing.
authenticator-why-own = From then on you sign in with your password and a code from your phone. A stolen password alone then opens nothing.
authenticator-step-app = Install an authenticator app on your phone. Any of them will do.
authenticator-step-scan = Scan this picture with the app.
authenticator-qr = QR code with the secret of your authenticator
authenticator-secret = You cannot scan it? Type this into the app:
authenticator-step-code = Enter the 6 digits that the app shows.
authenticator-password = Your password
authenticator-password-hint = Once more, so that nobody else sets one up at your desk
authenticator-current = Code from your current authenticator app
authenticator-confirm = Confirm
authenticator-replaces = The authenticator you have now stops working when you confirm. So do your recovery codes.

recovery-codes-heading = Your recovery codes
recovery-codes-what = Each of these codes lets you in once when you do not have your phone. Print this page, or copy them to a safe place. Keep them away from your desk.
recovery-codes-once = They are shown this once: nobody can read them later. Codes you had before do not work any more.
recovery-codes-kept = I have kept them

## The locked desk

lock-heading = Locked
lock-why = Nobody worked here for { $minutes } minutes. Enter your password to go on, { $name }.
lock-kept = What you typed is kept. It is sent as soon as you are back.
lock-not-kept = What you sent was too large to be kept. Send it again when you are back.
lock-go-on = Go on
lock-not-you = Not you?
proof-wrong = This is not the password. Check it and try again

## One's own account

staff-account-heading = Your account
staff-account-name = Name
staff-account-email = Email address
staff-account-changed = Your password is changed. All your other sessions have ended
staff-account-password = Password
staff-account-old = Your password now
staff-account-new = New password
staff-account-change = Change password
staff-account-authenticator = Authenticator
staff-account-none = You have none. With one, a stolen password alone opens nothing.
staff-account-since = You have had one since { $date }.
staff-account-left = { $left ->
    [0] You have no recovery codes left.
    [one] You have 1 recovery code left.
   *[other] You have { $left } recovery codes left.
}
staff-account-few = Make new ones before you need them.
staff-account-set-up = Set up an authenticator
staff-account-replace = Set up another authenticator
staff-account-renew = Make new recovery codes
staff-account-renew-what = The codes you have now stop working.
staff-account-sessions = Your sessions
staff-account-everywhere-what = Are you signed in on another computer, or did you lose one? This ends all your sessions at once, here too.
staff-account-everywhere = Sign out everywhere

## The team and the settings

team-authenticator-about = Is their phone lost or new, and have they no recovery code? A reset takes their authenticator away and ends their sessions. See that it is really them who ask.
team-authenticator-reset = Reset the authenticator of { $name }
team-authenticator-was-reset = The authenticator is reset. They sign in with their password now, and set up a new one if your clinic asks for it.
settings-staff-authenticator = Staff sign in with
settings-staff-authenticator-yes = A password and a code from an authenticator app
settings-staff-authenticator-yes-hint = Whoever has none yet sets one up at their next sign-in
settings-staff-authenticator-no = A password, and a code for those who want one
settings-staff = Your staff

## The log

audit-staff-prove-password = Password asked for once more
audit-staff-unlock = Desk unlocked
audit-staff-clear-locks = Locks after wrong passwords cleared
audit-staff-set-authenticator = Authenticator set up
audit-staff-renew-recovery-codes = Recovery codes made
audit-staff-reset-authenticator = Authenticator reset
audit-staff-second-step-missing = Colleague told that the second step never came

## A page that is for others

not-yours-heading = This page is not for you
not-yours-managers = Managers of your clinic use it. Ask one of them if you need something from it.
not-yours-operators = Whoever runs Patient Connect uses it. Ask them if you need something from it.
not-yours-desks = It belongs to a clinic’s desk. Whoever runs the installation sees no patients.
not-yours-go = Go to your pages
