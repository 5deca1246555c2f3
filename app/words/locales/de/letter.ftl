# What a letter to a patient says, on paper and as PDF.

letter-title = Brief von { $clinic }
letter-phone = Telefon { $phone }
letter-works-until = Gültig bis { $date }
letter-heading = Ihr Code zum Verbinden
letter-for = Dies ist für
letter-what = Mit diesem Code verbinden Sie eine Gesundheitsakte Ihrer Wahl mit { $clinic }. Sie entscheiden, und Sie können die Verbindung jederzeit trennen.
letter-step-go = Öffnen Sie auf Ihrem Telefon oder Computer diese Adresse:
letter-step-code = Geben Sie den Code unten ein. Groß- und Kleinbuchstaben sind möglich.
letter-step-answer = Beantworten Sie Ihre Frage.
letter-step-account = Melden Sie sich an oder legen Sie mit Ihrer E-Mail-Adresse ein kostenloses Konto an.
letter-qr = QR-Code, der die Seite mit Ihrem Code öffnet
letter-qr-caption = Richten Sie die Kamera Ihres Telefons hierauf
letter-code = Ihr Code
letter-ends = Dieser Code läuft am { $date } ab
letter-question = Sie werden nach der Frage gefragt, die Sie mit uns vereinbart haben. Damit sie geheim bleibt, steht sie hier nicht. Wir fragen nie am Telefon nach der Antwort.
letter-help = Brauchen Sie Hilfe? Rufen Sie uns an: { $phone }. Wir können Ihnen einen neuen Code geben. Sie müssen nicht herkommen.
letter-not-expecting = Haben Sie das nicht erwartet?
letter-not-expecting-call = Rufen Sie uns an ({ $phone }), und geben Sie den Code niemandem.
