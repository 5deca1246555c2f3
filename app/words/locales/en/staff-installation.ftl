# What an operator sees: the installation, its mail, its checks, and its clinics by name. No patients.

installation-heading = Installation
installation-about = You run Patient Connect for the clinics below. You do not see patients. Only each clinic’s own staff do.
installation-back = Back to the installation
installation-mail-heading = Email
installation-mail-server = Email is sent through { $server }.
installation-mail-files = Email is saved to files on this machine, because nobody else can reach this server.
installation-mail-none = Email is switched off in the configuration. Without email, nobody can create an account.
installation-mail-unset = No mail server has been set up
installation-mail-unset-next = Codes, invitations and the digits for new accounts are not sent until you set up a mail server.
installation-mail-change = Change or test email
installation-mail-configured = This is set in the server’s configuration. Change it there and restart the server.
installation-mail-save = Save
installation-mail-saved = Saved. All email is now sent this way
installation-mail-changed = Another operator changed the mail server while the page was open. Check what you typed and save again
installation-mail-tested-next = Check that mailbox. The test did not save anything.
mail-password-kept = Leave this empty to keep the stored password for this server and user name
mail-test-about-configured = Sends one email with this server’s settings.

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

checks-heading = System checks
checks-about = Checks the database, the key file, the public URL, the clock, the mail server, the disk, the fonts of letters and the worker, and tells you how to fix any problem. This can take up to 30 seconds.
checks-now = Run all checks
checks-again = Run checks again
checks-fine = All checks passed.
checks-warnings = { $count ->
    [one] Nothing failed. There is 1 warning.
   *[other] Nothing failed. There are { $count } warnings.
    }
checks-faults = { $count ->
    [one] 1 check failed.
   *[other] { $count } checks failed.
    }
checks-what = Check
checks-level = Result
checks-words = Details
checks-database = Database
checks-key-file = Key file
checks-public-url = Public URL
checks-clock = Clock
checks-mail = Email
checks-disk = Disk
checks-fonts = Fonts of letters
checks-worker = Worker
checks-ok = Passed
checks-warning = Warning
checks-fault = Failed

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
locks-unknown = There is no longer an account with this email address. Nothing was changed

clinics-heading = Clinics
clinics-none = There are no clinics yet. Add the first one.
clinics-new = Add a clinic
clinics-add = Add clinic and send invitation
clinics-name = Clinic
clinics-managers = Managers
clinics-unmanaged = No manager. Invite one
clinics-invited = { $count ->
    [one] 1 invited, not joined yet
   *[other] { $count } invited, none joined yet
    }
clinics-managed = { $count }
clinic-phone = Phone: { $phone }
clinic-manager-heading = First manager
clinic-manager-about = They get an email with a link to choose their own password. The link works once and expires after { $days } days. Managers see the clinic’s patients.
clinic-invite-heading = Invite a manager
clinic-already-invited = This address already has an invitation to this clinic. Send it again from the list above, or ask a manager there to cancel it
clinic-no-manager = This clinic has no manager yet.
clinic-managers-about = Has a manager forgotten the password, or lost the phone with the authenticator app? Check that they really asked for help. The password reset link works once and expires after { $minutes } minutes.
clinic-help = Actions
clinic-send-password = Send { $name } a password reset link
clinic-authenticator-reset = The authenticator app has been reset. They set up a new one the next time they sign in
clinic-over = This has already been used, cancelled or changed. Nothing was done
