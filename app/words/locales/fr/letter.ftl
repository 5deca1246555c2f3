# What a letter to a patient says, on paper and as PDF.

letter-title = Lettre de { $clinic }
letter-phone = Téléphone { $phone }
letter-works-until = Valable jusqu’au { $date }
letter-heading = Votre code de connexion
letter-for = Ceci est pour
letter-what = Avec ce code, vous pouvez relier le dossier de santé de votre choix à { $clinic }. C’est vous qui décidez, et vous pouvez arrêter à tout moment.
letter-step-go = Sur votre téléphone ou votre ordinateur, ouvrez cette adresse :
letter-step-code = Saisissez le code ci-dessous, en majuscules ou en minuscules.
letter-step-answer = Répondez à votre question.
letter-step-account = Connectez-vous, ou créez un compte gratuit avec votre adresse e-mail.
letter-qr = Code QR qui ouvre la page avec votre code
letter-qr-caption = Visez ici avec l’appareil photo de votre téléphone
letter-code = Votre code
letter-ends = Ce code expire le { $date }
letter-question = Nous vous poserons la question convenue avec vous. Pour la protéger, elle n’est pas imprimée ici. Nous ne demanderons jamais la réponse par téléphone.
letter-help = Besoin d’aide ? Appelez-nous au { $phone }. Nous pouvons vous donner un nouveau code. Vous n’avez pas besoin de vous déplacer.
letter-not-expecting = Vous n’attendiez pas cette lettre ?
letter-not-expecting-call = Appelez-nous au { $phone }, et ne donnez le code à personne.
