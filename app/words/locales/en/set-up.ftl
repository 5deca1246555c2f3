# Words of the set-up: the first start, colleagues who are invited, mail settings, and what doctor finds.

## What doctor finds: one line each, with what to do next

doctor-database-ok = The database answers, and its tables are up to date.
doctor-database-none = There is no database yet. It is made when the server starts.
doctor-database-behind = { $count ->
    [one] The tables of the database are one step behind this version
   *[other] The tables of the database are { $count } steps behind this version
  }. Run “patient-connect migrate”, or start the server: it does so too.
doctor-database-ahead = The database was used by a newer version of Patient Connect. Install that version.
doctor-database-fault = The database cannot be used: { $reason }. Check the setting database_url, and whether the database runs.
doctor-key-ok = The key file { $path } fits the database, and only its owner can read it.
doctor-key-there = The key file { $path } is there, and only its owner can read it.
doctor-key-none = There is no key file yet. The server makes { $path } beside an empty database when it starts.
doctor-key-open = Others on this machine can read the key file. Run “chmod 600 { $path }”.
doctor-key-missing = The key file { $path } is missing, and the database has data that only it can open. Bring the file back from your backup.
doctor-key-shape = The key file { $path } holds something else than 64 hexadecimal digits. Bring the file back from your backup.
doctor-key-foreign = The key file { $path } belongs to another database. Check the settings key_file and database_url.
doctor-key-unreadable = The key file { $path } cannot be read: { $reason }. Check who owns it.
doctor-url-ok = { $url } answers as it does for visitors.
doctor-url-exposed = { $url } is not encrypted: what patients type could be read on the way. Use https.
doctor-url-another = { $url } answers with status { $status }, and not as Patient Connect does. Check where the proxy in front leads to.
doctor-url-no-host = The name in { $url } leads nowhere. Check the setting public_url, and the name’s entry in DNS.
doctor-url-refused = Nobody answers at { $url }. Start the server, or check the setting public_url and the proxy in front.
doctor-url-silent = { $url } does not answer in time. Check the proxy in front, and the firewall.
doctor-url-tls = Browsers would not trust { $url }: { $reason }. Check its certificate, and how long it is good.
doctor-url-broken = { $url } does not answer as a web server does: { $reason }. Check the proxy in front.
doctor-clock-ok = The clock is right.
doctor-clock-alone = The clock could not be compared with another one. Check it by hand: codes and sessions end by it.
doctor-clock-apart = The clock is { $seconds } seconds away from the one of { $other ->
    [database] the database
   *[url] the web server in front
  }. Let both follow a time server: codes and sessions end by the clock.
doctor-url-referrer = { $url } answers with “Referrer-Policy: { $policy }”, which this server does not send. Remove that header from the reverse proxy, or some browsers cannot send forms.
doctor-mail-ok = The mail server { $server } takes mail from us.
doctor-mail-refused = The mail server refuses this installation: { $reason }. { $count ->
    [one] 1 email waits and is tried again.
   *[other] { $count } emails wait and are tried again.
  } Check the account, the sender and the limits at the mail server.
doctor-mail-files = Mail goes to files, as this server is for this machine alone.
doctor-mail-none = This installation sends no mail, as it was told. Nobody can create an account without it.
doctor-mail-unset = Others can reach this server, but it does not know how to send mail. Set smtp_url, run “patient-connect mail set”, or let an operator choose one on the page “Mail”.
doctor-mail-fault = { $trouble } The mail server is { $server }.
doctor-disk-ok = There is room on the disk of { $path }: { $gigabytes } GB.
doctor-disk-low = The disk of { $path } has only { $megabytes } MB left. Make room soon.
doctor-disk-full = The disk of { $path } is full: { $megabytes } MB are left. Make room now, or nothing can be saved.
doctor-disk-unreadable = Nobody can tell how much room the disk of { $path } has: { $reason }. Check the setting data_dir.
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
doctor-worker-ok = No job waits longer than it has to.
doctor-worker-absent = A job has waited for { $minutes } minutes. Start “patient-connect worker”, or the server without --no-worker.

## Why no talk with the mail server comes about

smtp-no-such-host = The name of the mail server leads nowhere. Check how it is spelled.
smtp-refused = The mail server is not there: the connection was refused. Check its name and port.
smtp-silent = The mail server does not answer in time. Check its name and port, and the firewall.
smtp-tls = The connection to the mail server could not be encrypted: { $reason }. Check the port, and the server’s certificate.
smtp-no-tls = The mail server offers no encryption, so no password and no mail was sent. Check the port.
smtp-sign-in = The mail server did not take the user name and password: { $reason }.
smtp-no-passwords = The mail server accepts no password over SMTP: { $reason }. Microsoft 365 answers like this. Sign in with an access token (the setting smtp_token_file), send through a connector for this server’s IP address, or use another mail service.
smtp-app-password = The mail server wants an app password: { $reason }. Create one in the security settings of the mail account and use it as the password.
smtp-token = The mail server did not take the access token: { $reason }. Check that the program that renews the token runs, and that the token is for SMTP.
smtp-token-file = The access token for the mail server cannot be read: { $reason }. Check the file that smtp_token_file names.
smtp-answer = The mail server turned us away: { $reason }.

## The team: invitations, roles, new passwords

team-mailed = The email is on its way.
team-front-desk-hint = Makes codes and sees requests
team-manager-hint = Also sees the overview and the audit log, and changes settings and the team
team-invitations = Invited
team-invitation-until = Link works until
team-invitation-ended = It ended on { $date }
team-invitation-change = Change
team-invite-again = Send { $name } a new link
team-withdraw = Withdraw { $name }’s invitation
team-invite-heading = Invite a colleague
team-invite-about = They get an email with a link. There they choose their own password. The link works once, for { $days } days.
team-invite = Send invitation
their-name-empty = Enter their name
their-email-empty = Enter their email address
team-email-taken = Somebody signs in to a desk with this address already. Use another one
team-already-invited = This address has an invitation. Send it again from the list, or withdraw it first
team-no-role = Choose what they do at the desk
team-invitation-over = That invitation was used or withdrawn in the meantime. Nothing was changed
colleague-back = The whole team
colleague-who = { $email }, { $role }
colleague-set-role = Save role
colleague-role-changed = Saved. It holds from their next click on
colleague-last-manager = Somebody has to manage the team. Make another colleague a manager first
colleague-password = Forgotten password
colleague-password-about = They get an email with a link to choose a new one. It works once, for { $minutes } minutes. Make sure that it was them who asked.
colleague-password-send = Send a link for a new password
colleague-shut-out = They are shut out. Let them in again on the team’s page first.
audit-staff-invite = Colleague invited
audit-staff-withdraw-invitation = Invitation withdrawn
audit-staff-join = Invitation accepted
audit-staff-send-password-link = Link for a new password sent
audit-staff-set-role = Role changed

## Where the link of an invitation leads

join-heading = Work at the desk of { $clinic }
join-new-password-heading = Choose a new password
join-about = Hello { $name }. Choose a password. Nobody else gets to know it.
join-save = Save password
join-used = This link has been used
join-used-next = It works once. Was it you? Then sign in with the password you chose. If it was not you, tell a manager of your clinic now.
join-email-taken = Somebody signs in to a desk with this email address already. If that is you, sign in. If it is not, ask a manager of your clinic for an invitation to another address.
join-withdrawn = This link was withdrawn
join-withdrawn-next = { $clinic } took it back, or sent you a newer one. Use the newest email, or ask a manager there for a new link.
join-expired = This link ended on { $at }
join-expired-next = Ask a manager of { $clinic } to send it again.
join-unknown = We do not know this link
join-unknown-next = Check that you opened the whole link from your newest email. If it still does not work, ask a manager of your clinic to send it again.
join-done = Your password is saved
join-done-next = You can sign in with it now.

## The first start

set-up-heading = Set Patient Connect up
set-up-about = You are the first one here. Tell us about your clinic and about yourself. Everything can be changed later.
set-up-clinic-heading = Your clinic
set-up-clinic = Name of the clinic
set-up-clinic-hint = As patients know it
set-up-phone = Phone number
set-up-phone-hint = Every page tells patients to call it when something is wrong
set-up-manager-heading = You
set-up-manager-about = You manage the clinic’s desk: you can invite colleagues and change its settings.
set-up-mail = Email
set-up-mail-about = Patients get their codes by email, and the six digits that they need to create an account.
set-up-mail-configured = The settings of this server say how mail leaves. There is nothing to fill in.
set-up-save = Set up
set-up-clinic-empty = Enter the name of the clinic
set-up-phone-empty = Enter the phone number of the clinic
set-up-unavailable = Sorry, there is a problem. Nothing was saved, and what you typed is kept. Try again in a minute
set-up-over = This link does not work any more
set-up-over-next = A set-up link works once. If Patient Connect is set up already, sign in. If it is not, start the server again: it prints a new link, and only the newest one works.
set-up-done = Patient Connect is set up
set-up-done-next = Sign in with the email address and the password you chose.

## The mail server

mail-legend = How does mail leave?
mail-with-server = Through a mail server
mail-without = Without email for now
mail-without-hint = Codes go out as letters. Patients who have no account yet cannot create one until there is a mail server.
mail-server = Name of the mail server
mail-server-hint = For example: mail.example.org
mail-port = Port
mail-port-hint = Leave it empty for the usual one
mail-security = Encryption
mail-security-required = Started by the server’s STARTTLS (most servers, port 587)
mail-security-wrapped = From the first byte (TLS, port 465)
mail-security-offered = Only if the server offers it (a relay without a password, port 25)
mail-security-off = None (only for a server on this machine, port 25)
mail-user = User name
mail-user-hint = Leave it empty if the server asks for none
mail-password = Password of the mail server
mail-password-hint = It is never shown again: type it each time
mail-from = Sender’s address
mail-from-hint = Mail to patients comes from it
mail-from-empty = Enter the address that mail comes from
mail-choice = Choose how mail leaves
mail-server-empty = Enter the name of the mail server
mail-server-wrong = This is no name of a server. Leave out smtp:// and the port
mail-port-wrong = A port is a number from 1 to 65535
mail-security-empty = Choose how the connection is encrypted
mail-in-the-clear = Others could read the password on the way. Choose one of the first two
mail-user-empty = Enter the user name that the password belongs to
mail-password-empty = Enter the password of this user
mail-test-heading = Try it out first
mail-test-about = Sends one email by what you typed above. Nothing is saved.
mail-test-to = Send the test to
mail-test-to-empty = Enter the address that the test goes to
mail-test = Send a test mail
mail-test-without = A test mail needs a mail server. Choose the first answer
mail-test-sent = The mail server took the test mail to { $to }
mail-test-sent-next = Look into that mailbox. Type the passwords once more before you save: pages do not keep them.
mail-test-failed = No test mail was sent to { $to }
mail-test-refused = The mail server did not take the mail: { $reason }
mail-test-unknown = The connection broke after the mail, so nobody knows whether it was sent: { $reason }
