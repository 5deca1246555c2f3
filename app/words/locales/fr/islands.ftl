# What the islands say while a page is open.

code-count = { $count } lettres sur { $length }
session-ends = Cette page expire dans moins de { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    }
session-ended = Cette page a expiré, car elle n’a pas été utilisée pendant 30 minutes
session-stay = Rester sur cette page
copy-code = Copier le code
copy-link = Copier le lien
copy-done = Copié
copy-selected = Sélectionné. Copiez avec le clavier ou le menu
