# Words of the list of requests, and of what changes whom a request belongs to.
# Plain words, short sentences. A message at a field has no full stop at its end.

## The list

requests-list = Status
requests-ending-soon = Expiring soon
requests-mail-trouble = Delivery problem
requests-count-more = { $count }+
requests-days-left = { $days ->
    [0] Less than 1 day left
    [one] 1 day left
   *[other] { $days } days left
    }
requests-changed = Last activity
requests-title = Requests: { $list }
requests-showing = Showing: { $list } { $count }
requests-find = Search
requests-sent-as = Sent as
requests-clear = Clear
requests-range = { $from }–{ $to } of { $of }
requests-range-found = { $from }–{ $to } found
sent-not-yet = Not sent yet
sent-letter = Letter
sent-email = Email sent
sent-both = Letter, email sent
sent-queued = Email sending
sent-both-queued = Letter, email sending
sent-late = Email delayed
sent-failed = Delivery failed
sent-unknown = Delivery not confirmed
requests-first = First
requests-previous = Newer

## Another clinic ID for one request

request-rename-heading = Correct the patient ID
request-rename-what = Corrects the ID your own system uses for this patient. The code and the connections do not change.
request-rename-label = Correct patient ID
request-rename-act = Correct the patient ID…
request-rename-leave = Keep the patient ID
request-rename = Change patient ID
request-rename-empty = Enter the patient ID
request-rename-too-long = The patient ID must be { $max } characters or fewer
request-rename-invisible = The patient ID contains a hidden character. Type it instead of pasting it
request-rename-taken = This patient ID already has a code, created on { $date }
request-rename-changed = Someone changed this request while the page was open. Check the patient ID and send it again
request-rename-show = View the request with this patient ID
happened-renamed = Patient ID changed

## New codes for many

requests-select = Select { $name }
requests-select-all = Select all on this page
requests-chosen = selected
requests-reissue = Replace codes…
reissue-heading = Replace codes
reissue-sure = Replace { $count ->
    [one] 1 code
   *[other] { $count } codes
    }? The questions and answers stay the same
reissue-will = The old codes will stop working.
reissue-did = The old codes no longer work.
reissue-ways = { $old } New codes by email: { $mail }. By letter: { $paper }.
reissue-connected = Anyone already connected stays connected.
reissue-do = { $count ->
    [one] Replace 1 code
   *[other] Replace { $count } codes
    }
reissue-leave = Keep the old codes
reissue-done = { $count ->
    [one] 1 code replaced
   *[other] { $count } codes replaced
    }
reissue-print = { $count ->
    [one] Create a PDF of the letter
   *[other] Create one PDF of the { $count } letters
    }
reissue-way = Delivery
reissue-by-mail = Email
reissue-by-letter = Letter
reissue-by-both = Email and letter
reissue-nothing = Select the requests that need a new code
reissue-too-many = Select { $max } requests or fewer
reissue-over = One of these requests has already been cancelled or replaced. No codes were replaced
reissue-choose-again = Go back to the list and select again.
audit-connect-request-merge = Patient IDs merged

## Two clinic IDs become one

request-merge-act = Merge with another patient ID…
request-merge-what = If your own system has this patient twice, or has joined two patient files, merge the two patient IDs here.
happened-merged = Merged with another patient ID
merge-heading = Merge two patient IDs
merge-back = Back to the request
merge-what = { $name } has the patient ID { $id } here. Which patient ID do you want to keep?
merge-what-happens = Next, you will see both side by side. Nothing changes until you confirm.
merge-staying = Patient ID to keep
merge-staying-hint = The ID your own system uses from now on.
merge-look = Compare
merge-empty = Enter the patient ID to keep
merge-same = This is the patient ID to be removed. Enter the one to keep
merge-sure = Are { $leaving } and { $staying } the same patient?
merge-leaves = { $id } will be removed
merge-stays = { $id } will be kept
merge-no-request = This ID has no code.
merge-connected-none = No record is connected.
merge-connected = { $count ->
    [one] 1 record is connected
   *[other] { $count } records are connected
    }, most recently on { $date }.
merge-replaces = The code for { $leaving } stops working. The code for { $staying } does not change. Anyone already connected stays connected, under { $staying }.
merge-moves = The code for { $leaving } keeps working, under { $staying }. Anyone already connected stays connected, under { $staying }.
merge-told = We tell your own system about this. You cannot undo it.
merge-do = Merge
merge-other = Enter a different patient ID
merge-different = Different people connected these IDs
merge-different-check = This is fine if two parents look after one child. If these are two patients, merging would mix them up. Check names and birth dates in your own system first.
merge-different-tick = I have checked: this is one patient
merge-different-tick-it = Confirm that you have checked that this is one patient
merge-over = One of the two has changed since you compared them. Nothing was merged. Compare them again
