# The second step of patients’ sign-ins.

second-step-heading = Zweiter Schritt bei der Anmeldung
second-step-what = Mit einem zweiten Schritt genügt Ihr Passwort allein nicht: Sie geben auch einen Code aus einer App auf Ihrem Telefon ein. Wer Ihr Passwort erfährt, kann sich damit nicht anmelden.
second-step-passkey = Ein Passkey braucht keinen Code. Er ist so sicher wie beide Schritte.
second-step-off = Der zweite Schritt ist ausgeschaltet.
second-step-set-up = Zweiten Schritt einrichten
second-step-since = Der zweite Schritt ist seit dem { $date } eingeschaltet.
second-step-left = { $left ->
    [0] Sie haben keine Wiederherstellungscodes mehr.
    [one] Sie haben noch 1 Wiederherstellungscode.
   *[other] Sie haben noch { $left } Wiederherstellungscodes.
    }
second-step-few = Erstellen Sie neue, bevor sie Ihnen ausgehen.
second-step-removed = Der zweite Schritt ist ausgeschaltet. Sie melden sich mit dem Passwort allein an.
second-step-renew-heading = Neue Wiederherstellungscodes
second-step-renew-what = Ihre jetzigen Wiederherstellungscodes werden ungültig.
second-step-renew = Neue Wiederherstellungscodes erstellen
second-step-remove-heading = Zweiten Schritt ausschalten
second-step-remove-link = Ausschalten
second-step-remove-what = Sie melden sich dann mit dem Passwort allein an. Ihre Wiederherstellungscodes werden ungültig.
second-step-remove = Zweiten Schritt ausschalten
second-step-password = Ihr Passwort
second-step-code = Code aus Ihrer App oder ein Wiederherstellungscode
second-step-row = Zweiter Schritt
second-step-row-what = Ein Code von Ihrem Telefon bei der Anmeldung
second-step-app-heading = Richten Sie Ihre Authentifizierungs-App ein
second-step-app = Installieren Sie eine beliebige Authentifizierungs-App auf Ihrem Telefon.
second-step-scan = Scannen Sie diesen QR-Code mit der App.
second-step-qr = QR-Code mit dem Einrichtungsschlüssel für Ihre Authentifizierungs-App
second-step-secret = Können Sie ihn nicht scannen? Geben Sie diesen Einrichtungsschlüssel in der App ein:
second-step-enter = Geben Sie den 6-stelligen Code aus der App und Ihr Passwort ein.
second-step-digits = 6-stelliger Code
second-step-confirm = Zweiten Schritt einschalten
second-step-back = Zurück zum zweiten Schritt
second-step-codes-heading = Ihre Wiederherstellungscodes
second-step-codes-what = Mit einem dieser Codes können Sie sich anmelden, wenn Sie Ihr Telefon nicht haben. Jeder gilt einmal. Drucken Sie diese Seite, oder schreiben Sie die Codes auf und bewahren Sie sie an einem sicheren Ort auf.
second-step-codes-once = Wir zeigen sie nur dieses eine Mal. Frühere Wiederherstellungscodes gelten nicht mehr.
second-step-codes-kept = Ich habe meine Wiederherstellungscodes gespeichert
second-step-ask-heading = Geben Sie den Code aus Ihrer Authentifizierungs-App ein
second-step-ask-hint = Öffnen Sie die App auf Ihrem Telefon. Sie zeigt für Patient Connect alle 30 Sekunden einen neuen 6-stelligen Code.
second-step-ask-why = Danach geht es weiter zu { $clinic }. Ihr Code und Ihre Antwort bleiben gespeichert.
second-step-ask-lost = Kein Telefon? Geben Sie einen Ihrer Wiederherstellungscodes ein. Sie sehen aus wie JKYZ-QNMN-VHRX.
second-step-ask-over = Mit einer anderen E-Mail-Adresse anmelden
second-step-empty = Geben Sie den Code ein
second-step-shape = Geben Sie einen 6-stelligen Code oder einen Wiederherstellungscode mit 12 Buchstaben ein
second-step-wrong = Dieser Code ist falsch oder wurde schon verwendet. Warten Sie auf den nächsten und versuchen Sie es noch einmal. Prüfen Sie die Uhr Ihres Telefons: Hier ist es { $clock } UTC
