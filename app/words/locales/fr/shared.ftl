# Words that every room shares.

date = { $day ->
    [1] 1er
   *[other] { $day }
    } { $month } { $year }
weekday-date = { $weekday } { $date }
short-date = { $day ->
    [1] 1er
   *[other] { $day }
    } { $month }
short-date-in = { $date } { $year }
today = Aujourd’hui, { $clock }
yesterday = Hier
date-and-time = { $date }, { $clock }
moment = { $at } ({ $zone })
zone = heure de { $place }
language-name = Français
language-label = Langue
number-mark = ,
product = Patient Connect
title = { $title } – Patient Connect
title-with-errors = Erreur : { $title } – Patient Connect
too-busy = Il y a trop de demandes en ce moment. Attendez quelques secondes, puis réessayez.
body-too-slow = Votre envoi est arrivé trop lentement et n’a pas été utilisé. Vérifiez votre connexion, puis envoyez de nouveau.
skip-link = Aller au contenu principal
footer = Avec Patient Connect, un centre de soins que vous connaissez peut utiliser un dossier de santé que vous choisissez. Vous pouvez arrêter à tout moment.
nav-label = Menu principal
nav-account = Vos dossiers

## Keys of the staff area

more = Plus
sign-out = Se déconnecter
error-summary-title = Il y a un problème
error-prefix = Erreur :
month = { $month } { $year }
month-january = janvier
month-february = février
month-march = mars
month-april = avril
month-may = mai
month-june = juin
month-july = juillet
month-august = août
month-september = septembre
month-october = octobre
month-november = novembre
month-december = décembre
short-month-january = janv.
short-month-february = févr.
short-month-march = mars
short-month-april = avr.
short-month-may = mai
short-month-june = juin
short-month-july = juil.
short-month-august = août
short-month-september = sept.
short-month-october = oct.
short-month-november = nov.
short-month-december = déc.
weekday-monday = lundi
weekday-tuesday = mardi
weekday-wednesday = mercredi
weekday-thursday = jeudi
weekday-friday = vendredi
weekday-saturday = samedi
weekday-sunday = dimanche
