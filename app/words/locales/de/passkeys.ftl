# Passkeys of patients.

passkeys-heading = Passkeys
passkeys-intro = Mit einem Passkey melden Sie sich so an, wie Sie Ihr Telefon oder Ihren Computer entsperren: mit Gesicht, Finger oder PIN. Sie geben weder E-Mail-Adresse noch Passwort ein.
passkeys-keeps = Ihr Passwort funktioniert weiterhin.
passkeys-none = Sie haben noch keine Passkeys.
passkeys-made = Hinzugefügt am { $made }. Noch nicht verwendet.
passkeys-used = Hinzugefügt am { $made }. Zuletzt verwendet am { $used }.
passkeys-change = Ändern
passkeys-add = Passkey hinzufügen
passkeys-add-what = Geben Sie zuerst Ihr Passwort ein, damit wir wissen, dass Sie es sind. Danach erstellt Ihr Browser den Passkey.
passkeys-name = Name des Passkeys
passkeys-name-hint = Ein Name, der Ihnen sagt, wo der Passkey ist, zum Beispiel „Mein Telefon“.
passkeys-password = Ihr Passwort
passkeys-continue = Weiter
passkeys-enough = Sie haben { $max } Passkeys. Entfernen Sie einen, bevor Sie einen weiteren hinzufügen.
passkeys-not-here = Passkeys funktionieren unter dieser Webadresse nicht. Sie brauchen eine Adresse, die mit https beginnt.
passkeys-added = Der Passkey ist hinzugefügt. Sie können sich ab jetzt damit anmelden.
passkeys-renamed = Der Name ist geändert.
passkeys-removed = Der Passkey ist entfernt. Sie können sich nicht mehr damit anmelden.
passkeys-not-added = Wir konnten den Passkey nicht hinzufügen. Es wurde nichts geändert. Beginnen Sie noch einmal
passkeys-too-many = Sie haben zu viele Passkeys angefordert. Warten Sie { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
    } und versuchen Sie es noch einmal
passkeys-row = Passkeys
passkeys-row-what = Ohne Passwort anmelden
passkey-name-empty = Geben Sie einen Namen für den Passkey ein
passkey-name-too-long = Der Name darf höchstens { $max } Zeichen haben
passkey-name-invisible = Der Name enthält ein verstecktes Zeichen. Tippen Sie ihn ein, statt ihn einzufügen
passkey-create-heading = Passkey erstellen
passkey-create-what = Ihr Telefon oder Computer bittet Sie, das Gerät zu entsperren oder zu wählen, wo der Passkey gespeichert wird.
passkey-create = Passkey erstellen
passkey-create-without = Dieser Browser kann keinen Passkey erstellen, oder JavaScript ist ausgeschaltet. Es wurde nichts geändert. Ihr Passwort funktioniert weiterhin.
passkey-create-failed = Es wurde kein Passkey erstellt. Versuchen Sie es noch einmal, oder gehen Sie zurück.
passkey-create-known = Auf diesem Gerät gibt es schon einen Passkey für Ihr Konto. Sie können sich damit anmelden.
passkey-back = Zurück zu Ihren Passkeys
passkey-rename-heading = Name
passkey-rename = Namen speichern
passkey-remove-heading = Diesen Passkey entfernen
passkey-remove-what = Sie können sich dann nicht mehr damit anmelden. Geräte, die jetzt angemeldet sind, bleiben angemeldet.
passkey-remove-device = Löschen Sie ihn auch auf Ihrem Telefon, Computer oder im Passwort-Manager. Sonst wird er dort weiter angeboten.
passkey-remove = Passkey entfernen
passkey-sign-in = Mit einem Passkey anmelden
passkey-sign-in-failed = Der Passkey wurde nicht verwendet. Versuchen Sie es noch einmal, oder melden Sie sich mit E-Mail-Adresse und Passwort an.
passkey-sign-in-refused = Mit diesem Passkey konnten Sie sich nicht anmelden. Versuchen Sie es noch einmal, oder verwenden Sie E-Mail-Adresse und Passwort. Ein Passkey, den Sie aus Ihrem Konto entfernt haben, funktioniert nicht mehr
