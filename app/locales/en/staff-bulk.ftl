# Words of letters as files, of importing many requests, and of printing many letters.

## The letter's toolbar

letter-large = Show it in large print
letter-normal = Show it in normal print
letter-pdf-a4 = PDF on A4 paper
letter-pdf-letter = PDF on US Letter paper
letter-no-pdf = There is no PDF of this letter
letter-unprintable-sign = The font of the PDF does not have the sign “{ $sign }”. Print this page from your browser instead: it has fonts for more languages.
letter-unprintable = The PDF could not be made. Print this page from your browser instead.

## What leaves a record

audit-connect-request-letter = Letter downloaded
happened-letter = Its letter was downloaded
