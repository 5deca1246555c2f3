# The second step of patients’ sign-ins.

second-step-heading = Deuxième étape de connexion
second-step-what = Avec une deuxième étape, votre mot de passe seul ne suffit pas : vous saisissez aussi un code d’une application de votre téléphone. Une personne qui apprend votre mot de passe ne peut pas se connecter.
second-step-passkey = Une clé d’accès n’a pas besoin de code. Elle est aussi sûre que les deux étapes.
second-step-off = La deuxième étape est désactivée.
second-step-set-up = Configurer la deuxième étape
second-step-since = La deuxième étape est activée depuis le { $date }.
second-step-left = { $left ->
    [0] Il ne vous reste aucun code de secours.
    [one] Il vous reste 1 code de secours.
   *[other] Il vous reste { $left } codes de secours.
    }
second-step-few = Créez-en de nouveaux avant de ne plus en avoir.
second-step-removed = La deuxième étape est désactivée. Votre mot de passe seul suffit pour vous connecter.
second-step-renew-heading = Nouveaux codes de secours
second-step-renew-what = Vos codes de secours actuels ne fonctionneront plus.
second-step-renew = Créer de nouveaux codes de secours
second-step-remove-heading = Désactiver la deuxième étape
second-step-remove-link = Désactiver
second-step-remove-what = Votre mot de passe seul suffira pour vous connecter. Vos codes de secours ne fonctionneront plus.
second-step-remove = Désactiver la deuxième étape
second-step-password = Votre mot de passe
second-step-code = Code de votre application, ou un code de secours
second-step-row = Deuxième étape
second-step-row-what = Un code de votre téléphone à la connexion
second-step-app-heading = Configurez votre application d’authentification
second-step-app = Installez une application d’authentification, celle que vous voulez, sur votre téléphone.
second-step-scan = Scannez ce code QR avec l’application.
second-step-qr = Code QR avec la clé de configuration pour votre application d’authentification
second-step-secret = Vous ne pouvez pas le scanner ? Saisissez cette clé de configuration dans l’application :
second-step-enter = Saisissez le code à 6 chiffres de l’application et votre mot de passe.
second-step-digits = Code à 6 chiffres
second-step-confirm = Activer la deuxième étape
second-step-back = Retour à la deuxième étape
second-step-codes-heading = Vos codes de secours
second-step-codes-what = Avec un de ces codes, vous pouvez vous connecter quand vous n’avez pas votre téléphone. Chacun fonctionne une fois. Imprimez cette page, ou notez-les et gardez-les en lieu sûr.
second-step-codes-once = Nous ne les montrons que cette fois. Les codes de secours que vous aviez avant ne fonctionnent plus.
second-step-codes-kept = J’ai gardé mes codes de secours
second-step-ask-heading = Saisissez le code de votre application d’authentification
second-step-ask-hint = Ouvrez l’application sur votre téléphone. Elle montre un nouveau code à 6 chiffres pour Patient Connect toutes les 30 secondes.
second-step-ask-why = Vous pourrez ensuite continuer vers { $clinic }. Nous avons gardé votre code et votre réponse.
second-step-ask-lost = Pas de téléphone ? Saisissez un de vos codes de secours. Ils ressemblent à JKYZ-QNMN-VHRX.
second-step-ask-over = Se connecter avec une autre adresse e-mail
second-step-empty = Saisissez le code
second-step-shape = Saisissez un code à 6 chiffres ou un code de secours à 12 lettres
second-step-wrong = Ce code est faux ou a déjà été utilisé. Attendez le suivant et réessayez. Vérifiez l’heure de votre téléphone : ici, il est { $clock } UTC
