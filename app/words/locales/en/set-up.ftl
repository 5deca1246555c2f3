# Words of the set-up: the first start, colleagues who are invited, mail settings, and what doctor finds.

## What doctor finds: one line each, with what to do next

doctor-database-ok = The database is reachable and its schema is up to date.
doctor-database-none = There is no database yet. The server creates it when it starts.
doctor-database-behind = { $count ->
    [one] The database schema is 1 migration behind this version
   *[other] The database schema is { $count } migrations behind this version
    }. Run “patient-connect migrate”, or start the server, which also migrates.
doctor-database-ahead = A newer version of Patient Connect has used this database. Install that version or a later one.
doctor-database-fault = The database cannot be used: { $reason }. Check the setting database_url, and check that the database is running.
doctor-key-ok = The key file { $path } matches the database, and only its owner can read it.
doctor-key-there = The key file { $path } exists, and only its owner can read it.
doctor-key-none = There is no key file yet. When the server starts with an empty database, it creates { $path }.
doctor-key-open = Other users of this machine can read the key file. Run “chmod 600 { $path }”.
doctor-key-missing = The key file { $path } is missing, and the database contains data that cannot be read without it. Restore the file from your backup.
doctor-key-shape = The key file { $path } does not contain 64 hexadecimal digits. Restore the file from your backup.
doctor-key-foreign = The key file { $path } belongs to another database. Check the settings key_file and database_url.
doctor-key-unreadable = The key file { $path } cannot be read: { $reason }. Check its owner and permissions.
doctor-url-ok = { $url } responds correctly.
doctor-url-exposed = { $url } is not encrypted, so others could read what patients type. Use https.
doctor-url-another = { $url } responds with status { $status }, but not as Patient Connect would. Check where the reverse proxy sends requests.
doctor-url-no-host = The host name in { $url } cannot be resolved. Check the setting public_url and its DNS record.
doctor-url-refused = Nothing is listening at { $url }. Start the server, or check the setting public_url and the reverse proxy.
doctor-url-silent = { $url } did not respond in time. Check the reverse proxy and the firewall.
doctor-url-tls = Browsers will not trust { $url }: { $reason }. Check its certificate and the certificate’s expiry date.
doctor-url-broken = { $url } does not respond like a web server: { $reason }. Check the reverse proxy.
doctor-clock-ok = The clock is correct.
doctor-clock-alone = The clock could not be compared with another clock. Check it yourself: codes and sessions expire by this clock.
doctor-clock-apart = The clock differs by { $seconds } seconds from the clock of { $other ->
    [database] the database
   *[url] the web server at the public URL
    }. Synchronise both with a time server: codes and sessions expire by the clock.
doctor-url-referrer = { $url } answers with “Referrer-Policy: { $policy }”, which this server does not send. Remove that header from the reverse proxy, or some browsers cannot send forms.
doctor-mail-ok = The mail server { $server } accepts email from us.
doctor-mail-refused = The mail server refuses this installation: { $reason }. { $count ->
    [one] 1 email waits and is tried again.
   *[other] { $count } emails wait and are tried again.
  } Check the account, the sender and the limits at the mail server.
doctor-mail-files = Email is saved to files, because only this machine can reach the server.
doctor-mail-none = Email is switched off in the configuration. Without email, nobody can create an account.
doctor-mail-unset = Other machines can reach this server, but it has no mail server to send email through. Set smtp_url, run “patient-connect mail set”, or let an operator set one on the page “Email”.
doctor-mail-fault = { $trouble } The mail server is { $server }.
doctor-disk-ok = The disk with { $path } has { $gigabytes } GB free.
doctor-disk-low = The disk with { $path } has only { $megabytes } MB free. Free up space soon.
doctor-disk-full = The disk with { $path } is full ({ $megabytes } MB free). Free up space now, or nothing can be saved.
doctor-disk-unreadable = The free space on the disk with { $path } cannot be read: { $reason }. Check the setting data_dir.
doctor-disk-network = The database is in { $path }, on a network file system ({ $system }). Two machines could write to it at once and break it. Put it on a disk of this machine with data_dir, or use PostgreSQL with database_url.
doctor-disk-shared = The database is in { $path }, on a file system ({ $system }) that may belong to another machine. SQLite can break there. Put it on a disk of this machine with data_dir, or use PostgreSQL with database_url.
doctor-fonts-ok = Letters as PDF can show names in every script that was tried.
doctor-fonts-missing = Letters as PDF cannot show names in: { $scripts }. Install the Debian packages { $packages }, or name other folders with the setting fonts. Until then, print such a letter from the browser.
doctor-fonts-broken = The font for letters cannot be read. Install the server again.
doctor-script = { $script ->
    [Arab] Arabic
    [Armn] Armenian
    [Beng] Bengali
    [Cyrl] Cyrillic
    [Deva] Devanagari
    [Ethi] Ethiopic
    [Geor] Georgian
    [Grek] Greek
    [Gujr] Gujarati
    [Guru] Gurmukhi
    [Hani] Chinese
    [Hang] Korean
    [Hebr] Hebrew
    [Hrkt] Japanese
    [Knda] Kannada
    [Khmr] Khmer
    [Laoo] Lao
    [Mlym] Malayalam
    [Mymr] Burmese
    [Sinh] Sinhala
    [Taml] Tamil
    [Telu] Telugu
    [Thai] Thai
    [Tibt] Tibetan
   *[Zsye] emoji
}
doctor-worker-ok = No job is overdue.
doctor-worker-absent = A job has been waiting for { $minutes } minutes. Start “patient-connect worker”, or start the server without --no-worker.

## Why no talk with the mail server comes about

smtp-no-such-host = The name of the mail server cannot be resolved. Check the spelling.
smtp-refused = The mail server refused the connection. Check its name and port.
smtp-silent = The mail server did not respond in time. Check its name and port, and the firewall.
smtp-tls = An encrypted connection to the mail server could not be made: { $reason }. Check the port and the server’s certificate.
smtp-no-tls = The mail server does not offer encryption, so we sent no password and no email. Check the port.
smtp-sign-in = The mail server rejected the user name or password: { $reason }.
smtp-no-passwords = The mail server does not accept passwords over SMTP: { $reason }. Microsoft 365 responds like this. Sign in with an access token (the setting smtp_token_file), send through a connector for this server’s IP address, or use another mail service.
smtp-app-password = The mail server wants an app password: { $reason }. Create one in the security settings of the mail account and use it as the password.
smtp-token = The mail server rejected the access token: { $reason }. Check that the program that renews the token is running, and that the token is for SMTP.
smtp-token-file = The access token for the mail server cannot be read: { $reason }. Check the file that the setting smtp_token_file names.
smtp-answer = The mail server rejected the connection: { $reason }.

## The team: invitations, roles, new passwords

team-mailed = We are sending the email.
team-front-desk-hint = Creates codes and sees requests
team-manager-hint = Also sees the overview and audit log, and changes settings and the team
team-invitations = Invitations
team-invitation-until = Link expires
team-invitation-ended = Expired on { $date }
team-invitation-change = Actions
team-invite-again = Send { $name } a new link
team-withdraw = Cancel { $name }’s invitation
team-invite-heading = Invite a colleague
team-invite-about = They get an email with a link to choose their own password. The link works once and expires after { $days } days.
team-invite = Send invitation
their-name-empty = Enter their name
their-email-empty = Enter their email address
team-email-taken = Someone already signs in with this email address. Use a different one
team-already-invited = This address already has an invitation. Send it again from the list, or cancel it first
team-no-role = Choose a role
team-invitation-over = This invitation has already been used or cancelled. Nothing was changed
colleague-back = Back to the team
colleague-who = { $email }, { $role }
colleague-set-role = Save role
colleague-role-changed = Saved. The new role applies from their next click
colleague-last-manager = The team needs at least one manager. Make someone else a manager first
colleague-password = Forgotten password
colleague-password-about = They get an email with a link to choose a new password. It works once and expires after { $minutes } minutes. Check that they really asked for it.
colleague-password-send = Send a password reset link
colleague-shut-out = This account is deactivated. Reactivate it on the team page first.
audit-staff-invite = Staff member invited
audit-staff-withdraw-invitation = Invitation cancelled
audit-staff-join = Invitation accepted
audit-staff-send-password-link = Password reset link sent
audit-staff-set-role = Role changed

## Where the link of an invitation leads

join-heading = Join { $clinic } on Patient Connect
join-new-password-heading = Choose a new password
join-about = Hello { $name }. Choose a password. Nobody else will know it.
join-save = Save password
join-used = This link has already been used
join-used-next = It works only once. If you used it, sign in with the password you chose. If you did not, tell a manager at your clinic now.
join-email-taken = Someone already signs in with this email address. If that is you, sign in. If it is not, ask a manager at your clinic to invite you at a different address.
join-withdrawn = This link has been cancelled
join-withdrawn-next = { $clinic } has cancelled it or sent you a newer one. Use the newest email, or ask a manager there for a new link.
join-expired = This link expired on { $at }
join-expired-next = Ask a manager at { $clinic } to send you a new one.
join-unknown = We do not recognise this link
join-unknown-next = Check that you opened the whole link from your newest email. If it still does not work, ask a manager at your clinic to send you a new one.
join-done = Your password is saved
join-done-next = You can now sign in with it.

## The first start

set-up-heading = Set up Patient Connect
set-up-about = You are the first person here. Tell us about your clinic and about yourself. You can change everything later.
set-up-clinic-heading = Your clinic
set-up-clinic = Clinic name
set-up-clinic-hint = The name patients know
set-up-phone = Phone number
set-up-phone-hint = Pages tell patients to call this number when something goes wrong
set-up-manager-heading = You
set-up-manager-about = You will manage the clinic’s staff and settings.
set-up-mail = Email
set-up-mail-about = We email patients their codes, and the 6 digits they need to create an account.
set-up-mail-configured = Email is set up in this server’s configuration. There is nothing to fill in.
set-up-save = Set up
set-up-clinic-empty = Enter the clinic name
set-up-phone-empty = Enter the clinic’s phone number
set-up-unavailable = Something went wrong on our side. Nothing was saved. What you typed is still here. Try again in a minute
set-up-over = This link no longer works
set-up-over-next = A set-up link works once. If Patient Connect is already set up, sign in. If it is not, restart the server. It prints a new link, and only the newest link works.
set-up-done = Patient Connect is set up
set-up-done-next = Sign in with the email address and password you chose.

## The mail server

mail-legend = How do you want to send email?
mail-with-server = Through a mail server
mail-without = No email for now
mail-without-hint = Codes go out by letter only. Patients without an account cannot create one until you add a mail server.
mail-server = Mail server name
mail-server-hint = For example: mail.example.org
mail-port = Port
mail-port-hint = Leave this empty to use the standard port
mail-security = Encryption
mail-security-required = STARTTLS (most servers, port 587)
mail-security-wrapped = TLS from the start (port 465)
mail-security-offered = STARTTLS if the server offers it (a relay without a password, port 25)
mail-security-off = None (only for a mail server on this machine, port 25)
mail-user = User name
mail-user-hint = Leave this empty if the server does not need one
mail-password = Mail server password
mail-password-hint = We never show it again, so you need to enter it each time
mail-from = Sender address
mail-from-hint = Patients get email from this address
mail-from-empty = Enter the sender address
mail-choice = Choose how to send email
mail-server-empty = Enter the mail server name
mail-server-wrong = Enter the server name only, without smtp:// or a port
mail-port-wrong = Enter a port from 1 to 65535
mail-security-empty = Choose how to encrypt the connection
mail-in-the-clear = Without encryption, others could read the password. Choose one of the first two options
mail-user-empty = Enter the user name for this password
mail-password-empty = Enter the password for this user name
mail-test-heading = Test it first
mail-test-about = Sends one email with the settings above. Nothing is saved.
mail-test-to = Send the test email to
mail-test-to-empty = Enter an address for the test email
mail-test = Send test email
mail-test-without = A test email needs a mail server. Choose “Through a mail server”
mail-test-sent = The mail server accepted the test email to { $to }
mail-test-sent-next = Check that mailbox. Before you save, enter the passwords again, because this page does not keep them.
mail-test-failed = The test email to { $to } was not sent
mail-test-refused = The mail server rejected the email: { $reason }
mail-test-unknown = The connection failed while we were sending, so we do not know whether the email was sent: { $reason }
