# The screen of the front desk in the hands of a patient, who chooses a question and an answer.

handed-heading = Wählen Sie eine Frage und eine Antwort
handed-for = Dies ist für { $name }
handed-why = { $clinic } gibt Ihnen einen Code. Wenn Sie ihn zu Hause verwenden, stellen wir Ihnen diese Frage, damit niemand sonst Ihren Code verwenden kann.
handed-secret = Nur Sie wissen, was Sie hier eingeben. Niemand bei { $clinic } kann es lesen, weder jetzt noch später.
handed-question = Ihre Frage
handed-question-hint = Wählen Sie etwas, das nur Sie beantworten können, zum Beispiel „Wie nannten Sie das Boot, auf dem Sie segeln lernten?“
handed-answer = Ihre Antwort
handed-answer-hint = Verwenden Sie mindestens { $min } Zeichen. Groß- und Kleinschreibung ist egal, Leerzeichen zählen aber. Sie müssen sie zu Hause genauso eingeben.
handed-save = Frage und Antwort speichern
handed-empty = { $field ->
    [question] Geben Sie eine Frage ein
   *[answer] Geben Sie Ihre Antwort ein
    }
handed-not-theirs = Wir konnten dies nicht speichern. Sie haben nichts falsch gemacht. Geben Sie den Bildschirm an { $clinic } zurück
handed-unavailable = Bei uns ist etwas schiefgegangen. Es wurde nichts gespeichert. Was Sie eingegeben haben, steht noch hier. Versuchen Sie es in einer Minute noch einmal
handed-thanks = Danke
handed-give-back = Geben Sie den Bildschirm an { $clinic } zurück.
handed-next = Ihre Frage und Ihre Antwort sind gespeichert. Sie bekommen jetzt Ihren Code.
handed-guessable = { $why ->
    [in-question] Die Frage verrät die Antwort. Wählen Sie eine andere Frage oder Antwort
    [short] Die Antwort hat weniger als { $min } Zeichen. Wählen Sie eine längere
    [digits] Zahlen sind leicht zu erraten. Wählen Sie ein Wort oder einen Namen
    [asks-birthday] Andere Menschen können das wissen. Wählen Sie eine andere Frage
    [asks-pet] Andere Menschen können das wissen. Wählen Sie eine andere Frage
    [asks-maiden-name] Andere Menschen können das wissen. Wählen Sie eine andere Frage
   *[other] Das ist leicht zu erraten. Wählen Sie eine andere Frage oder Antwort
    }
handed-too-long = Höchstens { $max } Zeichen sind möglich
handed-invisible = Dies enthält ein verstecktes Zeichen. Tippen Sie es ein, statt es einzufügen
