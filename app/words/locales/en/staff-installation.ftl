# What an operator sees: the installation, its mail, its checks, and its clinics by name. No patients.

installation-heading = Installation
installation-about = You run Patient Connect for the clinics below. You see no patients: each clinic’s own staff do.
installation-back = The installation
installation-mail-heading = Mail
installation-mail-server = Mail leaves through { $server }.
installation-mail-files = Mail goes to files on this machine, as nobody else can reach this server.
installation-mail-none = This installation sends no mail, as it was told. Nobody can create an account without it.
installation-mail-unset = Nobody has said yet how mail leaves
installation-mail-unset-next = Codes, invitations and the digits for new accounts wait until there is a mail server.
installation-mail-change = Change it or try it out
installation-mail-configured = The settings of this server say so. Change them there, and start it again.
installation-mail-save = Save
installation-mail-saved = Saved. Every mail leaves this way from now on
installation-mail-changed = Another operator changed the mail server while the page was open. Check what you typed and save again
installation-mail-tested-next = Look into that mailbox. Nothing was saved yet by this test.
mail-password-kept = Leave it empty to keep the password that is stored for this server and user
mail-test-about-configured = Sends one email by the settings of this server.

texts-heading = Public pages
texts-about = Every page for patients links to these five. Write what is true for your organisation, such as who you are and how to reach you.
texts-see-all = See the texts
texts-page = Page
texts-text = Text
texts-own = Written by an operator
texts-standard = Comes with Patient Connect
texts-saved = Saved. The page shows it from now on.
texts-label = Text
texts-hint = Plain text, up to { $max } characters. Leave an empty line between paragraphs. Leave it empty to show the text that comes with Patient Connect.
texts-save = Save
texts-see = See the page
texts-now = What the page shows now
texts-long = The text must be { $max } characters or fewer
texts-hidden = The text contains a hidden character. Type it instead of pasting it
texts-changed = Another operator changed this text while the page was open. Compare it with what the page shows now, and save again

checks-heading = Checks
checks-about = Looks at the database, the key file, the public address, the clock, the mail server, the disk, the fonts of letters and the worker, and says what to do about what is wrong. It takes up to half a minute when something does not answer.
checks-now = Check everything now
checks-again = Check again
checks-fine = Everything is as it has to be.
checks-warnings = { $count ->
    [one] It works. One thing needs your attention.
   *[other] It works. { $count } things need your attention.
}
checks-faults = { $count ->
    [one] One thing does not work.
   *[other] { $count } things do not work.
}
checks-what = What
checks-level = How it is
checks-words = What it means
checks-database = Database
checks-key-file = Key file
checks-public-url = Public address
checks-clock = Clock
checks-mail = Mail
checks-disk = Disk
checks-fonts = Fonts of letters
checks-worker = Worker
checks-ok = Good
checks-warning = Needs attention
checks-fault = Does not work

locks-heading = Sign-in locks
locks-what = After wrong passwords or codes, an account has to wait before the next try.
locks-see = See and clear locks
locks-about = These accounts have to wait after wrong passwords or codes. If someone asks you to clear a lock, check first that the account is theirs. Times are in UTC.
locks-staff = Staff
locks-patients = Patients
locks-none = No account is locked.
locks-until = Locked until
locks-change = Action
locks-clear = Clear the lock of { $email }
locks-cleared = The lock is cleared. They can sign in now
locks-unknown = There is no account with this email address any more. Nothing was changed

clinics-heading = Clinics
clinics-none = There is no clinic yet. Add the first one.
clinics-new = Add a clinic
clinics-add = Add clinic and invite
clinics-name = Clinic
clinics-managers = Managers
clinics-unmanaged = Nobody. Invite a manager
clinics-invited = { $count ->
    [one] One is invited, nobody has come yet
   *[other] { $count } are invited, nobody has come yet
}
clinics-managed = { $count }
clinic-phone = Phone: { $phone }
clinic-manager-heading = Its first manager
clinic-manager-about = They get an email with a link. There they choose their own password. The link works once, for { $days } days. Managers see the clinic’s patients.
clinic-invite-heading = Invite a manager
clinic-already-invited = This address has an invitation to this clinic. Send it again from the list above, or ask a manager there to withdraw it
clinic-no-manager = Nobody manages this clinic yet.
clinic-managers-about = A manager forgot the password, or lost the phone with the authenticator? Make sure that it is really them who ask. The link for a new password works once, for { $minutes } minutes.
clinic-help = Help
clinic-send-password = Send { $name } a link for a new password
clinic-authenticator-reset = The authenticator is taken away. They set up a new one when they sign in next
clinic-over = That was used, withdrawn or changed in the meantime. Nothing was done
