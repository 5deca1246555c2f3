# Words on patients’ pages: from the code to “You are connected”, the account, and what can go wrong.

continue = Weiter
go-to-start = Zur Startseite
clinic-hours = Öffnungszeiten:
clinic-logo = Logo von { $clinic }
call-clinic = Rufen Sie { $clinic } an: { $phone }

## The start page

home-title = Mit Ihrer Praxis oder Klinik verbinden
home-heading = Verbinden Sie Ihre Gesundheitsakte mit Ihrer Praxis oder Klinik
home-intro = Ihre Praxis oder Klinik gibt Ihnen einen Code. Sie wählen, welche Akte Sie verbinden. Wir geben nichts weiter, bevor Sie Ja sagen.
home-code = Ich habe einen Code von meiner Praxis oder Klinik
home-code-hint = Ihr Code hat 20 Buchstaben. Er steht in Ihrem Brief oder in Ihrer E-Mail.
home-sign-in = Bei Ihren Akten anmelden
home-account = Zu Ihren Akten
home-account-hint = Sehen Sie, welche Praxen und Kliniken verbunden sind, oder trennen Sie eine.
home-staff = Für das Personal von Praxen und Kliniken

## The code

code-heading = Geben Sie Ihren Code ein
code-hint = Ihr Code hat 20 Buchstaben, zum Beispiel JKYZ-QNMN-VHRX-ZGNR-GZNH. Groß- und Kleinbuchstaben sind möglich, mit oder ohne Bindestriche.
code-picture = Bild eines Briefs. Der Code steht in einem Kasten unter den Schritten.
code-where = Im Brief steht Ihr Code in einem Kasten. In der E-Mail steht er in einer eigenen Zeile.
code-from-link = Wenn Sie über einen Link in einer E-Mail hierher gekommen sind, geben Sie den Code aus dieser E-Mail ein oder fügen Sie ihn ein.
code-empty = Geben Sie den Code aus Ihrem Brief oder Ihrer E-Mail ein
code-too-short = Sie haben { $entered } Buchstaben eingegeben. Ein Code hat { $length }. Prüfen Sie, ob Buchstaben fehlen
code-too-long = Sie haben { $entered } Buchstaben eingegeben. Ein Code hat { $length }. Entfernen Sie alles, was nicht zum Code gehört
code-impossible = { $sign ->
    [letter] Codes enthalten den Buchstaben { $letter } nicht und keine Zahlen
    [number] Codes enthalten keine Zahlen
   *[other] Codes enthalten nur Buchstaben
    }. Prüfen Sie den { $position }. Buchstaben
code-check-letter = Einer der Buchstaben ist falsch. Vergleichen Sie jede Gruppe von 4 Buchstaben mit Ihrem Brief oder Ihrer E-Mail
code-unknown = Wir kennen diesen Code nicht. Vergleichen Sie ihn mit Ihrem Brief oder Ihrer E-Mail. Wenn er dann nicht funktioniert, bitten Sie Ihre Praxis oder Klinik um einen neuen Code
code-slow-down = Über diese Internetverbindung wurden zu viele falsche Codes eingegeben. Warten Sie { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
    } und versuchen Sie es noch einmal. Ihr Code gilt weiterhin
code-unavailable = Bei uns ist etwas schiefgegangen. Ihr Code wurde nicht verwendet. Versuchen Sie es in einigen Minuten noch einmal

## The question

question-title = Ihre Frage
question-who = Frage von { $clinic }
question-hint = { $blanks ->
    [count] Geben Sie die Antwort ein, die Sie mit { $clinic } vereinbart haben. Groß- und Kleinschreibung ist egal, Leerzeichen zählen aber.
    [never] Geben Sie die Wörter, die Sie von { $clinic } bekommen haben, in ihrer Reihenfolge ein. Groß- und Kleinschreibung und Leerzeichen sind egal.
   *[lenient] Geben Sie die Antwort ein, die Sie mit { $clinic } vereinbart haben. Groß- und Kleinschreibung ist egal.
    }
question-left = { $left ->
    [one] Sie haben noch 1 Versuch. Wenn auch diese Antwort falsch ist, wird der Code zum Schutz Ihrer Akte gesperrt.
   *[other] Sie haben noch { $left } Versuche. Danach wird der Code zum Schutz Ihrer Akte gesperrt.
    }
question-cannot-remember = Ich weiß die Antwort nicht mehr
question-not-me = Dieser Code ist nicht für mich
question-empty = Geben Sie Ihre Antwort ein
question-too-long = Ihre Antwort darf höchstens { $max } Zeichen haben
question-invisible = Ihre Antwort enthält ein verstecktes Zeichen. Tippen Sie sie ein, statt sie einzufügen
question-blank = Ihre Antwort { $end ->
    [start] beginnt
   *[finish] endet
    } mit einem Leerzeichen. Entfernen Sie es und versuchen Sie es noch einmal. Dies hat nicht als Versuch gezählt
question-wrong = Diese Antwort stimmt nicht mit der überein, die wir haben. { $left ->
    [one] Sie haben noch 1 Versuch. Wenn Sie nicht sicher sind, rufen Sie vorher { $clinic } an: { $phone }
   *[other] Sie haben noch { $left } Versuche. { $blanks ->
        [count] Groß- und Kleinschreibung ist egal, Leerzeichen zählen aber
        [never] Groß- und Kleinschreibung und Leerzeichen sind egal
       *[lenient] Groß- und Kleinschreibung ist egal
        }
    }
question-full-stop = Ihre Antwort endet mit einem Punkt. Entfernen Sie ihn und versuchen Sie es noch einmal. Dies hat nicht als Versuch gezählt
question-repeated = Diese Antwort haben Sie schon versucht. Sie stimmt nicht mit der überein, die wir haben. Dies hat nicht als Versuch gezählt
question-others-waiting = Wir prüfen noch eine andere Antwort. Warten Sie einen Moment und versuchen Sie es noch einmal. Dies hat nicht als Versuch gezählt
question-unavailable = Bei uns ist etwas schiefgegangen. Wir haben Ihre Antwort nicht geprüft, und dies hat nicht als Versuch gezählt. Versuchen Sie es in einigen Minuten noch einmal

## I cannot remember

cannot-remember-heading = Wenn Sie die Antwort nicht mehr wissen
cannot-remember-no-try = Das Öffnen dieser Seite hat nicht als Versuch gezählt.
cannot-remember-think = Es ist die Antwort, die Sie vor Ort mit { $clinic } vereinbart haben. Versuchen Sie, sich an den genauen Wortlaut zu erinnern.
cannot-remember-call = Wenn sie Ihnen nicht einfällt, rufen Sie { $clinic } an: { $phone }. Dort bekommen Sie einen neuen Code mit einer neuen Frage.
cannot-remember-back = Zurück zur Frage

## This was not meant for me

not-me-heading = Ist dieser Code für Sie?
not-me-hint = { $clinic } hat diesen Code für eine bestimmte Person erstellt.
not-me-no = Nein, er ist nicht für mich
not-me-no-hint = Der Code wird ungültig, und wir sagen { $clinic } Bescheid.
not-me-yes = Ja, er ist für mich
not-me-yes-hint = Sie gelangen zurück zur Frage.
not-me-nothing-chosen = Wählen Sie, ob dieser Code für Sie ist

## Which record

record-title = Wählen Sie eine Akte
record-for = Dies ist für
record-heading = Welche Akte möchten Sie mit { $clinic } verbinden?
record-signed-in = Angemeldet als { $name }
record-not-you = Sind Sie das nicht? Ein anderes Konto verwenden
record-connected = Bereits mit { $clinic } verbunden. Erstellt am { $date }.
record-spoken-of = Vielleicht meint { $clinic } diese Akte. Erstellt am { $date }.
record-connected-and-spoken-of = Vielleicht meint { $clinic } diese Akte. Sie ist bereits verbunden. Erstellt am { $date }.
record-new = Jemand anderes (neue Akte erstellen)
record-name-label = Der Name der Person
record-first-heading = Erstellen Sie eine Akte, um sie mit { $clinic } zu verbinden
record-first-intro = Sie haben noch keine Akte. Eine Akte enthält Gesundheitsdaten einer Person: von Ihnen oder von jemandem, um den Sie sich kümmern.
record-nothing-chosen = Wählen Sie eine Akte oder erstellen Sie eine neue
record-name-empty = Geben Sie den Namen der Person ein, für die diese Akte ist
record-name-too-long = Der Name darf höchstens { $max } Zeichen haben
record-name-taken = Sie haben schon eine Akte mit diesem Namen. Wählen Sie diese Akte, oder ergänzen Sie den Namen, zum Beispiel um ein Geburtsjahr
record-name-invisible = Der Name enthält ein verstecktes Zeichen. Tippen Sie ihn ein, statt ihn einzufügen

## Authorize

authorize-heading = Möchten Sie die Akte „{ $record }“ mit { $clinic } verbinden?
authorize-will = { $clinic } kann dann:
authorize-learns = { $clinic } erfährt, dass Sie diese Akte verbunden haben. Es werden keine Gesundheitsdaten gelesen oder geändert.
authorize-optional = Sie können { $clinic } außerdem erlauben:
authorize-optional-hint = Wählen Sie, womit Sie einverstanden sind. Sie können auch ohne diese Punkte verbinden.
authorize-connected = Die Akte „{ $record }“ ist bereits mit { $clinic } verbunden. Wenn Sie noch einmal zustimmen, ersetzt Ihre Auswahl auf dieser Seite die frühere.
authorize-learns-heading = Was { $clinic } über Sie erfährt
authorize-learns-holder = Ihr Name: { $name }
authorize-learns-record = Der Name dieser Akte: { $record }
authorize-learns-dates = Wann Sie diese Akte erstellt und wann Sie sie verbunden haben
authorize-learns-ids = Eine Kennnummer für Sie und eine für diese Akte. Alle Praxen und Kliniken, mit denen Sie diese Akte verbinden, erhalten dieselben zwei Nummern.
authorize-learns-not = { $clinic } erfährt nicht Ihre E-Mail-Adresse und nicht die Namen von Akten, die Sie nicht verbinden.
authorize-stop = Sie können die Verbindung jederzeit trennen. Öffnen Sie Ihre Akten und wählen Sie „Trennen“.
authorize-privacy = Datenschutzerklärung von { $clinic }
authorize-terms = Nutzungsbedingungen von { $clinic }
authorize-only-if = Fahren Sie nur fort, wenn Sie diesen Code von { $clinic } bekommen haben.
authorize-yes = Ja, zustimmen
authorize-no = Nein, nicht verbinden
authorize-changed = Diese Seite hat sich geändert, seit Sie sie geöffnet haben: Vielleicht bittet { $clinic } jetzt um etwas anderes. Es ist noch nichts verbunden. Lesen Sie die Seite noch einmal und wählen Sie dann
authorize-nothing-chosen = Wählen Sie „Ja, zustimmen“ oder „Nein, nicht verbinden“

## Whom the letter is for, and which record is connected

pair-letter = Der Brief ist für:
pair-letter-unknown = Ein Name, den wir nicht mehr gespeichert haben
pair-record = Sie verbinden:
pair-match = Die Namen stimmen überein.
pair-cannot-tell = Prüfen Sie, ob es dieselbe Person ist.
pair-differs = Die Namen sind nicht gleich. Prüfen Sie Ihren Brief.
pair-better = Eine andere Ihrer Akten passt besser zum Brief. Prüfen Sie Ihren Brief.
pair-all-the-same = Die Namen sind nicht gleich. Sie haben uns gesagt, dass dies die richtige Akte ist.
pair-elsewhere = Eine andere Akte wählen
right-record-heading = Ist das die richtige Akte?
right-record-legend = Wessen Akte meint die Praxis oder Klinik?
right-record-hint = Wenn Sie die falsche Akte verbinden, landen die Befunde einer Person in der Akte einer anderen.
right-record-better = Wir wählen diese Akte für Sie. Sie haben sie am { $date } erstellt.
right-record-another = Eine andere Akte
right-record-another-hint = Sie gehen zurück und wählen eine andere Akte oder erstellen eine neue.
right-record-this-hint = Im Brief steht „{ $letter }“, gemeint ist aber { $record }.
right-record-not-sure = Ich bin nicht sicher
right-record-not-sure-hint = Wir zeigen Ihnen, wie Sie nachfragen können. Ihr Code gilt weiterhin.
right-record-stop = Hier aufhören, nicht verbinden
right-record-nothing-chosen = Wählen Sie die Akte, die die Praxis oder Klinik meint
right-record-changed = Diese Seite hat sich geändert, seit Sie sie geöffnet haben. Es ist noch nichts verbunden. Lesen Sie sie noch einmal und wählen Sie dann
not-sure-heading = Fragen Sie nach, welche Akte gemeint ist
not-sure-code = Es ist nichts verbunden. Ihr Code gilt bis zum { $date }.
not-sure-connection = Wir haben nichts geändert. Ihre Verbindung bleibt, wie sie ist.
not-sure-ask = Rufen Sie { $clinic } an: { $phone }. Fragen Sie, für wen der Brief ist, und kommen Sie dann zurück.
not-sure-back = Zurück zur Entscheidung

## The wrong record

change-heading = Ist „{ $record }“ die falsche Akte für { $clinic }?
change-what = Wählen Sie die richtige Akte. Wir verbinden sie mit { $clinic } und beenden die Verbindung zur falschen.
change-read = { $clinic } hat bereits Gesundheitsdaten aus der Akte „{ $record }“ gelesen. Gelesenes kann dort gespeichert bleiben.
change-not-read = { $clinic } hat keine Gesundheitsdaten aus der Akte „{ $record }“ gelesen. Der Name der Akte ist dort vielleicht schon bekannt.
change-written = { $clinic } hat Gesundheitsdaten in die Akte „{ $record }“ eingetragen. Diese Einträge bleiben dort. Bitten Sie die Praxis oder Klinik, sie zu entfernen.
change-may = { $clinic } kann dasselbe tun wie bisher, nun mit der richtigen Akte:
change-letter = Welcher Brief ist mit der falschen Akte verbunden?
change-letter-hint = Mehr als ein Brief ist mit dieser Akte verbunden.
change-record = Welche Akte ist die richtige?
change-record-connected = Bereits mit { $clinic } verbunden. Erstellt am { $date }.
change-continue = Akte wechseln
change-keep = Die Akte „{ $record }“ verbunden lassen
change-no-letter = Wählen Sie den Brief, der mit der falschen Akte verbunden ist
change-nothing-chosen = Wählen Sie die richtige Akte oder erstellen Sie eine neue
change-changed = Diese Seite hat sich geändert, seit Sie sie geöffnet haben. Es wurde noch nichts geändert. Lesen Sie sie noch einmal und wählen Sie dann
changed-heading = Die Akte „{ $record }“ ist jetzt mit { $clinic } verbunden
changed-former = Die Akte „{ $record }“ ist nicht mehr verbunden. { $clinic } kann sie nicht mehr öffnen.
changed-still-connected = Die Akte „{ $record }“ bleibt mit { $clinic } verbunden, weil ein anderer Brief sie verbindet.
change-too-late-heading = Sie können diese Akte hier nicht mehr wechseln
change-too-late-next = Eine Akte lässt sich bis { $hours } Stunden nach dem Verbinden wechseln. Trennen Sie sie jetzt: Öffnen Sie Ihre Akten und wählen Sie „Trennen“. Rufen Sie dann { $clinic } an ({ $phone }) und bitten Sie um einen neuen Code.
change-ended-heading = Diese Verbindung ist schon beendet
change-ended-next = Sie wurde getrennt, oder die Akte wurde gewechselt. Jetzt wurde nichts geändert. Bei Ihren Akten sehen Sie, was verbunden ist.

## Connected

done-heading = Sie sind mit { $clinic } verbunden
done-record = Die Akte „{ $record }“ ist jetzt verbunden.
done-message = Eine Nachricht von { $clinic }
done-next = Wie es weitergeht
done-next-clinic = { $clinic } sieht dies, sobald das System dort das nächste Mal nachschaut. Meistens dauert das höchstens 1 Tag.
done-next-nothing = Sie müssen nichts weiter tun.
done-receipt = Wir senden eine Bestätigung an { $email }.
done-receipt-heading = Ihre Bestätigung
done-receipt-clinic = Praxis oder Klinik
done-wrong-record = Falsche Akte?
done-wrong-record-how = Sie können die Akte bis { $hours } Stunden nach dem Verbinden wechseln.
done-change-record = Wechseln
done-stop = So trennen Sie die Verbindung
done-stop-how = Sie können { $clinic } jederzeit trennen. Öffnen Sie Ihre Akten und wählen Sie „Trennen“.
done-print = Sie können diese Seite ausdrucken und aufbewahren.
done-account = Zu Ihren Akten

## Not connected

declined-heading = Sie sind nicht verbunden
declined-nothing-shared = Wir haben nichts an { $clinic } weitergegeben.
declined-until = Ihr Code gilt bis zum { $date }. Wenn Sie es sich anders überlegen, geben Sie ihn noch einmal ein.

## How a code ends

ended-heading = Dieser Code ist am { $date } abgelaufen
ended-next = Rufen Sie { $clinic } an ({ $phone }) und bitten Sie um einen neuen Code. Sie müssen nicht hingehen.
replaced-heading = Sie haben von { $clinic } einen neueren Code bekommen
replaced-next = Verwenden Sie den Code aus Ihrem neuesten Brief oder Ihrer neuesten E-Mail vom { $date }.
stopped-heading = Dieser Code ist gesperrt, weil die Antwort zu oft falsch war
stopped-next = Das schützt Ihre Akte. Rufen Sie { $clinic } an ({ $phone }) und bitten Sie um einen neuen Code.
withdrawn-heading = { $clinic } hat diesen Code zurückgezogen
withdrawn-next = Wenn Sie das nicht erwartet haben, rufen Sie an: { $phone }.
refused-heading = Sie haben uns gesagt, dass dieser Code nicht für Sie ist
refused-next = Wenn das ein Irrtum war, rufen Sie { $clinic } an: { $phone }.
used-heading = Dieser Code wurde schon verwendet
used-next = Wenn Sie das nicht waren, rufen Sie jetzt { $clinic } an: { $phone }.
thanks-heading = Danke, dass Sie uns Bescheid gesagt haben
thanks-next = Wir haben nichts weitergegeben. Wir haben { $clinic } informiert.
thanks-connected-next = Mit diesem Code hat sich schon jemand verbunden. Wir haben { $clinic } informiert. Wenn Sie sich um Ihre eigene Akte sorgen, rufen Sie an: { $phone }.
timed-out-heading = Die Zeit für diese Seite ist abgelaufen
timed-out-next = Zum Schutz Ihrer Akte laufen Seiten nach { $minutes } Minuten ab. Ihr Code wurde nicht verwendet. Geben Sie ihn noch einmal ein, um fortzufahren.
not-started-heading = Beginnen Sie mit Ihrem Code
not-started-next = Geben Sie zuerst den Code aus Ihrem Brief oder Ihrer E-Mail ein. Danach können Sie diese Seite öffnen.
enter-code = Code eingeben
newer-code = Neueren Code eingeben

## When something goes wrong

trouble-heading = Leider ist etwas schiefgegangen
trouble-unavailable = Ihr Code wurde nicht verwendet. Versuchen Sie es in einigen Minuten noch einmal.
trouble-unavailable-phone = Ihr Code wurde nicht verwendet. Versuchen Sie es in einigen Minuten noch einmal oder rufen Sie an: { $phone }.
trouble-ours = Das Problem liegt bei uns, nicht bei Ihnen. Versuchen Sie es in einigen Minuten noch einmal.
trouble-kept = Was Sie eingegeben haben, steht noch auf dieser Seite, außer Passwörtern und Einmalcodes. Warten Sie eine Minute und senden Sie es noch einmal.
signed-out-heading = Sie sind nicht mehr angemeldet
signed-out-next = Was Sie eingegeben haben, steht noch auf dieser Seite, außer Passwörtern und Einmalcodes. Melden Sie sich in einem neuen Tab noch einmal an. Kommen Sie dann auf diese Seite zurück und senden Sie es noch einmal.
signed-out-sign-in = Anmelden (öffnet einen neuen Tab)
signed-out-heading-code = Sie waren eine Weile weg
signed-out-next-code = Was Sie eingegeben haben, steht noch auf dieser Seite. Geben Sie Ihren Code in einem neuen Tab noch einmal ein. Kommen Sie dann auf diese Seite zurück und senden Sie es noch einmal.
signed-out-code = Code eingeben (öffnet einen neuen Tab)
trouble-send-again = Noch einmal senden
slow-down-heading = Zu viele Versuche
slow-down-next = Warten Sie { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
    } und versuchen Sie es noch einmal. Wenn Sie einen Code haben, gilt er weiterhin.
crowded-heading = Aus diesem Netzwerk sind zu viele Menschen hier
crowded-next = Warten Sie { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
    } und versuchen Sie es noch einmal. Wenn Sie einen Code haben, gilt er weiterhin.
crowded-kept = Warten Sie { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
    } und senden Sie es dann noch einmal. Was Sie eingegeben haben, steht noch auf dieser Seite, außer Passwörtern und Einmalcodes.
not-found-heading = Seite nicht gefunden
not-found-next = Wenn Sie die Adresse eingetippt haben, prüfen Sie sie. Wenn Sie einem Link gefolgt sind, ist er vielleicht veraltet.
old-link-heading = Dieser Link stammt aus einem älteren System und funktioniert nicht mehr
old-link-next = Wenn Sie einen Brief oder eine E-Mail mit einem Code haben, geben Sie diesen Code ein. Wenn Sie keinen Code haben, rufen Sie die Praxis oder Klinik an, von der Sie den Link haben.
cross-site-heading = Wir konnten dies nicht annehmen
cross-site-next = Es kam von einer anderen Website. Wenn Sie es senden wollten, beginnen Sie hier noch einmal.
other-address-heading = Diese Seite hat eine andere Adresse
other-address-next = Öffnen Sie { $url } und geben Sie Ihre Daten dort ein. Wir haben nichts gespeichert.
other-address-open = Richtige Adresse öffnen
too-large-heading = Der Text ist zu lang
too-large-next = Gehen Sie zurück, kürzen Sie ihn und senden Sie ihn noch einmal.
broken-form-heading = Wir konnten dieses Formular nicht lesen
broken-form-next = Ein Feld fehlt oder kam doppelt an. Es wurde nichts geändert. Gehen Sie zurück, laden Sie die Seite neu und füllen Sie das Formular noch einmal aus.
wrong-kind-next = Es wurde nicht so gesendet, wie eine Webseite ein Formular sendet. Es wurde nichts geändert. Gehen Sie zurück, laden Sie die Seite neu und füllen Sie das Formular noch einmal aus.
wrong-method-heading = Sie können diese Seite so nicht öffnen
wrong-method-next = Gehen Sie zur Startseite und versuchen Sie es noch einmal.

## Sign in

sign-in-heading = Anmelden
sign-in-why = Melden Sie sich an, damit nur Sie sehen können, was { $clinic } sendet.
email-label = E-Mail-Adresse
password-label = Passwort
sign-in-forgot = Passwort vergessen?
sign-in-create = Konto erstellen
sign-in-create-prompt = Noch kein Konto?
sign-in-create-hint = Es dauert etwa 2 Minuten. Ihr Code und Ihre Antwort bleiben gespeichert.
email-empty = Geben Sie Ihre E-Mail-Adresse ein
password-empty = Geben Sie Ihr Passwort ein
sign-in-wrong = Die E-Mail-Adresse oder das Passwort ist falsch. Prüfen Sie beides und versuchen Sie es noch einmal
sign-in-locked-shortly = Es gab zu viele falsche Versuche. Warten Sie { $seconds ->
    [one] 1 Sekunde
   *[other] { $seconds } Sekunden
    } und versuchen Sie es noch einmal
sign-in-locked = Es gab zu viele falsche Versuche. Warten Sie { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
    } und versuchen Sie es noch einmal
sign-in-unavailable = Bei uns ist etwas schiefgegangen. Versuchen Sie es in einigen Minuten noch einmal

## Create an account

create-heading = Konto erstellen
create-why = Erstellen Sie ein Konto, damit nur Sie sehen können, was { $clinic } sendet.
create-sign-in-prompt = Haben Sie schon ein Konto?
name-label = Ihr Name
email-digits-hint = Wir senden Ihnen 6 Ziffern per E-Mail, um zu prüfen, dass diese Adresse Ihnen gehört.
password-new-hint = Verwenden Sie mindestens { $min } Zeichen. Gut geeignet sind drei Wörter, die nichts miteinander zu tun haben.
name-empty = Geben Sie Ihren Namen ein
name-too-long = Ihr Name darf höchstens { $max } Zeichen haben
name-invisible = Ihr Name enthält ein verstecktes Zeichen. Tippen Sie ihn ein, statt ihn einzufügen
email-too-long = Die E-Mail-Adresse darf höchstens { $max } Zeichen haben
email-shape = Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.org
password-too-short = Ihr Passwort muss mindestens { $min } Zeichen haben
password-too-long = Ihr Passwort darf höchstens { $max } Zeichen haben
password-common = Viele Menschen verwenden ein solches Passwort, daher ist es leicht zu erraten. Verwenden Sie drei Wörter, die nichts miteinander zu tun haben
password-personal = Ihr Name, Ihre E-Mail-Adresse und der Name der Praxis oder Klinik sind leicht zu erraten. Verwenden Sie Wörter, die nichts mit Ihnen zu tun haben
password-word = Ein einzelnes Wort ist leicht zu erraten. Fügen Sie zwei weitere hinzu, die nicht dazu passen
password-name = Namen sind leicht zu erraten. Verwenden Sie drei Wörter, die nichts miteinander zu tun haben
password-keys = Tasten, die nebeneinander liegen, sind leicht zu erraten. Verwenden Sie drei Wörter, die nichts miteinander zu tun haben
password-repeats = Wiederholte Wörter machen ein Passwort nicht schwerer zu erraten. Fügen Sie zwei andere Wörter hinzu
password-sequence = Buchstaben oder Zahlen der Reihe nach sind leicht zu erraten. Verwenden Sie drei Wörter, die nichts miteinander zu tun haben
password-date = Datumsangaben und Jahre sind leicht zu erraten. Verwenden Sie drei Wörter, die nichts miteinander zu tun haben
password-short = Dieses Passwort ist noch leicht zu erraten. Fügen Sie ein oder zwei ungewöhnliche Wörter hinzu
create-slow-down = Über diese Internetverbindung oder für diese Adresse wurden zu viele Konten angefordert. Verwenden Sie unsere neueste E-Mail, oder warten Sie { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
    } und versuchen Sie es noch einmal
create-digits-prompt = Haben Sie die 6 Ziffern schon?
create-digits = Ziffern eingeben
digits-heading = Geben Sie die 6 Ziffern ein, die wir Ihnen gesendet haben
digits-hint = Wir haben eine E-Mail an { $email } gesendet. Das kann einige Minuten dauern. Sehen Sie auch im Spam-Ordner nach.
digits-resent = Wir haben eine neue E-Mail an { $email } gesendet. Verwenden Sie die Ziffern aus der neuesten.
digits-resend = 6 neue Ziffern senden
digits-start-over = Eine andere E-Mail-Adresse verwenden
digits-prompt = Ist die E-Mail nicht angekommen?
digits-empty = Geben Sie die 6 Ziffern aus der E-Mail ein
digits-shape = Geben Sie alle 6 Ziffern aus der E-Mail ein, ohne Buchstaben
digits-wrong = Das sind nicht die Ziffern, die wir gesendet haben. { $left ->
    [one] Sie haben noch 1 Versuch
   *[other] Sie haben noch { $left } Versuche
    }
digits-over = Diese Ziffern gelten nicht mehr. Wählen Sie „6 neue Ziffern senden“
digits-too-many-mails = Wir haben schon mehrere E-Mails an diese Adresse gesendet. Verwenden Sie die neueste, oder warten Sie { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
    }, bevor Sie noch einmal fragen

## An account that is finished in another browser

finish-heading = Konto fertigstellen
finish-why = Ist die Seite weg, die nach den 6 Ziffern gefragt hat? Geben Sie sie hier ein, zusammen mit der E-Mail-Adresse und dem Passwort, das Sie gewählt haben.
finish-link-why = Geben Sie das Passwort ein, das Sie am Anfang gewählt haben. Danach ist Ihr Konto fertig.
finish-began = Ihre E-Mail-Adresse ist bestätigt. Noch ein Schritt, und Ihr Konto ist fertig.
finish-password-label = Das Passwort, das Sie gewählt haben
finish-password-empty = Geben Sie das Passwort ein, das Sie gewählt haben
finish-digits-label = Die 6 Ziffern aus der E-Mail
finish-wrong = E-Mail-Adresse, Passwort und Ziffern passen nicht zusammen. Verwenden Sie die Ziffern aus der neuesten E-Mail
finish-wrong-password = Das ist nicht das Passwort, das gewählt wurde. { $left ->
    [one] Sie haben noch 1 Versuch
   *[other] Sie haben noch { $left } Versuche
    }
finish-slow-down = Es gab zu viele Versuche. Warten Sie { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
    }, oder verwenden Sie den Link in der neuesten E-Mail
finish-over = Dieser Link funktioniert nicht mehr
finish-over-next = Er wurde verwendet, er ist zu alt, oder es gibt eine neuere E-Mail. Ist Ihr Konto fertig? Dann melden Sie sich an. Wenn nicht, erstellen Sie es noch einmal.
finish-again = Konto erstellen

## A forgotten password

forgot-heading = Neues Passwort wählen
forgot-why = Geben Sie die E-Mail-Adresse Ihres Kontos ein. Wir senden Ihnen eine E-Mail, mit der Sie ein neues Passwort wählen.
forgot-kept = Ihr Code und Ihre Antwort für { $clinic } bleiben gespeichert.
forgot-email-hint = Verwenden Sie die Adresse, mit der Sie sich anmelden.
forgot-remembered = Ist es Ihnen doch eingefallen?
forgot-slow-down = Aus Ihrem Netzwerk kamen zu viele Anfragen. Warten Sie { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
    } und versuchen Sie es noch einmal
forgot-digits-heading = Geben Sie die 6 Ziffern und ein neues Passwort ein
forgot-sent = Wenn es zu { $email } ein Konto gibt, haben wir eine E-Mail dorthin gesendet. Das kann einige Minuten dauern. Sehen Sie auch im Spam-Ordner nach.
forgot-link-too = Sie können auch den Link in der E-Mail verwenden. Er öffnet sich in dem Browser, den Sie für E-Mails verwenden.
forgot-digits-label = Die 6 Ziffern aus der E-Mail
forgot-digits-hint = Verwenden Sie die neueste E-Mail.
forgot-password-label = Neues Passwort
forgot-save = Speichern und anmelden
forgot-resend = Noch eine E-Mail senden
forgot-resent = Wenn es zu dieser Adresse ein Konto gibt, haben wir eine neue E-Mail gesendet. Verwenden Sie die neueste. Nach mehreren E-Mails in kurzer Zeit senden wir für { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
    } keine weiteren.
forgot-no-email = Prüfen Sie, ob die Adresse oben die Adresse Ihres Kontos ist. Wenn Sie kein Konto haben, erstellen Sie eines.
forgot-digits-wrong = Das sind nicht die Ziffern aus der neuesten E-Mail. { $left ->
    [one] Sie haben noch 1 Versuch
   *[other] Sie haben noch { $left } Versuche
    }
forgot-digits-over = Diese Ziffern gelten nicht mehr. Wählen Sie „Noch eine E-Mail senden“, oder verwenden Sie den Link in der neuesten E-Mail
forgot-link-heading = Neues Passwort wählen
forgot-link-over = Dieser Link funktioniert nicht mehr
forgot-link-over-next = Jeder Link funktioniert einmal und nur kurze Zeit, und nur der neueste gilt. Ihr Passwort wurde durch das Öffnen nicht geändert.
forgot-ask-again = Eine neue E-Mail anfordern
forgot-no-mail = Für ein neues Passwort ist E-Mail nötig
forgot-no-mail-next = Dieses Patient Connect sendet derzeit keine E-Mails. Rufen Sie Ihre Praxis oder Klinik an und fragen Sie, wann Sie ein neues Passwort wählen können. Es ist nichts verloren: Ihre Akten und Verbindungen bleiben gespeichert.

## The account

account-no-records = Sie haben noch keine Akte. Sie erstellen eine, wenn Sie einen Code von Ihrer Praxis oder Klinik verwenden.
account-record-since = Erstellt am { $date }
account-connection-record = Akte
account-connection-since = Verbunden seit
account-connection-may = Diese Praxis oder Klinik kann
disconnected-heading = { $clinic } ist getrennt
disconnected-what = { $clinic } kann die Akte „{ $record }“ nicht mehr sehen oder ändern. Bereits gelesene Daten können dort gespeichert bleiben.
disconnected-receipt = Wir senden eine Bestätigung an { $email }.
disconnected-again = Um wieder zu verbinden, rufen Sie { $clinic } an ({ $phone }) und bitten Sie um einen Code.

## Mail in development

step = Schritt { $at } von { $of }: { $name }
step-code = Code
step-question = Frage
step-account = Ihr Konto
step-record = Akte
step-answer = Ja oder Nein sagen
