# A person’s own pages: records, what is in them, and who read what.

nav-activity = Wer was gesehen hat

## The home

own-heading = Ihre Akten
home-enter-code = Code eingeben
home-no-clinic = Es ist keine Praxis oder Klinik verbunden
home-no-clinic-hint = Wenn Sie einen Code für die Akte „{ $record }“ bekommen, geben Sie ihn hier ein.
home-no-records-hint = Sie können auch jetzt eine erstellen.
home-never-used = Hat diese Akte noch nicht geöffnet
home-since = Verbunden seit
home-last = Zuletzt verwendet
home-may = Darf
home-phone = Telefon
home-connected-by = Verbunden von
home-disconnect = { $clinic } trennen
home-disconnect-record = von der Akte „{ $record }“
home-change-record = Falsche Akte? Wählen Sie eine andere
home-permissions = Ändern, was sie darf
home-permissions-of = : { $clinic }, Akte „{ $record }“
home-past = Früher getrennt
home-past-one = { $clinic }, bis { $date }
home-open = Diese Akte öffnen
home-open-record = : { $record }
home-new-record = Eine Akte für jemand anderen erstellen
home-all-records = Eine Akte umbenennen oder entfernen
own-account = Ihr Konto
home-name = Name
home-email = E-Mail-Adresse
home-change-link = Ändern
home-activity = Wer was gesehen hat
home-activity-what = Jedes Mal, wenn eine Praxis oder Klinik eine Ihrer Akten öffnet oder ändert
home-see = Liste ansehen
home-password-what = Nur Sie kennen es
relation-myself = Sie
relation-my-child = Ihr Kind
relation-cared-for = Jemand, um den Sie sich kümmern
relation-born = { $relation }, Geburtsjahr { $year }
born = Geburtsjahr { $year }

## What a clinic can do

permissions-heading = Was { $clinic } darf
permissions-record = In dieser Akte: { $record }
permissions-always = Dies darf { $clinic } immer, solange die Verbindung besteht
permissions-optional = Wählen Sie, was { $clinic } außerdem darf
permissions-optional-hint = Sie können das jederzeit ändern.
permissions-kept = Was { $clinic } schon gelesen hat, kann dort gespeichert bleiben. Wir teilen Ihre Änderung mit.
permissions-none = { $clinic } braucht all dies. Sie können nur die ganze Verbindung trennen.
permissions-save = Speichern
permissions-leave = So lassen
permissions-saved = Gespeichert. { $clinic } darf nur, was hier aufgeführt ist.
permissions-changed = Was { $clinic } darf, hat sich geändert, seit Sie diese Seite geöffnet haben. Es wurde nichts gespeichert. Lesen Sie es noch einmal und speichern Sie dann
permissions-disconnect = Sie können { $clinic } auch von dieser Akte trennen.

## Who looks after a record

people-heading = Wer sich um diese Akte kümmert
people-record = Akte: { $record }
people-about = Alle in dieser Liste sehen die ganze Akte, können etwas hinzufügen und können Praxen und Kliniken verbinden und trennen.
people-you = { $name } (Sie)
people-since = Seit { $date }
people-remove = Entfernen
people-leave = Sich nicht mehr darum kümmern
people-invited = Eingeladen
people-invited-until = Die Einladung gilt bis zum { $date }
people-invited-over = Die Einladung ist am { $date } abgelaufen. Niemand hat sie benutzt
people-withdraw = Zurückziehen
people-invite-heading = Jemanden einladen
people-invite-about = Die Person bekommt eine E-Mail mit einem Link. Dazu braucht sie 6 Ziffern, die Sie ihr selbst sagen.
people-email = E-Mail-Adresse der Person
people-invite = Einladung senden
people-digits-heading = Die Einladung ist unterwegs an { $email }
people-digits-tell = Sagen Sie der Person diese 6 Ziffern, persönlich oder am Telefon. Wir zeigen sie nur jetzt.
people-digits-why = Ohne sie kann niemand die Einladung verwenden, auch wenn die E-Mail-Adresse falsch ist.
people-already = Diese Person kümmert sich schon um die Akte
people-too-many = Höchstens { $max } Personen können sich um eine Akte kümmern. Entfernen Sie jemanden, oder ziehen Sie eine Einladung zurück
people-remove-heading = Diese Person entfernen?
people-remove-what = { $name } kümmert sich dann nicht mehr um die Akte „{ $record }“.
people-remove-clinics = Praxen und Kliniken, die { $name } mit dieser Akte verbunden hat, werden getrennt, und wir sagen ihnen Bescheid.
people-remove-rest = Die Akte und alles darin bleibt bei den anderen.
people-remove-told = Wir senden eine E-Mail an { $name } und an alle anderen, die sich um die Akte kümmern.
people-remove-act = { $name } entfernen
people-remove-keep = Nichts ändern
people-leave-heading = Sich nicht mehr um diese Akte kümmern?
people-leave-what = Die Akte „{ $record }“ ist dann nicht mehr in Ihrem Konto.
people-leave-clinics = Praxen und Kliniken, die Sie mit dieser Akte verbunden haben, werden getrennt, und wir sagen ihnen Bescheid.
people-leave-told = Wir senden eine E-Mail an alle, die sich um die Akte kümmern.
care-heading = Sich gemeinsam um eine Akte kümmern
care-what = { $name } bittet Sie, sich gemeinsam um eine Gesundheitsakte zu kümmern. Sie sehen alles darin und können entscheiden, welche Praxen und Kliniken sie verwenden.
care-digits = Die 6 Ziffern, die { $name } Ihnen gesagt hat
care-digits-shape = Geben Sie die 6 Ziffern ein, die { $name } Ihnen gesagt hat
care-relation-empty = Wählen Sie, um wen es in der Akte geht
care-wrong = Diese Ziffern sind falsch. { $left ->
    [one] Sie haben noch 1 Versuch
   *[other] Sie haben noch { $left } Versuche
    }
care-too-many = Sie haben { $max } Akten. Entfernen Sie eine, die Sie nicht brauchen, und öffnen Sie dann die Einladung noch einmal
care-act = Sich darum kümmern
care-leave = Nein, danke
care-over = Diese Einladung gilt nicht mehr
care-over-next = Sie wurde verwendet oder zurückgezogen, sie ist älter als 7 Tage, oder es wurden zu oft falsche Ziffern eingegeben. Bitten Sie die Person, die Sie eingeladen hat, um eine neue.

## After connecting

done-another = Haben Sie noch einen Brief?
done-another-what = Sie bleiben angemeldet.
done-another-code = Weiteren Code eingeben

## Records

records-heading = Eine Akte umbenennen oder entfernen
records-change = Umbenennen
records-change-record = : { $record }
records-remove = Entfernen
records-in-use = Sie können eine Akte entfernen, wenn keine Praxis oder Klinik verbunden ist und nichts darin ist.
records-back = Ihre Akten
record-form-new = Akte erstellen
record-form-change = Diese Akte ändern
record-form-name = Name der Person
record-form-name-hint = Verwenden Sie den Namen, den die Praxis oder Klinik kennt, damit Briefe zur Akte passen.
record-form-name-empty = Geben Sie den Namen der Person ein
record-form-relation = Um wen geht es in dieser Akte?
record-form-myself = Um mich
record-form-my-child = Um mein Kind
record-form-cared-for = Um jemanden, um den ich mich kümmere
record-form-relation-empty = Wählen Sie, um wen es in dieser Akte geht
record-form-birth-year = Geburtsjahr (freiwillig)
record-form-birth-year-hint = Zum Beispiel 2016
record-form-birth-year-shape = Geben Sie das Geburtsjahr mit 4 Ziffern ein, zum Beispiel 2016
record-form-birth-year-future = Das Geburtsjahr darf nicht in der Zukunft liegen
record-form-birth-year-early = Das Geburtsjahr liegt zu lange zurück. Prüfen Sie es
record-form-too-many = Sie haben { $max } Akten. Entfernen Sie eine, die Sie nicht brauchen, bevor Sie eine weitere erstellen
record-form-changed = Diese Akte hat sich geändert, seit Sie die Seite geöffnet haben. Es wurde nichts gespeichert. Lesen Sie sie noch einmal und speichern Sie dann
record-form-save = Speichern
record-form-create = Akte erstellen
grown-notice = Akte „{ $record }“: Wer kümmert sich ab jetzt darum?
grown-notice-what = Kinder können sich ab { $age } Jahren selbst um ihre Gesundheitsakte kümmern.
grown-decide = Entscheiden
grown-heading = Wer kümmert sich ab jetzt um die Akte „{ $record }“?
grown-why = Sie haben uns gesagt, dass dies die Akte Ihres Kindes ist, geboren { $year }. Ab { $age } Jahren können sich Kinder selbst um ihre Gesundheitsakte kümmern. Sprechen Sie mit Ihrem Kind darüber.
grown-legend = Wählen Sie eine Möglichkeit
grown-together = Mein Kind und ich
grown-together-what = Auf der nächsten Seite laden Sie Ihr Kind per E-Mail ein. Sie sehen beide die Akte und entscheiden, welche Praxen und Kliniken sie verwenden.
grown-child = Mein Kind allein
grown-child-what = Auf der nächsten Seite laden Sie Ihr Kind per E-Mail ein. Wenn Ihr Kind dabei ist, entfernen Sie sich dort selbst.
grown-me = Ich kümmere mich weiter darum
grown-me-what = Wir fragen Sie nicht noch einmal. Sie können Ihr Kind jederzeit einladen.
grown-empty = Wählen Sie, wer sich um die Akte kümmert
record-remove-heading = Diese Akte entfernen?
record-remove-what = Die Akte „{ $record }“ wird aus Ihrem Konto entfernt.
record-remove-empty = Es ist nichts darin, und keine Praxis oder Klinik ist damit verbunden.
record-remove-kept = Eine Praxis oder Klinik, die früher verbunden war, kann Gelesenes gespeichert haben.
record-remove-act = Akte entfernen
record-remove-leave = Akte behalten
ask-changed-patient = Diese Seite hat sich geändert, seit Sie sie geöffnet haben. Es wurde nichts geändert. Lesen Sie sie noch einmal und wählen Sie dann

## What is in a record

contents-add = Etwas hinzufügen
contents-empty = In dieser Akte ist noch nichts
contents-empty-hint = Was Ihre Praxen, Kliniken und Sie hinzufügen, steht dann hier.
contents-newest = Neueste Einträge
contents-all = { $count ->
    [one] 1 Eintrag
   *[other] Alle { $count } Einträge
    } ansehen
contents-clinics = Verbundene Praxen und Kliniken
contents-connected-by = Verbunden von { $name }
contents-people = Wer sich um diese Akte kümmert
contents-activity = Wer diese Akte gesehen hat
contents-see-all = { $count ->
    [one] Ansehen
   *[other] Alle { $count } ansehen
    }
contents-see-all-what = : { $what }
contents-change-up = { $number } { $unit } mehr als am { $date }
contents-change-down = { $number } { $unit } weniger als am { $date }
contents-change-none = Wie am { $date }
trend-one = Von { $first } { $unit } am { $from } auf { $last } { $unit } am { $until }
trend-two = Oberer Wert von { $first } auf { $last }, unterer Wert von { $first_low } auf { $last_low }, { $from } bis { $until }
trend-table = Dieselben Zahlen als Tabelle
trend-date = Datum
items-heading = { $what } in dieser Akte
items-heading-all = Alle Einträge in dieser Akte
items-none = Hier ist nichts.
items-newer = Zurück zu den neuesten
items-older = Ältere zeigen
item-added-you = { $date }. Von Ihnen hinzugefügt
item-added-clinic = { $date }. Hinzugefügt von { $clinic }
item-added-another = { $date }. Von jemand anderem hinzugefügt
item-what = Was
item-date = Datum
item-added = Hinzugefügt
item-changed = Zuletzt geändert
item-by-you = Von Ihnen, { $at }
item-by-clinic = Von { $clinic }, { $at }
item-by-another = Von jemand anderem, { $at }
item-change = Ändern
item-change-this = Diesen Eintrag ändern
item-remove = Entfernen
item-remove-this = Diesen Eintrag entfernen
item-of = : { $what }
item-download = Originaldatei herunterladen
item-download-hint = Die Datei enthält diesen Eintrag so, wie die Praxis oder Klinik ihn gesendet hat. Öffnen Sie sie nur mit einem Programm, dem Sie vertrauen.
item-more = Alles, was darin steht
item-remove-heading = Diesen Eintrag entfernen?
item-remove-what = { $what }, { $date }
item-remove-effect = Sie und Ihre Praxen und Kliniken sehen ihn hier dann nicht mehr.
item-remove-copies = Eine Praxis oder Klinik, die ihn gelesen hat, kann eine Kopie behalten.
item-remove-act = Eintrag entfernen
item-remove-leave = Eintrag behalten
add-heading = Was möchten Sie hinzufügen?
add-for = Für: { $record }
add-clinics = Praxen und Kliniken, die diese Einträge lesen dürfen, sehen, was Sie hinzufügen.
add-sort-weight = Gewicht
add-sort-blood-pressure = Blutdruck
add-sort-medicine = Medikament
add-sort-allergy = Allergie
add-sort-note = Notiz
add-new-weight = Gewicht hinzufügen
add-new-blood-pressure = Blutdruck hinzufügen
add-new-medicine = Medikament hinzufügen
add-new-allergy = Allergie hinzufügen
add-new-note = Notiz hinzufügen
add-change-weight = Dieses Gewicht ändern
add-change-blood-pressure = Diesen Blutdruck ändern
add-change-medicine = Dieses Medikament ändern
add-change-allergy = Diese Allergie ändern
add-change-note = Diese Notiz ändern
add-date = Datum
add-date-started = Seit wann nehmen Sie es?
add-date-noticed = Wann wurde sie zum ersten Mal bemerkt?
add-date-hint = Zum Beispiel 2026-05-03. Wenn Sie den Tag nicht wissen, wählen Sie einen in der Nähe.
add-weight = Gewicht in Kilogramm
add-weight-hint = Zum Beispiel { $example }
add-weight-pounds = Gewicht in Pfund
add-systolic = Oberer Wert
add-diastolic = Unterer Wert
add-pressure-hint = In mmHg, zum Beispiel { $example }
add-medicine = Name des Medikaments
add-dose = Wie viel und wie oft (freiwillig)
add-allergy = Wogegen besteht die Allergie?
add-reaction = Was passiert (freiwillig)
add-note = Notiz
add-save = Speichern
add-date-shape = Geben Sie das Datum als Jahr, Monat und Tag ein, zum Beispiel 2026-05-03
add-date-future = Das Datum darf nicht in der Zukunft liegen
add-date-early = Das Datum liegt zu lange zurück. Prüfen Sie es
add-weight-wrong-pounds = Geben Sie das Gewicht in Pfund ein, zwischen 0,7 und 1100, zum Beispiel 150,8
add-weight-wrong = Geben Sie das Gewicht in Kilogramm ein, zwischen 0,3 und 500, zum Beispiel 68,4
add-systolic-wrong = Geben Sie den oberen Wert ein, zwischen 20 und 300
add-diastolic-wrong = Geben Sie den unteren Wert ein, zwischen 20 und 300
add-pressure-swapped = Der obere Wert muss höher sein als der untere
add-name-empty = Geben Sie einen Namen ein
add-name-long = Höchstens { $max } Zeichen sind möglich
add-name-hidden = Dies enthält ein verstecktes Zeichen. Tippen Sie es ein, statt es einzufügen
add-note-empty = Geben Sie eine Notiz ein
add-changed = Dieser Eintrag hat sich geändert, seit Sie die Seite geöffnet haben. Es wurde nichts gespeichert. Was Sie eingegeben haben, steht noch hier
add-too-many = Diese Akte ist voll. Entfernen Sie Einträge, die Sie nicht brauchen, bevor Sie einen weiteren hinzufügen

## Sorts of things

sort-weight = Gewicht
sort-blood-pressure = Blutdruck
sort-glucose = Blutzucker
sort-height = Körpergröße
sort-medicine = Medikamente
sort-allergy = Allergien
sort-condition = Erkrankungen
sort-immunization = Impfungen
sort-procedure = Behandlungen und Eingriffe
sort-note = Notizen
sort-document = Dokumente
sort-file = Dateien
sort-basic = Persönliche Angaben
sort-other = Andere Angaben
looked-weight = Gewicht
looked-blood-pressure = Blutdruck
looked-glucose = Blutzucker
looked-height = Körpergröße
looked-medicine = Medikamente
looked-allergy = Allergien
looked-condition = Erkrankungen
looked-immunization = Impfungen
looked-procedure = Behandlungen und Eingriffe
looked-note = Notizen
looked-document = Dokumente
looked-file = Dateien
looked-basic = persönliche Angaben
looked-other = andere Angaben
looked-anything = alles, was sichtbar ist
thing-weight = Gewicht { $value } { $unit }
thing-blood-pressure = Blutdruck { $systolic } / { $diastolic }
thing-glucose = Blutzucker { $value } { $unit }
thing-height = Körpergröße { $value } { $unit }
thing-named = { $name }, { $more }
unit-kg = kg
unit-lb = lb
unit-mmol = mmol/l
unit-mg = mg/dl
unit-m = m
unit-in = Zoll
unit-mmhg = mmHg
value-feet = { $feet } Fuß { $inches }
value-pair = { $upper } / { $lower }

## Who saw what

activity-heading = Wer was gesehen hat
activity-intro = Jedes Mal, wenn eine Praxis oder Klinik eine Ihrer Akten öffnet oder etwas hinzufügt, schreiben wir es hier auf.
activity-all-clinics = Alle Praxen und Kliniken
activity-clinics = Praxen und Kliniken
activity-records = Akten
activity-all-records = Alle Akten
activity-record = Nur die Akte „{ $record }“
activity-none = Es wurde noch nichts gelesen oder hinzugefügt.
activity-read = { $clinic } hat angesehen: { $what }
activity-added = { $clinic } hat hinzugefügt: { $what }
activity-changed = { $clinic } hat geändert: { $what }
activity-removed = { $clinic } hat entfernt: { $what }
activity-refused = { $clinic } wollte sehen: { $what }. Wir haben es nicht erlaubt.
activity-you-added = Sie haben hinzugefügt: { $what }
activity-you-changed = Sie haben geändert: { $what }
activity-you-removed = Sie haben entfernt: { $what }
activity-another = Jemand anderes
activity-when = { $record }, { $clock } Uhr. { $more ->
    [0] { $things ->
        [0] Es war nichts da.
        [one] 1 Eintrag.
       *[other] { $things } Einträge.
        }
    [one] Und 1 weiteres Mal an diesem Tag.
   *[other] Und { $more } weitere Male an diesem Tag.
    }
activity-when-refused = { $record }, { $clock } Uhr. Dem haben Sie nicht zugestimmt. { $more ->
    [0] { "" }
    [one] An diesem Tag wurde es 1 weiteres Mal versucht.
   *[other] An diesem Tag wurde es { $more } weitere Male versucht.
    }
activity-monthly = Wir senden Ihnen jeden Monat eine Zusammenfassung per E-Mail. Sie können sie abschalten.
activity-monthly-off = Wir senden Ihnen keine monatliche Zusammenfassung per E-Mail. Sie können sie einschalten.
activity-monthly-change = Ändern
activity-older = Ältere zeigen
activity-newest = Zurück zu den neuesten
activity-wrong = Sieht etwas falsch aus?
activity-wrong-call = Rufen Sie die Praxis oder Klinik an:
activity-wrong-disconnect = Eine Praxis oder Klinik trennen

## Details

details-heading = Ihre Angaben
details-name = Ihr Name
details-name-save = Namen speichern
details-name-done = Ihr Name ist geändert.
details-email-now = Ihre E-Mail-Adresse ist { $email }.
details-new-email = Neue E-Mail-Adresse
details-new-email-hint = Wir senden 6 Ziffern an diese Adresse.
details-your-password = Ihr Passwort
details-email-save = E-Mail-Adresse ändern
details-email-done = Ihre E-Mail-Adresse ist geändert. Wir haben beide Adressen informiert.
details-email-same = Das ist schon Ihre E-Mail-Adresse. Geben Sie eine andere ein
details-old-password = Ihr jetziges Passwort
details-new-password = Neues Passwort
details-password-save = Passwort ändern
details-password-done = Ihr Passwort ist geändert. Sie sind überall sonst abgemeldet.
details-password-wrong = Das ist nicht Ihr Passwort. Prüfen Sie es und versuchen Sie es noch einmal
details-digits-heading = Prüfen Sie Ihre neue E-Mail-Adresse
details-digits-label = 6 Ziffern aus der E-Mail
details-digits-save = E-Mail-Adresse ändern
details-digits-stop = Alte Adresse behalten
undo-email-heading = Zur früheren E-Mail-Adresse zurückkehren?
undo-email-what = Die E-Mail-Adresse Ihres Kontos ist dann wieder { $email }. Sie werden überall abgemeldet.
undo-email-act = Frühere Adresse wiederherstellen
undo-email-done = Ihre frühere E-Mail-Adresse gilt wieder
undo-email-next = Vielleicht kennt jemand anderes Ihr Passwort. Wählen Sie jetzt ein neues.
undo-email-password = Neues Passwort wählen
undo-email-over = Dieser Link funktioniert nicht mehr
undo-email-over-next = Er wurde verwendet, er ist älter als 7 Tage, oder diese Adresse gehört jetzt zu einem anderen Konto.
preferences-heading = E-Mails und Einheiten
preferences-row-what = Die monatliche E-Mail, und Kilogramm oder Pfund
preferences-monthly-legend = E-Mails
preferences-monthly = Mir jeden Monat per E-Mail sagen, wer meine Akten gesehen hat
preferences-monthly-what = Wir senden sie, wenn eine Praxis oder Klinik eine Akte angesehen oder geändert hat.
preferences-units = Einheiten
preferences-metric = Metrisch
preferences-metric-what = Kilogramm, Meter, mmol/l
preferences-imperial = Angloamerikanisch
preferences-imperial-what = Pfund, Fuß und Zoll, mg/dl
preferences-save = Speichern
preferences-done = Ihre Auswahl ist gespeichert.

## Devices

devices-heading = Wo Sie angemeldet sind
devices-intro = Melden Sie jedes Gerät ab, das Sie nicht kennen. Ändern Sie dann Ihr Passwort.
devices-this = Dieses Gerät
devices-unknown = Ein Gerät
devices-name = { $browser } auf { $system }
devices-seen = Angemeldet am { $since }. Zuletzt verwendet am { $seen }.
devices-sign-out = Abmelden
devices-everywhere-what = Damit werden Sie auf allen Geräten abgemeldet, auch auf diesem.
devices-everywhere = Überall abmelden
devices-row = Angemeldet auf
devices-row-what = Computer und Telefone
devices-manage = Verwalten

## Download

download-heading = Ihre Daten herunterladen
download-what = Wir erstellen eine Datei mit allem in Ihrem Konto: Ihre Akten, was darin ist und wer was damit gemacht hat.
download-safe = Die Datei enthält Ihre Gesundheitsdaten. Bewahren Sie sie an einem sicheren Ort auf.
download-make = Datei erstellen
download-again = Neue Datei erstellen
download-running = Wir erstellen Ihre Datei. Das kann einige Minuten dauern. Wir senden Ihnen eine E-Mail, wenn sie fertig ist.
download-ready = Ihre Datei ist fertig. Sie können sie bis zum { $date } herunterladen.
download-get = Datei herunterladen
download-failed = Wir konnten Ihre Datei nicht erstellen. Versuchen Sie es noch einmal. Wenn es nicht klappt, sind Ihre Akten vielleicht zu groß für eine Datei.
download-too-many = Sie haben heute viele Dateien angefordert. Versuchen Sie es morgen noch einmal
download-row = Ihre Daten
download-row-what = Alles in Ihrem Konto, als eine Datei
download-link = Herunterladen
download-you = Sie
download-another = jemand anderes
download-log = { $by }: { $act } { $what }
download-file-heading = Patient Connect: { $name }
download-file-about = Alles im Konto von { $email }, erstellt am { $at }.
download-file-nothing = Nichts
download-file-sort = Art
download-file-log = Wer was gemacht hat

## Delete

delete-heading = Ihr Konto löschen?
delete-now = Alle Praxen und Kliniken werden jetzt getrennt, und wir sagen ihnen Bescheid.
delete-later = Am { $date } löschen wir Ihr Konto, Ihre Akten und alles darin.
delete-mind = Bis dahin können Sie sich anmelden und Ihr Konto behalten.
delete-stays = Praxen und Kliniken können Gelesenes behalten. In ihren Protokollen steht statt Ihres Namens eine Nummer.
delete-download = Sie können vorher Ihre Daten herunterladen.
delete-password = Ihr Passwort
delete-act = Mein Konto löschen
delete-leave = Mein Konto behalten
delete-row = Löschen
delete-row-what = Ihr Konto und Ihre Akten
delete-link = Löschen …
delete-coming = Ihr Konto wird am { $date } gelöscht
delete-coming-what = Alle Praxen und Kliniken sind getrennt. Sie können Ihr Konto noch behalten.
delete-keep = Mein Konto behalten
