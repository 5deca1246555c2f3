# Words on patients’ pages: from the code to “You are connected”, the account, and what can go wrong.

continue = Continuer
go-to-start = Aller à la page d’accueil
clinic-hours = Horaires d’ouverture :
clinic-logo = Logo de { $clinic }
call-clinic = Appelez { $clinic } au { $phone }

## The start page

home-title = Se connecter à votre centre de soins
home-heading = Reliez votre dossier de santé à votre centre de soins
home-intro = Votre centre de soins vous donne un code. Vous choisissez le dossier à relier. Nous ne partageons rien tant que vous n’avez pas dit oui.
home-code = J’ai un code de mon centre de soins
home-code-hint = Votre code a 20 lettres. Il est dans votre lettre ou dans votre e-mail.
home-sign-in = Ouvrir mes dossiers
home-account = Aller à vos dossiers
home-account-hint = Voyez quels centres de soins sont reliés, ou retirez-en un.
home-staff = Pour le personnel des centres de soins

## The code

code-heading = Saisissez votre code
code-hint = Votre code a 20 lettres, comme JKYZ-QNMN-VHRX-ZGNR-GZNH. Vous pouvez taper en majuscules ou en minuscules, avec ou sans tirets.
code-picture = Image d’une lettre. Le code est dans un cadre, sous les étapes.
code-where = Dans une lettre, votre code est dans un cadre. Dans un e-mail, il est seul sur sa ligne.
code-from-link = Si vous êtes arrivé ici par un lien dans un e-mail, tapez ou collez le code de cet e-mail.
code-empty = Saisissez le code de votre lettre ou de votre e-mail
code-too-short = Vous avez saisi { $entered } lettres. Un code en a { $length }. Vérifiez s’il manque des lettres
code-too-long = Vous avez saisi { $entered } lettres. Un code en a { $length }. Retirez ce qui ne fait pas partie du code
code-impossible = { $sign ->
    [letter] Les codes n’ont ni la lettre { $letter } ni de chiffres
    [number] Les codes n’ont pas de chiffres
   *[other] Les codes n’ont que des lettres
    }. Vérifiez la { $position ->
    [one] { $position }re
   *[other] { $position }e
    } lettre
code-check-letter = Une des lettres est fausse. Comparez chaque groupe de 4 lettres avec votre lettre ou votre e-mail
code-unknown = Nous ne reconnaissons pas ce code. Comparez-le avec votre lettre ou votre e-mail. S’il ne marche toujours pas, demandez un nouveau code à votre centre de soins
code-slow-down = Trop de codes faux ont été saisis depuis cette connexion internet. Attendez { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    } et réessayez. Votre code est toujours valable
code-unavailable = Un problème est survenu de notre côté. Votre code n’a pas été utilisé. Réessayez dans quelques minutes

## The question

question-title = Votre question
question-who = Question de { $clinic }
question-hint = { $blanks ->
    [count] Tapez la réponse convenue avec { $clinic }. Les majuscules ne comptent pas, mais les espaces comptent.
    [never] Tapez dans l’ordre les mots que vous a donnés { $clinic }. Les majuscules et les espaces ne comptent pas.
   *[lenient] Tapez la réponse convenue avec { $clinic }. Les majuscules ne comptent pas.
    }
question-left = { $left ->
    [one] Il vous reste 1 essai. Si cette réponse est fausse aussi, le code sera bloqué pour protéger votre dossier.
   *[other] Il vous reste { $left } essais. Ensuite, le code sera bloqué pour protéger votre dossier.
    }
question-cannot-remember = Je ne me souviens pas de la réponse
question-not-me = Ce code n’est pas pour moi
question-empty = Saisissez votre réponse
question-too-long = Votre réponse doit avoir { $max } caractères au maximum
question-invisible = Votre réponse contient un caractère caché. Tapez-la au lieu de la coller
question-blank = Votre réponse { $end ->
    [start] commence
   *[finish] se termine
    } par une espace. Retirez-la et réessayez. Cela n’a pas compté comme un essai
question-wrong = Cette réponse ne correspond pas à celle que nous avons. { $left ->
    [one] Il vous reste 1 essai. Si vous n’êtes pas sûr, appelez d’abord { $clinic } au { $phone }
   *[other] Il vous reste { $left } essais. { $blanks ->
        [count] Les majuscules ne comptent pas, mais les espaces comptent
        [never] Les majuscules et les espaces ne comptent pas
       *[lenient] Les majuscules ne comptent pas
        }
    }
question-full-stop = Votre réponse se termine par un point. Retirez-le et réessayez. Cela n’a pas compté comme un essai
question-repeated = Vous avez déjà essayé cette réponse. Elle ne correspond pas à celle que nous avons. Cela n’a pas compté comme un essai
question-others-waiting = Nous vérifions encore une autre réponse. Attendez un instant et réessayez. Cela n’a pas compté comme un essai
question-unavailable = Un problème est survenu de notre côté. Nous n’avons pas vérifié votre réponse, et cela n’a pas compté comme un essai. Réessayez dans quelques minutes

## I cannot remember

cannot-remember-heading = Si vous ne vous souvenez pas de la réponse
cannot-remember-no-try = Ouvrir cette page n’a pas compté comme un essai.
cannot-remember-think = C’est la réponse convenue avec { $clinic } lors de votre visite. Essayez de vous rappeler les mots exacts.
cannot-remember-call = Si elle ne vous revient pas, appelez { $clinic } au { $phone }. On pourra vous donner un nouveau code avec une nouvelle question.
cannot-remember-back = Retour à la question

## This was not meant for me

not-me-heading = Ce code est-il pour vous ?
not-me-hint = { $clinic } a créé ce code pour une seule personne.
not-me-no = Non, il n’est pas pour moi
not-me-no-hint = Le code ne fonctionnera plus et nous préviendrons { $clinic }.
not-me-yes = Oui, il est pour moi
not-me-yes-hint = Vous reviendrez à la question.
not-me-nothing-chosen = Indiquez si ce code est pour vous

## Which record

record-title = Choisissez un dossier
record-for = Ceci est pour
record-heading = Quel dossier voulez-vous relier à { $clinic } ?
record-signed-in = Vous êtes connecté en tant que { $name }
record-not-you = Ce n’est pas vous ? Utiliser un autre compte
record-connected = Déjà relié à { $clinic }. Créé le { $date }.
record-spoken-of = C’est peut-être le dossier dont parle { $clinic }. Créé le { $date }.
record-connected-and-spoken-of = C’est peut-être le dossier dont parle { $clinic }. Il est déjà relié. Créé le { $date }.
record-new = Quelqu’un d’autre (créer un nouveau dossier)
record-name-label = Le nom de la personne
record-first-heading = Créez un dossier à relier à { $clinic }
record-first-intro = Vous n’avez pas encore de dossier. Un dossier contient les informations de santé d’une seule personne : vous, ou quelqu’un dont vous vous occupez.
record-nothing-chosen = Choisissez un dossier ou créez-en un
record-name-empty = Saisissez le nom de la personne concernée par ce dossier
record-name-too-long = Le nom doit avoir { $max } caractères au maximum
record-name-taken = Vous avez déjà un dossier à ce nom. Choisissez ce dossier, ou ajoutez quelque chose au nom, comme une année de naissance
record-name-invisible = Le nom contient un caractère caché. Tapez-le au lieu de le coller

## Authorize

authorize-heading = Voulez-vous relier le dossier « { $record } » à { $clinic } ?
authorize-will = { $clinic } pourra :
authorize-learns = { $clinic } saura que vous avez relié ce dossier. Aucune information de santé n’est demandée, ni pour la voir ni pour la modifier.
authorize-optional = Vous pouvez aussi permettre à { $clinic } de :
authorize-optional-hint = Cochez ce que vous acceptez. Vous pouvez relier le dossier sans rien cocher.
authorize-connected = Le dossier « { $record } » est déjà relié à { $clinic }. Si vous autorisez de nouveau, vos choix sur cette page remplacent les précédents.
authorize-learns-heading = Ce que { $clinic } saura de vous
authorize-learns-holder = Votre nom : { $name }
authorize-learns-record = Le nom de ce dossier : { $record }
authorize-learns-dates = Les dates où vous avez créé et relié ce dossier
authorize-learns-ids = Un numéro pour vous et un numéro pour ce dossier. Tous les centres de soins auxquels vous reliez ce dossier reçoivent ces deux mêmes numéros.
authorize-learns-not = { $clinic } ne connaîtra ni votre adresse e-mail ni les noms des dossiers que vous ne reliez pas.
authorize-stop = Vous pouvez arrêter à tout moment. Ouvrez vos dossiers et choisissez « Ne plus relier ».
authorize-privacy = Déclaration de confidentialité de { $clinic }
authorize-terms = Conditions d’utilisation de { $clinic }
authorize-only-if = Continuez seulement si { $clinic } vous a donné ce code.
authorize-yes = Oui, j’autorise
authorize-no = Non, ne pas relier
authorize-changed = Cette page a changé depuis que vous l’avez ouverte : { $clinic } demande peut-être autre chose maintenant. Rien n’est encore relié. Relisez la page, puis choisissez
authorize-nothing-chosen = Choisissez « Oui, j’autorise » ou « Non, ne pas relier »

## Whom the letter is for, and which record is connected

pair-letter = La lettre est pour :
pair-letter-unknown = Un nom que nous n’avons plus
pair-record = Vous reliez :
pair-match = Les noms correspondent.
pair-cannot-tell = Vérifiez qu’il s’agit de la même personne.
pair-differs = Les noms sont différents. Vérifiez votre lettre.
pair-better = Un autre de vos dossiers correspond mieux à la lettre. Vérifiez votre lettre.
pair-all-the-same = Les noms sont différents. Vous nous avez dit que c’est le bon dossier.
pair-elsewhere = Choisir un autre dossier
right-record-heading = Est-ce le bon dossier ?
right-record-legend = De quel dossier parle le centre de soins ?
right-record-hint = Si vous reliez le mauvais dossier, les résultats d’une personne arrivent dans le dossier d’une autre.
right-record-better = Nous choisirons ce dossier pour vous. Vous l’avez créé le { $date }.
right-record-another = Un autre dossier
right-record-another-hint = Vous reviendrez en arrière pour choisir un autre dossier ou en créer un.
right-record-this-hint = La lettre indique « { $letter } », mais elle concerne { $record }.
right-record-not-sure = Je ne suis pas sûr
right-record-not-sure-hint = Nous vous montrerons comment demander au centre de soins. Votre code reste valable.
right-record-stop = Arrêter ici, ne pas relier
right-record-nothing-chosen = Choisissez le dossier dont parle le centre de soins
right-record-changed = Cette page a changé depuis que vous l’avez ouverte. Rien n’est encore relié. Relisez-la, puis choisissez
not-sure-heading = Demandez au centre de soins de quel dossier il s’agit
not-sure-code = Rien n’est relié. Votre code est valable jusqu’au { $date }.
not-sure-connection = Nous n’avons rien changé. Votre connexion reste comme elle est.
not-sure-ask = Appelez { $clinic } au { $phone }. Demandez pour qui est cette lettre, puis revenez ici.
not-sure-back = Retour à la décision

## The wrong record

change-heading = Le dossier « { $record } » est-il le mauvais pour { $clinic } ?
change-what = Choisissez le bon dossier. Nous le relions à { $clinic } et mettons fin à la connexion avec le mauvais.
change-read = { $clinic } a déjà lu des informations de santé du dossier « { $record } », et peut garder ce qui a été lu.
change-not-read = { $clinic } n’a lu aucune information de santé du dossier « { $record } ». Son système connaît peut-être déjà le nom du dossier.
change-written = { $clinic } a ajouté des informations de santé au dossier « { $record } ». Elles y restent. Demandez au centre de soins de les retirer.
change-may = { $clinic } pourra faire la même chose qu’avant, maintenant avec le bon dossier :
change-letter = Quelle lettre est reliée au mauvais dossier ?
change-letter-hint = Plusieurs lettres sont reliées à ce dossier.
change-record = Quel est le bon dossier ?
change-record-connected = Déjà relié à { $clinic }. Créé le { $date }.
change-continue = Changer de dossier
change-keep = Laisser le dossier « { $record } » relié
change-no-letter = Choisissez la lettre qui est reliée au mauvais dossier
change-nothing-chosen = Choisissez le bon dossier ou créez-en un
change-changed = Cette page a changé depuis que vous l’avez ouverte. Rien n’a encore été changé. Relisez-la, puis choisissez
changed-heading = Le dossier « { $record } » est maintenant relié à { $clinic }
changed-former = Le dossier « { $record } » n’est plus relié. { $clinic } ne peut plus l’ouvrir.
changed-still-connected = Le dossier « { $record } » reste relié à { $clinic }, car une autre lettre le relie.
change-too-late-heading = Vous ne pouvez plus changer ce dossier ici
change-too-late-next = Vous pouvez changer de dossier pendant { $hours } heures après l’avoir relié. Arrêtez la connexion maintenant : ouvrez vos dossiers et choisissez « Ne plus relier ». Appelez ensuite { $clinic } au { $phone } et demandez un nouveau code.
change-ended-heading = Cette connexion est déjà terminée
change-ended-next = Elle a été arrêtée, ou son dossier a été changé. Rien n’a été changé maintenant. Vos dossiers montrent ce qui est relié.

## Connected

done-heading = Vous êtes relié à { $clinic }
done-record = Le dossier « { $record } » est maintenant relié.
done-message = Un message de { $clinic }
done-next = Et maintenant
done-next-clinic = { $clinic } le verra à la prochaine vérification de son système. C’est en général en moins de 1 jour.
done-next-nothing = Vous n’avez rien d’autre à faire.
done-receipt = Nous enverrons une confirmation à { $email }.
done-receipt-heading = Votre confirmation
done-receipt-clinic = Centre de soins
done-wrong-record = Mauvais dossier ?
done-wrong-record-how = Vous pouvez changer de dossier pendant { $hours } heures après l’avoir relié.
done-change-record = Le changer
done-stop = Comment arrêter
done-stop-how = Vous pouvez arrêter la connexion avec { $clinic } à tout moment. Ouvrez vos dossiers et choisissez « Ne plus relier ».
done-print = Vous pouvez imprimer cette page et la garder.
done-account = Aller à vos dossiers

## Not connected

declined-heading = Vous n’êtes pas relié
declined-nothing-shared = Nous n’avons rien partagé avec { $clinic }.
declined-until = Votre code est valable jusqu’au { $date }. Si vous changez d’avis, saisissez-le de nouveau.

## How a code ends

ended-heading = Ce code a expiré le { $date }
ended-next = Appelez { $clinic } au { $phone } et demandez un nouveau code. Vous n’avez pas besoin de vous déplacer.
replaced-heading = { $clinic } vous a donné un code plus récent
replaced-next = Utilisez le code de votre lettre ou e-mail le plus récent, daté du { $date }.
stopped-heading = Ce code est bloqué car la réponse a été fausse trop de fois
stopped-next = Cela protège votre dossier. Appelez { $clinic } au { $phone } et demandez un nouveau code.
withdrawn-heading = { $clinic } a annulé ce code
withdrawn-next = Si vous ne vous y attendiez pas, appelez le { $phone }.
refused-heading = Vous nous avez dit que ce code n’est pas pour vous
refused-next = Si c’était une erreur, appelez { $clinic } au { $phone }.
used-heading = Ce code a déjà été utilisé
used-next = Si ce n’était pas vous, appelez maintenant { $clinic } au { $phone }.
thanks-heading = Merci de nous l’avoir dit
thanks-next = Nous n’avons rien partagé. Nous avons prévenu { $clinic }.
thanks-connected-next = Quelqu’un a déjà utilisé ce code. Nous avons prévenu { $clinic }. Si vous êtes inquiet pour votre propre dossier, appelez le { $phone }.
timed-out-heading = Cette page a expiré
timed-out-next = Pour protéger votre dossier, les pages expirent après { $minutes } minutes. Votre code n’a pas été utilisé. Saisissez-le de nouveau pour continuer.
not-started-heading = Commencez par votre code
not-started-next = Saisissez d’abord le code de votre lettre ou de votre e-mail. Ensuite, vous pourrez ouvrir cette page.
enter-code = Saisir votre code
newer-code = Saisir votre code le plus récent

## When something goes wrong

trouble-heading = Désolé, un problème est survenu
trouble-unavailable = Votre code n’a pas été utilisé. Réessayez dans quelques minutes.
trouble-unavailable-phone = Votre code n’a pas été utilisé. Réessayez dans quelques minutes ou appelez le { $phone }.
trouble-ours = Le problème vient de nous, pas de vous. Réessayez dans quelques minutes.
trouble-kept = Ce que vous avez tapé est toujours sur cette page, sauf les mots de passe et les codes à usage unique. Attendez une minute, puis envoyez de nouveau.
signed-out-heading = Vous n’êtes plus connecté
signed-out-next = Ce que vous avez tapé est toujours sur cette page, sauf les mots de passe et les codes à usage unique. Connectez-vous de nouveau dans un nouvel onglet. Revenez ensuite sur cette page et envoyez de nouveau.
signed-out-sign-in = Se connecter (ouvre un nouvel onglet)
signed-out-heading-code = Vous avez été absent un moment
signed-out-next-code = Ce que vous avez tapé est toujours sur cette page. Saisissez de nouveau votre code dans un nouvel onglet. Revenez ensuite sur cette page et envoyez de nouveau.
signed-out-code = Saisir votre code (ouvre un nouvel onglet)
trouble-send-again = Envoyer de nouveau
slow-down-heading = Trop d’essais
slow-down-next = Attendez { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    } et réessayez. Si vous avez un code, il est toujours valable.
crowded-heading = Trop de personnes sont ici depuis ce réseau
crowded-next = Attendez { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    } et réessayez. Si vous avez un code, il est toujours valable.
crowded-kept = Attendez { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    }, puis envoyez de nouveau. Ce que vous avez tapé est toujours sur cette page, sauf les mots de passe et les codes à usage unique.
not-found-heading = Page introuvable
not-found-next = Si vous avez tapé l’adresse, vérifiez-la. Si vous avez suivi un lien, il n’est peut-être plus à jour.
old-link-heading = Ce lien vient d’un ancien système et ne fonctionne plus
old-link-next = Si vous avez une lettre ou un e-mail avec un code, saisissez ce code. Si vous n’avez pas de code, appelez le centre de soins qui vous a donné le lien.
cross-site-heading = Nous n’avons pas pu accepter cet envoi
cross-site-next = Il vient d’un autre site. Si vous vouliez l’envoyer, recommencez ici.
other-address-heading = Cette page a une autre adresse
other-address-next = Ouvrez { $url } et saisissez-y vos informations. Nous n’avons rien enregistré.
other-address-open = Ouvrir la bonne adresse
too-large-heading = Le texte est trop long
too-large-next = Revenez en arrière, raccourcissez-le et envoyez-le de nouveau.
broken-form-heading = Nous n’avons pas pu lire ce formulaire
broken-form-next = Un champ manque ou est arrivé deux fois. Rien n’a été changé. Revenez en arrière, rechargez la page et remplissez de nouveau le formulaire.
wrong-kind-next = Il n’a pas été envoyé comme une page web envoie un formulaire. Rien n’a été changé. Revenez en arrière, rechargez la page et remplissez de nouveau le formulaire.
wrong-method-heading = Vous ne pouvez pas ouvrir cette page de cette façon
wrong-method-next = Allez à la page d’accueil et réessayez.

## Sign in

sign-in-heading = Se connecter
sign-in-why = Connectez-vous pour que vous seul puissiez voir ce qu’envoie { $clinic }.
email-label = Adresse e-mail
password-label = Mot de passe
sign-in-forgot = Mot de passe oublié ?
sign-in-create = Créer un compte
sign-in-create-prompt = Pas encore de compte ?
sign-in-create-hint = Cela prend environ 2 minutes. Nous gardons votre code et votre réponse.
email-empty = Saisissez votre adresse e-mail
password-empty = Saisissez votre mot de passe
sign-in-wrong = L’adresse e-mail ou le mot de passe est faux. Vérifiez les deux et réessayez
sign-in-locked-shortly = Il y a eu trop d’essais faux. Attendez { $seconds ->
    [one] 1 seconde
   *[other] { $seconds } secondes
    } et réessayez
sign-in-locked = Il y a eu trop d’essais faux. Attendez { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    } et réessayez
sign-in-unavailable = Un problème est survenu de notre côté. Réessayez dans quelques minutes

## Create an account

create-heading = Créer un compte
create-why = Créez un compte pour que vous seul puissiez voir ce qu’envoie { $clinic }.
create-sign-in-prompt = Vous avez déjà un compte ?
name-label = Votre nom
email-digits-hint = Nous vous enverrons 6 chiffres par e-mail pour vérifier que cette adresse est la vôtre.
password-new-hint = Utilisez { $min } caractères ou plus. Trois mots sans rapport entre eux conviennent bien.
name-empty = Saisissez votre nom
name-too-long = Votre nom doit avoir { $max } caractères au maximum
name-invisible = Votre nom contient un caractère caché. Tapez-le au lieu de le coller
email-too-long = L’adresse e-mail doit avoir { $max } caractères au maximum
email-shape = Saisissez une adresse e-mail comme nom@example.org
password-too-short = Votre mot de passe doit avoir { $min } caractères ou plus
password-too-long = Votre mot de passe doit avoir { $max } caractères au maximum
password-common = Beaucoup de gens utilisent un mot de passe comme celui-ci : il est facile à deviner. Utilisez trois mots sans rapport entre eux
password-personal = Votre nom, votre adresse e-mail et le nom du centre de soins sont faciles à deviner. Utilisez des mots sans rapport avec vous
password-word = Un seul mot est facile à deviner. Ajoutez-en deux autres sans rapport avec lui
password-name = Les noms sont faciles à deviner. Utilisez trois mots sans rapport entre eux
password-keys = Des touches voisines sont faciles à deviner. Utilisez trois mots sans rapport entre eux
password-repeats = Répéter des mots ne rend pas un mot de passe plus difficile à deviner. Ajoutez deux mots différents
password-sequence = Des lettres ou des chiffres qui se suivent sont faciles à deviner. Utilisez trois mots sans rapport entre eux
password-date = Les dates et les années sont faciles à deviner. Utilisez trois mots sans rapport entre eux
password-short = Ce mot de passe est encore facile à deviner. Ajoutez un ou deux mots peu courants
create-slow-down = Trop de comptes ont été demandés depuis cette connexion internet ou pour cette adresse. Utilisez le dernier e-mail que nous avons envoyé, ou attendez { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    } et réessayez
create-digits-prompt = Vous avez déjà les 6 chiffres ?
create-digits = Les saisir
digits-heading = Saisissez les 6 chiffres que nous vous avons envoyés
digits-hint = Nous avons envoyé un e-mail à { $email }. Il peut mettre quelques minutes à arriver. Regardez aussi dans vos courriers indésirables.
digits-resent = Nous avons envoyé un nouvel e-mail à { $email }. Utilisez les chiffres du plus récent.
digits-resend = Envoyer 6 nouveaux chiffres
digits-start-over = Utiliser une autre adresse e-mail
digits-prompt = L’e-mail n’est pas arrivé ?
digits-empty = Saisissez les 6 chiffres de l’e-mail
digits-shape = Saisissez les 6 chiffres de l’e-mail, sans lettres
digits-wrong = Ce ne sont pas les chiffres que nous avons envoyés. { $left ->
    [one] Il vous reste 1 essai
   *[other] Il vous reste { $left } essais
    }
digits-over = Ces chiffres ne sont plus valables. Choisissez « Envoyer 6 nouveaux chiffres »
digits-too-many-mails = Nous avons déjà envoyé plusieurs e-mails à cette adresse. Utilisez le plus récent, ou attendez { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    } avant d’en demander un autre

## An account that is finished in another browser

finish-heading = Terminez votre compte
finish-why = La page qui demandait les 6 chiffres a disparu ? Saisissez-les ici, avec l’adresse e-mail et le mot de passe que vous avez choisis.
finish-link-why = Saisissez le mot de passe que vous avez choisi au début. Votre compte sera alors prêt.
finish-began = Votre adresse e-mail est confirmée. Encore une étape, et votre compte sera prêt.
finish-password-label = Le mot de passe que vous avez choisi
finish-password-empty = Saisissez le mot de passe que vous avez choisi
finish-digits-label = Les 6 chiffres de l’e-mail
finish-wrong = L’adresse e-mail, le mot de passe et les chiffres ne vont pas ensemble. Utilisez les chiffres du dernier e-mail
finish-wrong-password = Ce n’est pas le mot de passe qui a été choisi. { $left ->
    [one] Il vous reste 1 essai
   *[other] Il vous reste { $left } essais
    }
finish-slow-down = Il y a eu trop d’essais. Attendez { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    }, ou utilisez le lien du dernier e-mail
finish-over = Ce lien ne fonctionne plus
finish-over-next = Il a été utilisé, il est trop ancien, ou il y a un e-mail plus récent. Votre compte est prêt ? Alors connectez-vous. Sinon, créez-le de nouveau.
finish-again = Créer un compte

## A forgotten password

forgot-heading = Choisissez un nouveau mot de passe
forgot-why = Saisissez l’adresse e-mail de votre compte. Nous vous enverrons un e-mail pour choisir un nouveau mot de passe.
forgot-kept = Votre code et votre réponse pour { $clinic } sont gardés.
forgot-email-hint = Utilisez l’adresse avec laquelle vous vous connectez.
forgot-remembered = Il vous est revenu ?
forgot-slow-down = Il y a eu trop de demandes depuis votre réseau. Attendez { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    } et réessayez
forgot-digits-heading = Saisissez les 6 chiffres et un nouveau mot de passe
forgot-sent = Si { $email } a un compte, nous y avons envoyé un e-mail. Il peut mettre quelques minutes à arriver. Regardez aussi dans vos courriers indésirables.
forgot-link-too = Vous pouvez aussi utiliser le lien de l’e-mail. Il s’ouvre dans le navigateur que vous utilisez pour vos e-mails.
forgot-digits-label = Les 6 chiffres de l’e-mail
forgot-digits-hint = Utilisez l’e-mail le plus récent.
forgot-password-label = Nouveau mot de passe
forgot-save = Enregistrer et se connecter
forgot-resend = Envoyer un autre e-mail
forgot-resent = Si cette adresse a un compte, nous avons envoyé un nouvel e-mail. Utilisez le plus récent. Après plusieurs e-mails en peu de temps, nous n’en envoyons plus pendant { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    }.
forgot-no-email = Vérifiez que l’adresse ci-dessus est celle de votre compte. Si vous n’avez pas de compte, créez-en un.
forgot-digits-wrong = Ce ne sont pas les chiffres du dernier e-mail. { $left ->
    [one] Il vous reste 1 essai
   *[other] Il vous reste { $left } essais
    }
forgot-digits-over = Ces chiffres ne sont plus valables. Choisissez « Envoyer un autre e-mail », ou utilisez le lien du dernier e-mail
forgot-link-heading = Choisissez un nouveau mot de passe
forgot-link-over = Ce lien ne fonctionne plus
forgot-link-over-next = Chaque lien fonctionne une fois, peu de temps, et seul le plus récent fonctionne. L’ouvrir n’a pas changé votre mot de passe.
forgot-ask-again = Demander un nouvel e-mail
forgot-no-mail = Un nouveau mot de passe demande un e-mail
forgot-no-mail-next = Ce Patient Connect n’envoie pas d’e-mails en ce moment. Appelez votre centre de soins et demandez quand vous pourrez choisir un nouveau mot de passe. Rien n’est perdu : vos dossiers et vos connexions sont gardés.

## The account

account-no-records = Vous n’avez pas encore de dossier. Vous en créez un quand vous utilisez un code de votre centre de soins.
account-record-since = Créé le { $date }
account-connection-record = Dossier
account-connection-since = Relié depuis
account-connection-may = Ce centre de soins peut
disconnected-heading = La connexion avec { $clinic } est arrêtée
disconnected-what = { $clinic } ne peut plus voir ni modifier le dossier « { $record } », mais peut garder des copies des informations déjà lues.
disconnected-receipt = Nous enverrons une confirmation à { $email }.
disconnected-again = Pour relier de nouveau, appelez { $clinic } au { $phone } et demandez un code.

## Mail in development

step = Étape { $at } sur { $of } : { $name }
step-code = Code
step-question = Question
step-account = Votre compte
step-record = Dossier
step-answer = Dire oui ou non
