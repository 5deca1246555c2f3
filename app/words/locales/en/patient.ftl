# Words on patients' pages: from the code to "You are connected", the account, and what can go wrong.
# Plain words, short sentences. A message at a field has no full stop at its end.

continue = Continue
go-to-start = Go to the start page
clinic-hours = Opening hours:
clinic-logo = { $clinic } logo
call-clinic = Call { $clinic } on { $phone }

## The start page

home-title = Connect to your clinic
home-heading = Connect your health record to your clinic
home-intro = Your clinic gives you a code. You choose which record to connect. We share nothing until you say yes.
home-code = I have a code from my clinic
home-code-hint = Your code has 20 letters. It is in your letter or email.
home-sign-in = Sign in to your records
home-account = Go to your records
home-account-hint = See which clinics are connected, or disconnect one.
home-staff = For clinic staff

## The code

code-heading = Enter your code
code-hint = Your code has 20 letters, like JKYZ-QNMN-VHRX-ZGNR-GZNH. You can type capital or small letters, with or without dashes.
code-picture = Picture of a letter. The code is in a box below the steps.
code-where = In a letter, your code is in a box. In an email, it is on its own line.
code-from-link = If you followed a link in an email, type or paste the code from that email.
code-empty = Enter the code from your letter or email
code-too-short = You entered { $entered } letters. A code has { $length }. Check for missing letters
code-too-long = You entered { $entered } letters. A code has { $length }. Remove anything that is not part of the code
code-impossible = { $sign ->
    [letter] Codes do not use the letter { $letter } or any numbers
    [number] Codes do not use any numbers
   *[other] Codes use letters only
  }. Check the { NUMBER($position, type: "ordinal") ->
    [one] { $position }st
    [two] { $position }nd
    [few] { $position }rd
   *[other] { $position }th
  } letter
code-check-letter = One of the letters is wrong. Check each group of 4 letters against your letter or email
code-unknown = We do not recognise this code. Check it against your letter or email. If it still does not work, ask your clinic for a new code
code-slow-down = Too many wrong codes have been entered on this internet connection. Wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    } and try again. Your code still works
code-unavailable = Something went wrong on our side. Your code has not been used. Try again in a few minutes

## The question

question-title = Your question
question-who = Question from { $clinic }
question-hint = { $blanks ->
    [count] Type the answer you agreed with { $clinic }. Capital letters do not matter, but spaces do.
    [never] Type the words { $clinic } gave you, in their order. Capital letters and spaces do not matter.
   *[lenient] Type the answer you agreed with { $clinic }. Capital letters do not matter.
    }
question-left = { $left ->
    [one] You can try 1 more time. If that answer is wrong too, the code locks to keep your record safe.
   *[other] You can try { $left } more times. After that, the code locks to keep your record safe.
    }
question-cannot-remember = I cannot remember the answer
question-not-me = This code is not for me
question-empty = Enter your answer
question-too-long = Your answer must be { $max } characters or fewer
question-invisible = Your answer contains a hidden character. Type it instead of pasting it
question-blank = Your answer { $end ->
    [start] starts
   *[finish] ends
    } with a space. Remove the space and try again. This did not count as a try
question-wrong = That answer does not match the one we have. { $left ->
    [one] You can try 1 more time. If you are not sure, call { $clinic } on { $phone } first
   *[other] You can try { $left } more times. { $blanks ->
        [count] Capital letters do not matter, but spaces do
        [never] Capital letters and spaces do not matter
       *[lenient] Capital letters do not matter
    }
    }
question-full-stop = Your answer ends with a full stop. Remove it and try again. This did not count as a try
question-repeated = You have already tried this answer. It does not match the one we have. This did not count as a try
question-others-waiting = We are still checking another answer. Wait a moment and try again. This did not count as a try
question-unavailable = Something went wrong on our side. We have not checked your answer, and this did not count as a try. Try again in a few minutes

## I cannot remember

cannot-remember-heading = If you cannot remember the answer
cannot-remember-no-try = Opening this page did not count as a try.
cannot-remember-think = It is the answer you agreed with { $clinic } when you were there. Try to remember the exact words.
cannot-remember-call = If you still cannot remember, call { $clinic } on { $phone }. They can give you a new code with a new question.
cannot-remember-back = Go back to the question

## This was not meant for me

not-me-heading = Is this code for you?
not-me-hint = { $clinic } created this code for one person.
not-me-no = No, it is not for me
not-me-no-hint = The code will stop working and we will tell { $clinic }.
not-me-yes = Yes, it is for me
not-me-yes-hint = You will go back to the question.
not-me-nothing-chosen = Choose whether this code is for you

## Which record

record-title = Choose a record
record-for = This is for
record-heading = Which record do you want to connect to { $clinic }?
record-signed-in = Signed in as { $name }
record-not-you = Not you? Use another account
record-connected = Already connected to { $clinic }. Created on { $date }.
record-spoken-of = This may be the record { $clinic } means. Created on { $date }.
record-connected-and-spoken-of = This may be the record { $clinic } means. It is already connected. Created on { $date }.
record-new = Someone else (create a new record)
record-name-label = The person’s name
record-first-heading = Create a record to connect to { $clinic }
record-first-intro = You do not have a record yet. A record contains health information about one person: you, or someone you care for.
record-nothing-chosen = Choose a record or create a new one
record-name-empty = Enter the name of the person this record is for
record-name-too-long = The name must be { $max } characters or fewer
record-name-taken = You already have a record with this name. Choose that record, or add something to the name, such as a birth year
record-name-invisible = The name contains a hidden character. Type it instead of pasting it

## Authorize

authorize-heading = Do you want to connect { $record } to { $clinic }?
authorize-will = { $clinic } will be able to:
authorize-learns = { $clinic } will be told that you connected this record. It is not asking to see or change any health information.
authorize-optional = You can also allow { $clinic } to:
authorize-optional-hint = Choose any you agree to. You can connect without them.
authorize-connected = { $record } is already connected to { $clinic }. If you authorize again, your choices on this page replace your earlier ones.
authorize-learns-heading = What { $clinic } will learn about you
authorize-learns-holder = Your name: { $name }
authorize-learns-record = The name of this record: { $record }
authorize-learns-dates = The dates when you created this record and when you connected it
authorize-learns-ids = An ID number for you and one for this record. Every clinic that you connect this record to gets the same two numbers.
authorize-learns-not = { $clinic } will not learn your email address or the names of records that you do not connect to it.
authorize-stop = You can disconnect at any time. Open your records and choose Disconnect.
authorize-privacy = { $clinic } privacy statement
authorize-terms = { $clinic } terms of use
authorize-only-if = Only continue if { $clinic } gave you this code.
authorize-yes = Yes, authorize
authorize-no = No, do not connect
authorize-changed = This page has changed since you opened it: { $clinic } may ask for something else now. Nothing is connected yet. Read the page again, then choose
authorize-nothing-chosen = Choose “Yes, authorize” or “No, do not connect”

## Whom the letter is for, and which record is connected

pair-letter = The letter is for:
pair-letter-unknown = A name that we no longer keep
pair-record = You are connecting:
pair-match = The names match.
pair-cannot-tell = Check that this is the same person.
pair-differs = The names are not the same. Check your letter.
pair-better = Another of your records fits the letter better. Check your letter.
pair-all-the-same = The names are not the same. You told us that this is the right record.
pair-elsewhere = Choose another record

right-record-heading = Is this the right record?
right-record-legend = Whose record does the clinic mean?
right-record-hint = If you connect the wrong record, one person’s results end up in another person’s record.
right-record-better = We will choose this record for you. You created it on { $date }.
right-record-another = Another record
right-record-another-hint = You will go back and choose another record, or create a new one.
right-record-this-hint = The letter says “{ $letter }”, but it is meant for { $record }.
right-record-not-sure = I am not sure
right-record-not-sure-hint = We will show you how to ask the clinic. Your code still works.
right-record-stop = Stop here, do not connect
right-record-nothing-chosen = Choose the record that the clinic means
right-record-changed = This page has changed since you opened it. Nothing is connected yet. Read it again, then choose

not-sure-heading = Ask the clinic which record it means
not-sure-code = Nothing is connected. Your code works until { $date }.
not-sure-connection = We have not changed anything. Your connection stays as it is.
not-sure-ask = Call { $clinic } on { $phone }. Ask whose letter this is, then come back.
not-sure-back = Go back to the decision

## The wrong record

change-heading = Is { $record } the wrong record for { $clinic }?
change-what = Choose the right record. We connect it to { $clinic } and end the connection to the wrong one.
change-read = { $clinic } has already read health information in { $record }. It may keep what it has read.
change-not-read = { $clinic } has not read any health information in { $record }. Its system may already know the name of the record.
change-written = { $clinic } has added health information to { $record }. What it added stays there. Ask the clinic to remove it.
change-may = { $clinic } will be able to do the same as before, now with the right record:
change-letter = Which letter is connected to the wrong record?
change-letter-hint = More than one letter is connected to this record.
change-record = Which record is the right one?
change-record-connected = Already connected to { $clinic }. Created on { $date }.
change-continue = Change the record
change-keep = Keep { $record } connected
change-no-letter = Choose the letter that is connected to the wrong record
change-nothing-chosen = Choose the right record or create a new one
change-changed = This page has changed since you opened it. Nothing has been changed yet. Read it again, then choose
changed-heading = { $record } is now connected to { $clinic }
changed-former = { $record } is no longer connected. { $clinic } can no longer open it.
changed-still-connected = { $record } stays connected to { $clinic }, because another letter connects it.
change-too-late-heading = You can no longer change this record here
change-too-late-next = You can change a record for { $hours } hours after you connect it. Disconnect it now: open your records and choose Disconnect. Then call { $clinic } on { $phone } and ask for a new code.
change-ended-heading = This connection has already ended
change-ended-next = It was disconnected, or its record was changed. Nothing was changed now. Your records show what is connected.

## Connected

done-heading = You are connected to { $clinic }
done-record = { $record } is now connected.
done-message = A message from { $clinic }
done-next = What happens next
done-next-clinic = { $clinic } will see this the next time its system checks. This is usually within 1 day.
done-next-nothing = You do not need to do anything else.
done-receipt = We will email a confirmation to { $email }.
done-receipt-heading = Your confirmation
done-receipt-clinic = Clinic
done-wrong-record = Wrong record?
done-wrong-record-how = You can change the record for { $hours } hours after you connect it.
done-change-record = Change it
done-stop = How to disconnect
done-stop-how = You can disconnect { $clinic } at any time. Open your records and choose Disconnect.
done-print = You can print this page and keep it.
done-account = Go to your records

## Not connected

declined-heading = You are not connected
declined-nothing-shared = We have not shared anything with { $clinic }.
declined-until = Your code works until { $date }. If you change your mind, enter it again.

## How a code ends

ended-heading = This code expired on { $date }
ended-next = Call { $clinic } on { $phone } and ask for a new code. You do not need to visit.
replaced-heading = { $clinic } has given you a newer code
replaced-next = Use the code in your newest letter or email, dated { $date }.
stopped-heading = This code is locked because the answer was wrong too many times
stopped-next = This keeps your record safe. Call { $clinic } on { $phone } and ask for a new code.
withdrawn-heading = { $clinic } has cancelled this code
withdrawn-next = If you did not expect this, call { $phone }.
refused-heading = You told us that this code is not for you
refused-next = If that was a mistake, call { $clinic } on { $phone }.
used-heading = This code has already been used
used-next = If that was not you, call { $clinic } on { $phone } now.
thanks-heading = Thank you for telling us
thanks-next = We have not shared anything. We have told { $clinic }.
thanks-connected-next = Someone has already connected with this code. We have told { $clinic }. If you are worried about your own record, call { $phone }.
timed-out-heading = This page has timed out
timed-out-next = To keep your record safe, pages time out after { $minutes } minutes. Your code has not been used. Enter it again to continue.
not-started-heading = Start with your code
not-started-next = Enter the code from your letter or email first. Then you can open this page.
enter-code = Enter your code
newer-code = Enter your newer code

## When something goes wrong

trouble-heading = Sorry, something went wrong
trouble-unavailable = Your code has not been used. Try again in a few minutes.
trouble-unavailable-phone = Your code has not been used. Try again in a few minutes or call { $phone }.
trouble-ours = The problem is on our side, not yours. Try again in a few minutes.
trouble-kept = What you typed is still on this page, except passwords and one-time codes. Wait a minute, then send it again.
signed-out-heading = You are no longer signed in
signed-out-next = What you typed is still on this page, except passwords and one-time codes. Sign in again in a new tab. Then come back to this page and send it again.
signed-out-sign-in = Sign in (opens a new tab)
signed-out-heading-code = You were away for a while
signed-out-next-code = What you typed is still on this page. Enter your code again in a new tab. Then come back to this page and send it again.
signed-out-code = Enter your code (opens a new tab)
trouble-send-again = Send it again
slow-down-heading = Too many tries
slow-down-next = Wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    } and try again. If you have a code, it still works.
crowded-heading = Too many people are here from this network
crowded-next = Wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  } and try again. If you have a code, it is still good.
crowded-kept = Wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  }, then send it again. What you typed is still on this page, except passwords and one-time codes.
not-found-heading = Page not found
not-found-next = If you typed the address, check it. If you followed a link, it may be out of date.
old-link-heading = This link is from an older system and no longer works
old-link-next = If you have a letter or email with a code, enter that code. If you do not have a code, call the clinic that gave you the link.
cross-site-heading = We could not accept this
cross-site-next = It came from another website. If you meant to send it, start again here.
other-address-heading = This page has another address
other-address-next = Open { $url } and enter your details there. We have not saved anything.
other-address-open = Open the right address
too-large-heading = The text is too long
too-large-next = Go back, make it shorter and send it again.
broken-form-heading = We could not read this form
broken-form-next = A field of it is missing or came twice. Nothing was changed. Go back, reload the page and fill in the form again.
wrong-kind-next = It was not sent the way a web page sends a form. Nothing was changed. Go back, reload the page and fill in the form again.
wrong-method-heading = You cannot open this page this way
wrong-method-next = Go to the start page and try again.

## Sign in

sign-in-heading = Sign in
sign-in-why = Sign in so that only you can see what { $clinic } sends.
email-label = Email address
password-label = Password
sign-in-forgot = Forgotten your password?
sign-in-create = Create an account
sign-in-create-prompt = No account yet?
sign-in-create-hint = It takes about 2 minutes. We will keep your code and your answer.
email-empty = Enter your email address
password-empty = Enter your password
sign-in-wrong = The email address or password is wrong. Check both and try again
sign-in-locked-shortly = There were too many wrong tries. Wait { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
  } and try again
sign-in-locked = There have been too many wrong tries. Wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    } and try again
sign-in-unavailable = Something went wrong on our side. Try again in a few minutes

## Create an account

create-heading = Create an account
create-why = Create an account so that only you can see what { $clinic } sends.
create-sign-in-prompt = Already have an account?
name-label = Your name
email-digits-hint = We will email you 6 digits to check that this address is yours.
password-new-hint = Use { $min } characters or more. Three words that do not go together work well.
name-empty = Enter your name
name-too-long = Your name must be { $max } characters or fewer
name-invisible = Your name contains a hidden character. Type it instead of pasting it
email-too-long = The email address must be { $max } characters or fewer
email-shape = Enter an email address like name@example.org
password-too-short = Your password must be { $min } characters or more
password-too-long = Your password must be { $max } characters or fewer
password-common = Many people use a password like this, so it is easy to guess. Use three words that do not go together
password-personal = Your name, email address and clinic name are easy to guess. Use words that have nothing to do with you
password-word = One word on its own is easy to guess. Add two more that do not go with it
password-name = Names are easy to guess. Use three words that do not go together
password-keys = Keys next to each other are easy to guess. Use three words that do not go together
password-repeats = Repeating words does not make a password harder to guess. Add two different words
password-sequence = Letters or numbers in order are easy to guess. Use three words that do not go together
password-date = Dates and years are easy to guess. Use three words that do not go together
password-short = This password is still easy to guess. Add one or two unusual words
create-slow-down = Too many accounts have been requested on this internet connection or for this address. Use the newest email we sent, or wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    } and try again

create-digits-prompt = Do you have 6 digits already?
create-digits = Enter them

digits-heading = Enter the 6 digits we sent you
digits-hint = We sent an email to { $email }. It can take a few minutes. Check your spam folder too.
digits-resent = We have sent a new email to { $email }. Use the digits in the newest one.
digits-resend = Send 6 new digits
digits-start-over = Use another email address
digits-prompt = Did the email not arrive?
digits-empty = Enter the 6 digits from the email
digits-shape = Enter all 6 digits from the email, without letters
digits-wrong = These are not the digits we sent. { $left ->
    [one] You can try 1 more time
   *[other] You can try { $left } more times
  }
digits-over = These digits no longer work. Choose “Send 6 new digits”
digits-too-many-mails = We have already sent several emails to this address. Use the newest one, or wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    } before you ask again

## An account that is finished in another browser

finish-heading = Finish your account
finish-why = Is the page gone that asked for the 6 digits? Enter them here, with the email address and the password that you chose.
finish-link-why = Enter the password that you chose when you began. Then your account is ready.
finish-began = Your email address is confirmed. One more step, and your account is ready.
finish-password-label = The password you chose
finish-password-empty = Enter the password that you chose
finish-digits-label = The 6 digits from the email
finish-wrong = Email address, password and digits do not fit together. Use the digits of the newest email
finish-wrong-password = This is not the password that was chosen. { $left ->
    [one] You can try 1 more time
   *[other] You can try { $left } more times
  }
finish-slow-down = There were too many tries. Wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  }, or use the link in the newest email
finish-over = This link no longer works
finish-over-next = It was used, it is too old, or there is a newer email. Is your account ready? Then sign in. If not, create it again.
finish-again = Create an account

## A forgotten password

forgot-heading = Choose a new password
forgot-why = Enter the email address of your account. We will send you an email to choose a new password.
forgot-kept = Your code and your answer for { $clinic } are kept.
forgot-email-hint = Use the address that you sign in with.
forgot-remembered = Do you remember it after all?
forgot-slow-down = There were too many requests from your network. Wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  } and try again
forgot-digits-heading = Enter the 6 digits and a new password
forgot-sent = If { $email } has an account, we sent an email to it. It can take a few minutes. Look in your spam folder too.
forgot-link-too = You can also use the link in the email. It opens in the browser that you use for email.
forgot-digits-label = The 6 digits from the email
forgot-digits-hint = Use the newest email.
forgot-password-label = New password
forgot-save = Save and sign in
forgot-resend = Send another email
forgot-resent = If this address has an account, we sent a new email. Use the newest one. After several emails in a short time, we send no more for { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  }.
forgot-no-email = Check that the address above is the one of your account. If you have no account, create one.
forgot-digits-wrong = These are not the digits from the newest email. { $left ->
    [one] You can try 1 more time
   *[other] You can try { $left } more times
  }
forgot-digits-over = These digits no longer work. Choose “Send another email”, or use the link in the newest email
forgot-link-heading = Choose a new password
forgot-link-over = This link no longer works
forgot-link-over-next = Each link works once, for a short time, and only the newest one works. Your password has not changed by opening it.
forgot-ask-again = Ask for a new email
forgot-no-mail = A new password needs email
forgot-no-mail-next = This Patient Connect sends no email at the moment. Call your clinic and ask when you can choose a new password. Nothing is lost: your records and connections are kept.

## The account

account-no-records = You do not have any records yet. You create one when you use a code from your clinic.
account-record-since = Created on { $date }
account-connection-record = Record
account-connection-since = Connected since
account-connection-may = This clinic can
disconnected-heading = { $clinic } is disconnected
disconnected-what = { $clinic } can no longer see or change { $record }. It may keep copies of information it has already read.
disconnected-receipt = We will email a confirmation to { $email }.
disconnected-again = To connect again, call { $clinic } on { $phone } and ask for a code.

## Mail in development

mailbox-title = Mailbox
mailbox-heading = Development mailbox
mailbox-intro = In development, email is saved to files on this computer instead of being sent. The newest email is at the top.
mailbox-empty = No emails yet. Create a request with an email address, or create an account.
mailbox-to = To
mailbox-at = Sent
mailbox-back = All emails

# How far a patient is.
step = Step { $at } of { $of }: { $name }
step-code = Code
step-question = Question
step-account = Your account
step-record = Record
step-answer = Say yes or no
