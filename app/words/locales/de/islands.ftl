# What the islands say while a page is open.

code-count = { $count } von { $length } Buchstaben
session-ends = Diese Seite läuft in weniger als { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
    } ab
session-ended = Diese Seite ist abgelaufen, weil sie 30 Minuten nicht verwendet wurde
session-stay = Auf dieser Seite bleiben
copy-code = Code kopieren
copy-link = Link kopieren
copy-done = Kopiert
copy-selected = Markiert. Kopieren Sie mit der Tastatur oder über das Menü
