# Words of letters as files, of importing many requests, and of printing many letters.

## The letter's toolbar

letter-large = Show large print
letter-normal = Show normal print
letter-pdf-a4 = Download PDF (A4)
letter-pdf-letter = Download PDF (US Letter)
letter-no-pdf = We cannot create a PDF of this letter
letter-unprintable-sign = The PDF font does not have the character “{ $sign }”. Print this page from your browser instead.
letter-unprintable = The PDF could not be created. Print this page from your browser instead.

## What leaves a record

audit-connect-request-letter = Letter downloaded
happened-letter = Letter downloaded

audit-batch-read = Import file uploaded
audit-batch-confirm = Import or letters started
audit-batch-cancel = Import or letters cancelled
audit-batch-import = Requests imported
audit-batch-letters = Batch of letters created or downloaded

## Ways to these pages

nav-import = Import a list
nav-letters = Letters

## What all work on many requests says

batch-again = This page updates every few seconds. You can leave it and the work will continue.
batch-cancel = Cancel
batch-too-late = It was too late to cancel. This page shows the current status
batch-state = { $state ->
    [previewed] Waiting for confirmation
    [refused] Has errors
    [running] In progress
    [done] Done
    [failed] Failed
   *[cancelled] Cancelled
    }

## The import's first page

import-heading = Import requests
import-about = Create many requests from one file, with one row for each patient. Either all of them are created, or none.
import-file = File
import-file-hint = CSV or Unicode text, with commas, semicolons or tabs between the cells. Up to { $rows } rows and 10 MB.
import-secret = The file contains the answers. We encrypt it while the requests are created, then delete it. Delete your own copy too.
import-check = Check the file
import-columns = Columns
import-columns-about = The first row contains the column names, in any order.
import-template = Download a template
import-column-name = Column
import-column-what = Contents
import-column-needed = Required
import-required = Yes
import-optional = No
import-column = { $column ->
    [external_id] The ID your own system uses for the patient. Each ID can appear only once.
    [friendly_name] The name the patient will recognise, for example “Emma’s record”. Shown in the letter.
    [question] The question you agreed on. The patient reads it at home.
    [answer] The answer you agreed on. Capital letters do not matter, but spaces do.
    [email] The address to email the code to. If it is empty, you print a letter.
    [language] The patient’s language, for example “en”. If it is empty, English.
   *[reason] Why you accept a question or an answer that is easy to guess.
    }
import-earlier = Earlier imports
import-earlier-one = { $when }, { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}
import-empty = Choose a file with column names in the first row and at least one patient below it
import-too-large = The file is larger than 10 MB. Split it into smaller files
import-too-many-rows = The file has more than { $rows } rows. Split it into smaller files
import-encoding = Row { $row } does not match the encoding of the file. Save the file as “CSV UTF-8” and choose it again
import-missing = The first row is missing these columns: { $columns }. Add them and choose the file again
import-missing-and-unknown = The first row is missing these columns: { $columns }. It has some we do not recognise: { $unknown }. Check the spelling
import-unknown = The first row has columns we do not recognise: { $unknown }. Remove them or check the spelling
import-twice = The first row has these columns more than once: { $columns }

## What a file holds

import-title = Import
import-back = Import another file
import-previewed = { $rows ->
    [one] The file has 1 row and no errors
   *[other] The file has { $rows } rows and no errors
    }
import-nothing-yet = No requests have been created yet.
import-by-mail = { $count ->
    [0] No codes will be emailed.
    [one] 1 code will be emailed.
   *[other] { $count } codes will be emailed.
    }
import-by-letter = { $count ->
    [0] All patients have an email address.
    [one] 1 patient has no email address. Print the letter afterwards.
   *[other] { $count } patients have no email address. Print their letters afterwards.
    }
import-sample = { $rows ->
    [one] Preview of the row
   *[other] Preview of the first { $shown } of { $rows } rows
    }
import-sample-hides = We have also read the questions and answers, but we do not show them.
import-letter-only = Letter
import-confirm = { $rows ->
    [one] Create 1 request
   *[other] Create { $rows } requests
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
import-discard = Cancel import
import-waits = If you do not confirm within an hour, we delete what we read.

import-refused = Some rows have errors
import-nothing-made = No requests were created
import-mend = { $count ->
    [one] 1 error in the file. Correct it and choose the file again
   *[other] { $count } errors in the file. Correct them and choose the file again
    }
import-reason-helps = You can use an answer that is easy to guess if you give a reason in the column “reason”.
import-problems = Errors
import-where = Row
import-row = Row { $row }
import-problem = Error
import-more-problems = { $count ->
    [one] 1 more error is in the error file.
   *[other] { $count } more errors are in the error file.
    }
import-problems-file = Download all errors
import-another = Choose another file
row-empty = This is empty
row-too-long = This must be { $max } characters or fewer
row-invisible = This contains a hidden character or a line break
row-blank-at-an-end = The patient ID starts or ends with a space. Remove the space
row-shape = { $column ->
    [email] This is not an email address like name@example.org
   *[other] This is not a language like “en” or “es-MX”
    }
row-cells = This row has { $found } cells, but the first row has { $expected }
row-twice = Row { $first } has the same patient ID
row-taken = Another request has had this patient ID since { $date }

import-running = { $rows ->
    [one] Creating 1 request
   *[other] Creating { $rows } requests
    }
import-progress = { $done } of { $rows } rows prepared
import-last-step = All rows are prepared. We are creating the requests
import-all-or-nothing = No request is created until all rows are prepared. If you cancel, none is created.
import-done = { $rows ->
    [one] 1 request imported
   *[other] { $rows } requests imported
}
import-made = { $rows ->
    [one] 1 request was created
   *[other] { $rows } requests were created
    }
import-mails-leave = { $count ->
    [0] There is no email to send. Print the letters.
    [one] We are sending 1 email.
   *[other] We are sending { $count } emails, one after the other.
    }
import-letters = Print the letters
import-list = Show all requests
import-failed = The import failed
import-failed-row = Someone else used the patient ID in row { $row } during the import. Remove the row, or replace the code of that request. Then choose the file again.
import-failed-trouble = Something went wrong on our side. Choose the file again in a few minutes.
import-cancelled-heading = Import cancelled
import-cancelled = No requests were created. We have deleted what we read from the file.

## Many letters

letters-heading = Letters
letters-about = Letters for requests that are waiting, sorted by name. Each letter is one page.
letters-of-import = Only requests from this import.
letters-from = Created on or after
letters-which = Letters to show
letters-without-mail = Patients without an email address
letters-all = All waiting requests
letters-none = No requests match. Choose an earlier day, or choose “All waiting requests”.
letters-print = Select
letters-print-one = Select the letter for { $name }
letters-mailed = Email
letters-paper = Paper
letters-a4 = A4
letters-us = US Letter
letters-large = Large print
letters-make = Create one PDF of the selected letters
letters-more = There are more letters. One file can have { $max }.
letters-next = Show more
letters-none-ticked = Select at least one letter
letters-too-many = Select { $max } letters or fewer
letters-back = Choose other letters
letters-title = { $count ->
    [one] 1 letter
   *[other] { $count } letters
}
letters-progress = { $done } of { $count } letters created
letters-ready = { $count ->
    [one] 1 letter is ready
   *[other] { $count } letters are ready
}
letters-until = We keep the file, encrypted, until { $until }. Then we delete it.
letters-download = Download the letters
letters-cancelled = You cancelled these letters. No file was created.
letters-failed = No file was created, because none of these letters can be made into a PDF.
letters-left-out = { $count ->
    [one] 1 letter is not in the file
   *[other] { $count } letters are not in the file
}
letters-left-sign = The PDF font does not have the character “{ $sign }”. Print this letter from its own page.
letters-left-form = Its text does not fit a PDF. Print it from its own page.
letters-left-over = Its code no longer works.
