# The words of our mails. The text and the HTML part are laid out from the same blocks, so each sentence stands here once.

mail-connect-subject = Your connection code from { $clinic }
mail-connect-why = { $clinic } has invited you to connect a health record to them with Patient Connect. This is your code:
mail-connect-link = To start, open this page:
mail-connect-ends = This code expires on { $date }.
mail-connect-step-open = Open the page above. If your code is not already there, type it in. Capital letters and dashes do not matter.
mail-connect-step-answer = Answer the question you agreed with { $clinic }. To keep it safe, the question is not in this email.
mail-connect-step-choose = Sign in or create an account, then choose the record to connect. You will see what { $clinic } will be able to do before you say yes.
mail-connect-help = Need help? Call { $clinic } on { $phone }.
mail-connect-scam = Keep this code to yourself. { $clinic } will never phone or email you to ask for your code or your answer.
mail-connect-unexpected = Not expecting this? Do not use the code. Call { $clinic } on { $phone }.

mail-reminder-subject = A reminder from { $clinic }
mail-reminder-why = { $clinic } invited you to connect a health record to them with Patient Connect. You have not used your code yet.
mail-reminder-code = Your code is in the letter or email from { $clinic } dated { $date }. To keep it safe, it is not in this email.
mail-reminder-link = When you have your code ready, open this page:
mail-reminder-lost = Have you lost the code or forgotten the answer? Call { $clinic } on { $phone }. They can give you a new code.
mail-reminder-unwanted = If you do not want to connect, you do not need to do anything. The code will expire.

mail-stopped-subject = Your code from { $clinic } is locked
mail-stopped-why = The answer to your question was wrong too many times, so your code from { $clinic } no longer works. This keeps your record safe.
mail-stopped-next = Call { $clinic } on { $phone } and ask for a new code. You do not need to visit.
mail-stopped-unexpected = If this was not you, someone else has used your code. They did not get any further. Tell { $clinic } when you call.

mail-digits-subject = Your 6 digits for Patient Connect
mail-digits-why = Enter these digits on the page where you are creating your account:
mail-digits-link = Is that page gone? Open this one, and enter the password that you chose:
mail-digits-ends = Digits and link work for { $minutes } minutes.
mail-digits-scam = Do not give these digits or this link to anyone. Nobody from Patient Connect or a clinic will ever ask you for them.
mail-digits-unexpected = If this was not you, someone may have typed your email address by mistake. You do not need to do anything.

mail-known-subject = You already have a Patient Connect account
mail-known-why = Someone, perhaps you, tried to create an account with this email address. You already have an account, so we did not create a new one.
mail-known-link = Sign in here:
mail-known-forgot = Forgotten your password? Choose a new one here:
mail-known-unexpected = If this was not you, nothing has changed and nobody has seen your records.

mail-receipt-subject = You are connected to { $clinic }
mail-receipt-why = One of your health records is now connected to { $clinic }.
mail-receipt-record = Your record “{ $record }” is now connected to { $clinic }.
mail-receipt-link = To see what they can do, or to disconnect, open this page:
mail-receipt-change = Is it the wrong record? Change it within { $hours } hours of connecting:
mail-receipt-unexpected = If this was not you, disconnect on that page and call { $clinic } on { $phone }.

mail-record-changed-subject = You changed the record connected to { $clinic }
mail-record-changed-why = Another of your health records is now connected to { $clinic }.
mail-record-changed-to = Your record “{ $record }” is now connected to { $clinic }.
mail-record-changed-former = We ended the connection to the wrong record. If { $clinic } has already read that record, it may keep what it has read. Ask about it on { $phone }.

mail-test-subject = Test email from Patient Connect
mail-test-why = This email shows that Patient Connect can send email to you. You do not need to do anything.
mail-test-link = It was sent by the installation at:

mail-invitation-subject = You are invited to join { $clinic } on Patient Connect
mail-invitation-why = You have been invited by { $by } to join { $clinic } on Patient Connect, where staff create codes for patients.
mail-invitation-link = To join, open this page and choose a password:
mail-invitation-ends = The link works once and expires on { $date }.
mail-invitation-unexpected = Not expecting this? Ask { $by }. If it was a mistake, you do not need to do anything.

mail-new-password-subject = Choose a new password for Patient Connect
mail-new-password-why = This link was sent to you by { $by }. Use it to choose a new password for { $clinic } on Patient Connect.
mail-new-password-link = Open this page and choose a new password:
mail-new-password-ends = The link works once and expires on { $at }. Your old password works until you choose a new one.
mail-new-password-unexpected = If you did not ask for this, tell { $by }. You do not need to do anything else.

mail-authenticator-reset-subject = Your authenticator app for Patient Connect was reset
mail-authenticator-reset-why = The authenticator app you sign in with was reset by { $by }. Its codes no longer work for Patient Connect, and you have been signed out everywhere.
mail-authenticator-reset-next = Your password has not changed. If you need an authenticator app, you will set one up the next time you sign in.
mail-authenticator-reset-link = Sign in here:
mail-authenticator-reset-unexpected = If you did not ask for this, tell { $by } now and change your password under “Your account”. Until you do, your password alone may be enough to sign in.
mail-by-operator = the Patient Connect operator

mail-disconnected-subject = You are no longer connected to { $clinic }
mail-disconnected-why = You have disconnected one of your health records from { $clinic }. They can no longer see or change it here.
mail-disconnected-kept = { $clinic } may keep copies of information it has already read. To ask about this, call { $phone }.
mail-disconnected-link = To see your connections, open this page:
mail-disconnected-again = You can connect again with the same code while it still works, or with a new one from { $clinic }.

mail-reset-subject = Choose a new password for Patient Connect
mail-reset-why = Someone, perhaps you, asked for a new password for this email address. Type these digits on the page where you asked:
mail-reset-why-link = Someone, perhaps you, asked for a new password for this email address.
mail-reset-link = Or open this page, and choose your new password there:
mail-reset-link-only = Open this page, and choose your new password there:
mail-reset-ends = You can use this email once, for { $minutes } minutes. Your old password works until then.
mail-reset-guessed = This email has no digits, because someone entered wrong digits for your account too many times today.
mail-reset-scam = Do not give these digits or this link to anyone. Patient Connect and your clinic will never ask you for them.
mail-reset-unexpected = Was this not you? Then you do not need to do anything. Your password has not changed.

mail-no-account-subject = You have no Patient Connect account with this address
mail-no-account-why = Someone, perhaps you, asked for a new password for this email address. It has no Patient Connect account.
mail-no-account-other = Do you have another email address? Try that one:
mail-no-account-create = Or create an account:
mail-no-account-unexpected = Was this not you? Then you do not need to do anything.

mail-password-changed-subject = Your Patient Connect password was changed
mail-password-changed-why = The password of your account was changed on { $at }. You are signed out everywhere else.
mail-password-changed-yours = Was this you? Then you do not need to do anything.
mail-password-changed-link = Was this not you? Choose a new password now:
mail-password-changed-check = Then look at your connections, and disconnect the ones you do not know:

mail-authenticator-set-subject = Your Patient Connect account has an authenticator app
mail-authenticator-set-why = An authenticator app was set up for your account on { $at }. You need its code to sign in.
mail-authenticator-replaced-subject = Your authenticator app for Patient Connect was replaced
mail-authenticator-replaced-why = The authenticator app of your account was replaced on { $at }. The old app and the old recovery codes no longer work.
mail-recovery-codes-subject = You have new recovery codes for Patient Connect
mail-recovery-codes-why = New recovery codes were created for your account on { $at }. The old ones no longer work.
mail-second-step-subject = Someone entered your Patient Connect password
mail-second-step-why = On { $at } someone entered the right password for your account. The code from your authenticator app did not follow, so nobody is signed in.
mail-notice-link = Was this not you? Then someone knows your password. Choose a new one now:
mail-notice-manager = Then tell a manager of your clinic. If you can no longer sign in, a manager can reset your authenticator app.
mail-notice-operator = Was this not you? Then someone knows your password. Set a new one on the server: patient-connect staff set-password

mail-own-password-why = Someone, perhaps you, asked for a new password for the staff area of { $clinic }.
mail-own-password-unexpected = Was this not you? Then you do not need to do anything. Your password has not changed.

mail-open = Start here
mail-open-page = Open the page
mail-email-digits-subject = Your 6 digits for your new email address
mail-email-digits-why = Enter these digits on the page where you change your email address:
mail-email-digits-ends = They work for { $minutes } minutes.
mail-email-digits-scam = Do not give these digits to anyone. Nobody from Patient Connect or a clinic will ever ask you for them.
mail-email-digits-unexpected = If this was not you, someone may have typed your email address by mistake. You do not need to do anything.
mail-email-changed-subject = The email address of your Patient Connect account was changed
mail-email-changed-why = On { $at }, the email address of your account was changed to { $email }.
mail-email-changed-yours = If that was you, you do not need to do anything.
mail-email-changed-undo = If it was not you, change it back. This link works for { $days } days:
mail-email-changed-account = See your account:
mail-download-subject = Your data from Patient Connect is ready
mail-download-why = You asked for a file with everything in your Patient Connect account. It is ready.
mail-download-link = Sign in and download it:
mail-download-ends = You can download it until { $date }.
mail-download-unexpected = If you did not ask for this, sign in and change your password.
mail-account-ends-subject = Your Patient Connect account will be deleted
mail-account-ends-why = You asked us to delete your account. We have disconnected all clinics. Everything else will be deleted on { $date }.
mail-account-ends-keep = To keep your account, or if this was not you, sign in before that day:
mail-account-ended-subject = Your Patient Connect account is deleted
mail-account-ended-why = As you asked, your account and your records were deleted on { $date }.

mail-first-read-subject = { $clinic } has opened your record
mail-first-read-why = { $clinic } has opened one of your health records for the first time since you connected it.
mail-first-read-record = { $clinic } has opened your record “{ $record }” for the first time since you connected it.
mail-first-read-link = See what it looked at:
mail-first-read-once = We tell you this once. Your account always has the list of who saw what.
mail-first-read-disconnect = To change what the clinic can do, or to disconnect it, open your account:
mail-first-read-unexpected = If you did not expect this, call { $clinic } on { $phone }.
mail-new-device-subject = New sign-in to your Patient Connect account
mail-new-device-why = Someone signed in to your account on { $at } with { $device }. We have not seen this device before.
mail-new-device-unknown = Someone signed in to your account on { $at }. We have not seen this device before.
mail-new-device-password = If it was not you, someone knows your password. Choose a new one now:
mail-new-device-devices = See where you are signed in:
mail-passkey-added-subject = A passkey was added to your Patient Connect account
mail-passkey-added-why = On { $at }, the passkey “{ $name }” was added to your account. It signs you in without your password.
mail-passkey-removed-subject = A passkey was removed from your Patient Connect account
mail-passkey-removed-why = On { $at }, the passkey “{ $name }” was removed from your account. It no longer signs you in.
mail-passkey-see = See your passkeys, and remove any that you do not know:
mail-second-step-on-subject = You sign in to Patient Connect in two steps now
mail-second-step-on-why = On { $at }, an authenticator app was set up for your account. From now on, your password needs a code from the app.
mail-second-step-off-subject = The second step of your Patient Connect sign-in is off
mail-second-step-off-why = On { $at }, the authenticator app of your account was switched off. Your password alone signs you in.
mail-second-step-codes-subject = You have new recovery codes for Patient Connect
mail-second-step-codes-why = On { $at }, new recovery codes were created for your account. The old ones no longer work.
mail-second-step-reset-subject = Your authenticator app for Patient Connect was reset
mail-second-step-reset-why = On { $at }, the Patient Connect operator reset the authenticator app of your account. Your password alone signs you in, and you have been signed out everywhere.
mail-second-step-missing-subject = Someone entered your Patient Connect password
mail-second-step-missing-why = On { $at }, someone entered the right password for your account, but not the code from your authenticator app. They are not signed in.
mail-second-step-see = See the second step of your sign-in:
mail-monthly-subject = Who saw your records in { $month }
mail-monthly-why = This is what clinics did with your records in { $month }.
mail-monthly-read = { $clinic } looked at { $what }.
mail-monthly-read-record = { $clinic } looked at { $what } in “{ $record }”.
mail-monthly-wrote = { $clinic } added or changed { $what }.
mail-monthly-wrote-record = { $clinic } added or changed { $what } in “{ $record }”.
mail-monthly-refused = { $clinic } asked for { $what }. We did not allow it.
mail-monthly-refused-record = { $clinic } asked for { $what } in “{ $record }”. We did not allow it.
mail-monthly-more = Your account has the whole list.
mail-monthly-link = See each day:
mail-monthly-stop = Switch this monthly email off, or on again, in your details:

mail-custodian-invited-subject = { $by } invites you to look after a record
mail-custodian-invited-why = { $by } keeps a health record in Patient Connect and asks you to look after it together. You will be able to see everything in it, add to it, and decide which clinics can use it.
mail-custodian-invited-link = Open this page, and sign in or create an account:
mail-custodian-invited-digits = Then enter 6 digits. They are not in this email: { $by } will tell you them.
mail-custodian-invited-ends = The link works until { $date }.
mail-custodian-invited-unexpected = If you do not know this person, you do not need to do anything.
mail-custodian-joined-subject = { $name } now looks after a record with you
mail-custodian-joined-why = { $name } now looks after one of your health records with you.
mail-custodian-joined-record = { $name } now looks after your record “{ $record }” with you.
mail-custodian-joined-what = You both see everything in it, and each of you can connect and disconnect clinics. What each of you does is in the list of who saw what.
mail-custodian-joined-link = See who looks after the record, or remove someone:
mail-custodian-left-subject = { $name } no longer looks after a record with you
mail-custodian-left-why = { $name } no longer looks after one of your health records. Clinics that { $name } connected to it are disconnected.
mail-custodian-left-record = { $name } no longer looks after your record “{ $record }”. Clinics that { $name } connected to it are disconnected.
mail-custodian-removed-subject = You no longer look after a record
mail-custodian-removed-why = You no longer look after one of the health records in your account. Clinics that you connected to it are disconnected.
mail-custodian-removed-record = You no longer look after the record “{ $record }”. Clinics that you connected to it are disconnected.
mail-custodian-account = See your records:
mail-custodian-disconnected = { $by }, who looks after a record with you, has disconnected { $clinic } from it. The clinic can no longer see or change it here.
