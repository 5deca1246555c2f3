# Words of letters as files, of importing many requests, and of printing many letters.

## The letter's toolbar

letter-large = Show it in large print
letter-normal = Show it in normal print
letter-pdf-a4 = PDF on A4 paper
letter-pdf-letter = PDF on US Letter paper
letter-no-pdf = There is no PDF of this letter
letter-unprintable-sign = The fonts on the server do not have the sign “{ $sign }”. Print this page from your browser instead: it has fonts for more languages.
letter-unprintable = The PDF could not be made. Print this page from your browser instead.

## What leaves a record

audit-connect-request-letter = Letter downloaded
happened-letter = Its letter was downloaded

audit-batch-read = File for an import read
audit-batch-confirm = Import or letters asked for
audit-batch-cancel = Import or letters called off
audit-batch-import = Requests imported
audit-batch-letters = Many letters made or downloaded

## Ways to these pages

nav-import = Import a list
nav-letters = Letters

## What all work on many requests says

batch-again = This page looks again by itself every few seconds. You can leave it: the work goes on.
batch-cancel = Call it off
batch-too-late = It was too late for that: the work was over, or called off. This page shows how it stands now
batch-state = { $state ->
    [previewed] Waits to be confirmed
    [refused] Rows to mend
    [running] At work
    [done] Done
    [failed] Nothing was made
   *[cancelled] Called off
}

## The import's first page

import-heading = Import requests
import-about = Make many requests from one file, a row for each patient. All of them are made, or none.
import-file = File
import-file-hint = CSV or Unicode text, with commas, semicolons or tabs between the cells. Up to { $rows } rows and 10 MB.
import-secret = The file holds the answers. It is kept sealed while the requests are made and wiped afterwards; delete your own copy, too.
import-check = Check the file
import-columns = The columns
import-columns-about = The first row names the columns, in any order.
import-template = Download an empty file with these columns
import-column-name = Column
import-column-what = What stands in it
import-column-needed = Needed
import-required = Yes
import-optional = No
import-column = { $column ->
    [external_id] The number or name your own system knows the patient by; each only once.
    [friendly_name] The name the patient will recognise, like “Emma’s record”. It stands in the letter.
    [question] The question you agreed on. The patient reads it at home.
    [answer] The answer to it. Capital letters do not matter, spaces do.
    [email] Where the code is mailed to. Without one you print a letter.
    [language] The patient’s language, like “en”. English when it is empty.
   *[reason] Why a question or an answer that is easy to guess is good enough.
}
import-earlier = Earlier files
import-earlier-one = { $when }, { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}
import-empty = Choose a file with the names of the columns in its first row and at least one patient beneath
import-too-large = The file is larger than 10 MB. Split it into smaller ones
import-too-many-rows = The file has more than { $rows } rows. Split it into smaller ones
import-encoding = Row { $row } does not fit the encoding that the file names. Save the file as “CSV UTF-8” and choose it again
import-missing = The first row does not name these columns: { $columns }. Add them and choose the file again
import-missing-and-unknown = The first row does not name these columns: { $columns }. It names some we do not know: { $unknown }. Check their spelling
import-unknown = The first row names columns we do not know: { $unknown }. Take them away or check their spelling
import-twice = The first row names these columns more than once: { $columns }

## What a file holds

import-title = Import
import-back = Import another file
import-previewed = { $rows ->
    [one] The file has 1 row, and it fits
   *[other] The file has { $rows } rows, and all of them fit
}
import-nothing-yet = Nothing has been made yet.
import-by-mail = { $count ->
    [0] No code is sent by email.
    [one] 1 code is sent by email.
   *[other] { $count } codes are sent by email.
}
import-by-letter = { $count ->
    [0] No patient is without an email address.
    [one] 1 patient has no email address: print the letter afterwards.
   *[other] { $count } patients have no email address: print their letters afterwards.
}
import-sample = { $rows ->
    [one] The row
   *[other] The first { $shown } of { $rows } rows
}
import-sample-hides = Questions and answers were read, too; they are not shown.
import-letter-only = Letter
import-confirm = { $rows ->
    [one] Make 1 request
   *[other] Make { $rows } requests
}
import-guessed = Is this name right?
import-guessed-about = The file does not say how its characters are stored. If the name is wrong, cancel, save the file as “CSV UTF-8” and choose it again.
import-ids = { $count ->
    [one] 1 patient ID may have been changed by a spreadsheet
   *[other] { $count } patient IDs may have been changed by a spreadsheet
}
import-ids-about = Spreadsheets round long numbers. Compare each ID with your patient database. If one is wrong, cancel, set the column to “Text” in the spreadsheet and choose the file again.
import-ids-row = Row { $row }: { $id }
import-ids-more = { $count ->
    [one] There is 1 more.
   *[other] There are { $count } more.
}
import-ids-tick = These IDs are right
import-ids-tick-it = Select “These IDs are right”, or cancel the import
import-discard = Do not make them
import-waits = What was read waits for an hour. Then it is wiped.

import-refused = Some rows need mending
import-nothing-made = No request was made
import-mend = { $count ->
    [one] 1 thing to mend in the file. Mend it and choose the file again
   *[other] { $count } things to mend in the file. Mend them and choose the file again
}
import-reason-helps = What is easy to guess passes with a reason in the column “reason”.
import-problems = Things to mend
import-where = Where
import-row = Row { $row }
import-problem = What to mend
import-more-problems = { $count ->
    [one] 1 more stands in the file of things to mend.
   *[other] { $count } more stand in the file of things to mend.
}
import-problems-file = Download all things to mend
import-another = Choose another file
row-empty = It is empty
row-too-long = It is too long. It can have { $max } characters at most
row-invisible = This contains a hidden character or a line break
row-blank-at-an-end = The patient ID starts or ends with a space. Remove the space
row-shape = { $column ->
    [email] It is not an email address like name@example.org
   *[other] It is not a language like “en” or “es-MX”
}
row-cells = The row has { $found } cells; the first row has { $expected }
row-twice = Row { $first } has the same clinic ID
row-taken = Another request holds this clinic ID since { $date }

import-running = { $rows ->
    [one] Making 1 request
   *[other] Making { $rows } requests
}
import-progress = { $done } of { $rows } rows are ready
import-last-step = All rows are ready. The requests are being made
import-all-or-nothing = Until all rows are ready, no request is made. If you call it off, none is.
import-done = { $rows ->
    [one] 1 request imported
   *[other] { $rows } requests imported
}
import-made = { $rows ->
    [one] 1 request was made
   *[other] { $rows } requests were made
}
import-mails-leave = { $count ->
    [0] No email leaves: print the letters.
    [one] 1 email leaves now.
   *[other] { $count } emails leave now, one after the other.
}
import-letters = Print the letters
import-list = Show all requests
import-failed = The import did not happen
import-failed-row = Somebody else took the clinic ID in row { $row } while the file was read. Take the row away, or replace that request’s code, and choose the file again.
import-failed-trouble = Sorry, there is a problem. Choose the file again in a few minutes.
import-cancelled-heading = The import was called off
import-cancelled = No request was made, and what the file held is wiped.

## Many letters

letters-heading = Letters
letters-about = Letters of requests that wait for their patients, sorted by name, a sheet each.
letters-of-import = Only requests of the import.
letters-from = Made on this day or later
letters-which = Which
letters-without-mail = Without an email address
letters-all = All that wait
letters-none = No request fits. Choose an earlier day, or all that wait.
letters-print = Print
letters-print-one = Print the letter of { $name }
letters-mailed = Email
letters-paper = Paper
letters-a4 = A4
letters-us = US Letter
letters-large = Large print
letters-make = Make one file of the ticked letters
letters-more = There are more. One file holds { $max } letters.
letters-next = Show the next ones
letters-none-ticked = Tick at least one letter
letters-too-many = One file holds { $max } letters at most. Tick fewer
letters-back = Choose other letters
letters-title = { $count ->
    [one] 1 letter
   *[other] { $count } letters
}
letters-progress = { $done } of { $count } letters are drawn
letters-ready = { $count ->
    [one] 1 letter is ready
   *[other] { $count } letters are ready
}
letters-until = The file is kept, sealed, until { $until }. Then it is wiped.
letters-download = Download the letters
letters-cancelled = The letters were called off. No file was made.
letters-failed = No file was made: none of these letters can be drawn.
letters-left-out = { $count ->
    [one] 1 letter is not in the file
   *[other] { $count } letters are not in the file
}
letters-left-sign = The fonts on the server do not have the sign “{ $sign }”. Print it from its own page.
letters-left-form = Its text does not fit a PDF. Print it from its own page.
letters-left-over = Its code does not work any more.
