# The screen of the front desk in the hands of a patient, who chooses a question and an answer.

handed-heading = Choisissez une question et une réponse
handed-for = Ceci est pour { $name }
handed-why = { $clinic } vous donnera un code. Quand vous l’utiliserez chez vous, nous vous poserons cette question, pour que personne d’autre ne puisse utiliser votre code.
handed-secret = Vous seul saurez ce que vous tapez ici. Personne à { $clinic } ne peut le lire, ni maintenant ni plus tard.
handed-question = Votre question
handed-question-hint = Choisissez une question à laquelle vous seul pouvez répondre, comme « Comment appeliez-vous le bateau où vous avez appris à naviguer ? »
handed-answer = Votre réponse
handed-answer-hint = Utilisez { $min } caractères ou plus. Les majuscules ne comptent pas, mais les espaces comptent. Vous devrez la taper de la même façon chez vous.
handed-save = Enregistrer la question et la réponse
handed-empty = { $field ->
    [question] Saisissez une question
   *[answer] Saisissez votre réponse
    }
handed-not-theirs = Nous n’avons pas pu enregistrer. Vous n’avez rien fait de mal. Rendez l’écran à { $clinic }
handed-unavailable = Un problème est survenu de notre côté. Rien n’a été enregistré. Ce que vous avez tapé est toujours ici. Réessayez dans une minute
handed-thanks = Merci
handed-give-back = Rendez l’écran à { $clinic }.
handed-next = Votre question et votre réponse sont enregistrées. Vous allez maintenant recevoir votre code.
handed-guessable = { $why ->
    [in-question] La question donne la réponse. Choisissez une autre question ou une autre réponse
    [short] La réponse a moins de { $min } caractères. Choisissez-en une plus longue
    [digits] Les chiffres sont faciles à deviner. Choisissez un mot ou un nom
    [asks-birthday] D’autres personnes peuvent le savoir. Choisissez une autre question
    [asks-pet] D’autres personnes peuvent le savoir. Choisissez une autre question
    [asks-maiden-name] D’autres personnes peuvent le savoir. Choisissez une autre question
   *[other] C’est facile à deviner. Choisissez une autre question ou une autre réponse
    }
handed-too-long = Ce texte doit avoir { $max } caractères au maximum
handed-invisible = Ce texte contient un caractère caché. Tapez-le au lieu de le coller
