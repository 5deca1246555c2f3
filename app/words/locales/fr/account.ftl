# A person’s own pages: records, what is in them, and who read what.

nav-activity = Qui a vu quoi

## The home

own-heading = Vos dossiers
home-enter-code = Saisir un code
home-no-clinic = Aucun centre de soins n’est relié
home-no-clinic-hint = Quand vous recevez un code pour le dossier « { $record } », saisissez-le ici.
home-no-records-hint = Vous pouvez aussi en créer un maintenant.
home-never-used = N’a pas encore ouvert ce dossier
home-since = Relié depuis
home-last = Dernière utilisation
home-may = Peut
home-phone = Téléphone
home-connected-by = Relié par
home-disconnect = Ne plus relier { $clinic }
home-disconnect-record = au dossier « { $record } »
home-change-record = Mauvais dossier ? Choisissez-en un autre
home-permissions = Changer ce qui est permis
home-permissions-of = : { $clinic }, dossier « { $record } »
home-past = Reliés auparavant
home-past-one = { $clinic }, jusqu’au { $date }
home-open = Ouvrir ce dossier
home-open-record = : { $record }
home-new-record = Créer un dossier pour quelqu’un d’autre
home-all-records = Renommer ou retirer un dossier
own-account = Votre compte
home-name = Nom
home-email = Adresse e-mail
home-change-link = Modifier
home-activity = Qui a vu quoi
home-activity-what = Chaque fois qu’un centre de soins ouvre ou modifie un de vos dossiers
home-see = Voir la liste
home-password-what = Vous seul le connaissez
relation-myself = Vous
relation-my-child = Votre enfant
relation-cared-for = Quelqu’un dont vous vous occupez
relation-born = { $relation }, année de naissance : { $year }
born = Année de naissance : { $year }

## What a clinic can do

permissions-heading = Ce que peut faire { $clinic }
permissions-record = Dans ce dossier : { $record }
permissions-always = { $clinic } peut toujours faire ceci tant que la connexion existe
permissions-optional = Choisissez ce que { $clinic } peut faire d’autre
permissions-optional-hint = Vous pouvez changer cela à tout moment.
permissions-kept = { $clinic } peut garder ce qui a déjà été lu. Nous signalons votre changement.
permissions-none = { $clinic } a besoin de tout cela. Vous pouvez seulement arrêter toute la connexion.
permissions-save = Enregistrer
permissions-leave = Ne rien changer
permissions-saved = Enregistré. { $clinic } peut faire seulement ce qui est indiqué ici.
permissions-changed = Ce que peut faire { $clinic } a changé depuis que vous avez ouvert cette page. Rien n’a été enregistré. Relisez, puis enregistrez
permissions-disconnect = Vous pouvez aussi ne plus relier { $clinic } à ce dossier.

## Who looks after a record

people-heading = Qui s’occupe de ce dossier
people-record = Dossier : { $record }
people-about = Toutes les personnes de cette liste voient tout le dossier, peuvent y ajouter des éléments, et peuvent relier ou non des centres de soins.
people-you = { $name } (vous)
people-since = Depuis le { $date }
people-remove = Retirer
people-leave = Ne plus m’en occuper
people-invited = Invitations
people-invited-until = L’invitation est valable jusqu’au { $date }
people-invited-over = L’invitation a expiré le { $date }. Personne ne l’a utilisée
people-withdraw = Annuler
people-invite-heading = Inviter quelqu’un
people-invite-about = Cette personne reçoit un e-mail avec un lien. Pour l’utiliser, il lui faut 6 chiffres que vous lui dites vous-même.
people-email = Son adresse e-mail
people-invite = Envoyer l’invitation
people-digits-heading = L’invitation est en route vers { $email }
people-digits-tell = Dites-lui ces 6 chiffres, de vive voix ou par téléphone. Nous ne les montrons que maintenant.
people-digits-why = Personne ne peut utiliser l’invitation sans eux, même si l’adresse e-mail est fausse.
people-already = Cette personne s’occupe déjà du dossier
people-too-many = Au maximum { $max } personnes peuvent s’occuper d’un dossier. Retirez quelqu’un ou annulez une invitation
people-remove-heading = Retirer cette personne ?
people-remove-what = { $name } ne s’occupera plus du dossier « { $record } ».
people-remove-clinics = Les centres de soins que { $name } a reliés à ce dossier ne le sont plus, et nous les prévenons.
people-remove-rest = Le dossier et tout son contenu restent aux autres personnes.
people-remove-told = Nous envoyons un e-mail à { $name } et à toutes les autres personnes qui s’occupent du dossier.
people-remove-act = Retirer { $name }
people-remove-keep = Ne rien changer
people-leave-heading = Ne plus vous occuper de ce dossier ?
people-leave-what = Le dossier « { $record } » ne sera plus dans votre compte.
people-leave-clinics = Les centres de soins que vous avez reliés à ce dossier ne le sont plus, et nous les prévenons.
people-leave-told = Nous envoyons un e-mail à toutes les personnes qui s’occupent du dossier.
care-heading = S’occuper d’un dossier à plusieurs
care-what = { $name } vous demande de vous occuper ensemble d’un dossier de santé. Vous verrez tout son contenu et pourrez décider quels centres de soins l’utilisent.
care-digits = Les 6 chiffres que { $name } vous a dits
care-digits-shape = Saisissez les 6 chiffres que { $name } vous a dits
care-relation-empty = Indiquez de qui parle ce dossier
care-wrong = Ces chiffres sont faux. { $left ->
    [one] Il vous reste 1 essai
   *[other] Il vous reste { $left } essais
    }
care-too-many = Vous avez { $max } dossiers. Retirez-en un dont vous n’avez pas besoin, puis ouvrez de nouveau l’invitation
care-act = M’en occuper
care-leave = Non, merci
care-over = Cette invitation n’est plus valable
care-over-next = Elle a été utilisée ou annulée, elle a plus de 7 jours, ou des chiffres faux ont été saisis trop de fois. Demandez-en une autre à la personne qui vous a invité.

## After connecting

done-another = Vous avez une autre lettre ?
done-another-what = Vous restez connecté.
done-another-code = Saisir un autre code

## Records

records-heading = Renommer ou retirer un dossier
records-change = Renommer
records-change-record = : { $record }
records-remove = Retirer
records-in-use = Vous pouvez retirer un dossier quand aucun centre de soins n’est relié et qu’il est vide.
records-back = Vos dossiers
record-form-new = Créer un dossier
record-form-change = Modifier ce dossier
record-form-name = Nom de la personne
record-form-name-hint = Utilisez le nom que connaît le centre de soins, pour que les lettres correspondent au dossier.
record-form-name-empty = Saisissez le nom de la personne
record-form-relation = De qui parle ce dossier ?
record-form-myself = De moi
record-form-my-child = De mon enfant
record-form-cared-for = De quelqu’un dont je m’occupe
record-form-relation-empty = Indiquez de qui parle ce dossier
record-form-birth-year = Année de naissance (facultatif)
record-form-birth-year-hint = Par exemple, 2016
record-form-birth-year-shape = Saisissez l’année de naissance avec 4 chiffres, comme 2016
record-form-birth-year-future = L’année de naissance doit être cette année ou avant
record-form-birth-year-early = L’année de naissance est trop lointaine. Vérifiez-la
record-form-too-many = Vous avez { $max } dossiers. Retirez-en un dont vous n’avez pas besoin avant d’en créer un autre
record-form-changed = Ce dossier a changé depuis que vous avez ouvert la page. Rien n’a été enregistré. Relisez, puis enregistrez
record-form-save = Enregistrer
record-form-create = Créer le dossier
grown-notice = Dossier « { $record } » : qui s’en occupe à partir de maintenant ?
grown-notice-what = Les enfants peuvent s’occuper eux-mêmes de leur dossier de santé à partir de { $age } ans.
grown-decide = Décider
grown-heading = Qui s’occupe du dossier « { $record } » à partir de maintenant ?
grown-why = Vous nous avez dit que c’est le dossier de votre enfant, année de naissance { $year }. À partir de { $age } ans, les enfants peuvent s’occuper eux-mêmes de leur dossier de santé. Parlez-en ensemble.
grown-legend = Choisissez une réponse
grown-together = Mon enfant et moi
grown-together-what = Sur la page suivante, vous invitez votre enfant par e-mail. Vous voyez tous les deux le dossier et décidez quels centres de soins l’utilisent.
grown-child = Mon enfant seul
grown-child-what = Sur la page suivante, vous invitez votre enfant par e-mail. Quand votre enfant aura accepté, retirez-vous sur cette page.
grown-me = Je continue à m’en occuper
grown-me-what = Nous ne vous le demanderons plus. Vous pouvez inviter votre enfant à tout moment.
grown-empty = Indiquez qui s’occupe du dossier
record-remove-heading = Retirer ce dossier ?
record-remove-what = Le dossier « { $record } » sera retiré de votre compte.
record-remove-empty = Il est vide, et aucun centre de soins n’y est relié.
record-remove-kept = Un centre de soins qui était relié auparavant peut garder ce qu’il a lu.
record-remove-act = Retirer le dossier
record-remove-leave = Garder le dossier
ask-changed-patient = Cette page a changé depuis que vous l’avez ouverte. Rien n’a été changé. Relisez-la, puis choisissez

## What is in a record

contents-add = Ajouter quelque chose
contents-empty = Ce dossier est encore vide
contents-empty-hint = Ce que vos centres de soins et vous ajoutez apparaîtra ici.
contents-newest = Éléments les plus récents
contents-all = Voir { $count ->
    [one] le seul élément
   *[other] les { $count } éléments
    }
contents-clinics = Centres de soins reliés
contents-connected-by = Relié par { $name }
contents-people = Qui s’occupe de ce dossier
contents-activity = Qui a vu ce dossier
contents-see-all = { $count ->
    [one] Voir
   *[other] Voir les { $count }
    }
contents-see-all-what = : { $what }
contents-change-up = { $number } { $unit } de plus que le { $date }
contents-change-down = { $number } { $unit } de moins que le { $date }
contents-change-none = Comme le { $date }
trend-one = De { $first } { $unit } le { $from } à { $last } { $unit } le { $until }
trend-two = Chiffre du haut de { $first } à { $last }, chiffre du bas de { $first_low } à { $last_low }, du { $from } au { $until }
trend-table = Les mêmes chiffres dans un tableau
trend-date = Date
items-heading = { $what } dans ce dossier
items-heading-all = Tous les éléments de ce dossier
items-none = Il n’y a rien ici.
items-newer = Retour aux plus récents
items-older = Voir les plus anciens
item-added-you = { $date }. Ajouté par vous
item-added-clinic = { $date }. Ajouté par { $clinic }
item-added-another = { $date }. Ajouté par quelqu’un d’autre
item-what = Quoi
item-date = Date
item-added = Ajouté
item-changed = Dernière modification
item-by-you = Par vous, { $at }
item-by-clinic = Par { $clinic }, { $at }
item-by-another = Par quelqu’un d’autre, { $at }
item-change = Modifier
item-change-this = Modifier cet élément
item-remove = Retirer
item-remove-this = Retirer cet élément
item-of = : { $what }
item-download = Télécharger le fichier d’origine
item-download-hint = Le fichier contient cet élément tel que le centre de soins l’a envoyé. Ouvrez-le seulement avec un programme en qui vous avez confiance.
item-more = Tout ce qu’il dit
item-remove-heading = Retirer cet élément ?
item-remove-what = { $what }, { $date }
item-remove-effect = Vous et vos centres de soins ne le verrez plus ici.
item-remove-copies = Un centre de soins qui l’a lu peut en garder une copie.
item-remove-act = Retirer l’élément
item-remove-leave = Garder l’élément
add-heading = Que voulez-vous ajouter ?
add-for = Pour : { $record }
add-clinics = Les centres de soins qui peuvent lire ces éléments verront ce que vous ajoutez.
add-sort-weight = Poids
add-sort-blood-pressure = Tension artérielle
add-sort-medicine = Médicament
add-sort-allergy = Allergie
add-sort-note = Note
add-new-weight = Ajouter un poids
add-new-blood-pressure = Ajouter une tension artérielle
add-new-medicine = Ajouter un médicament
add-new-allergy = Ajouter une allergie
add-new-note = Ajouter une note
add-change-weight = Modifier ce poids
add-change-blood-pressure = Modifier cette tension artérielle
add-change-medicine = Modifier ce médicament
add-change-allergy = Modifier cette allergie
add-change-note = Modifier cette note
add-date = Date
add-date-started = Quand avez-vous commencé à le prendre ?
add-date-noticed = Quand a-t-elle été remarquée pour la première fois ?
add-date-hint = Par exemple, 2026-05-03. Si vous ne savez pas le jour, choisissez-en un proche.
add-weight = Poids en kilogrammes
add-weight-hint = Par exemple, { $example }
add-weight-pounds = Poids en livres
add-systolic = Chiffre du haut
add-diastolic = Chiffre du bas
add-pressure-hint = En mmHg, par exemple, { $example }
add-medicine = Nom du médicament
add-dose = Quelle quantité, et à quelle fréquence (facultatif)
add-allergy = À quoi êtes-vous allergique ?
add-reaction = Ce qui se passe (facultatif)
add-note = Note
add-save = Enregistrer
add-date-shape = Saisissez la date avec l’année, le mois et le jour, comme 2026-05-03
add-date-future = La date doit être aujourd’hui ou avant
add-date-early = La date est trop lointaine. Vérifiez-la
add-weight-wrong-pounds = Saisissez le poids en livres, entre 0,7 et 1100, comme 150,8
add-weight-wrong = Saisissez le poids en kilogrammes, entre 0,3 et 500, comme 68,4
add-systolic-wrong = Saisissez le chiffre du haut, entre 20 et 300
add-diastolic-wrong = Saisissez le chiffre du bas, entre 20 et 300
add-pressure-swapped = Le chiffre du haut doit être plus grand que le chiffre du bas
add-name-empty = Saisissez un nom
add-name-long = Ce texte doit avoir { $max } caractères au maximum
add-name-hidden = Ce texte contient un caractère caché. Tapez-le au lieu de le coller
add-note-empty = Saisissez une note
add-changed = Cet élément a changé depuis que vous avez ouvert la page. Rien n’a été enregistré. Ce que vous avez tapé est toujours ici
add-too-many = Ce dossier est plein. Retirez des éléments dont vous n’avez pas besoin avant d’en ajouter un autre

## Sorts of things

sort-weight = Poids
sort-blood-pressure = Tension artérielle
sort-glucose = Glycémie
sort-height = Taille
sort-medicine = Médicaments
sort-allergy = Allergies
sort-condition = Maladies et problèmes de santé
sort-immunization = Vaccinations
sort-procedure = Interventions
sort-note = Notes
sort-document = Documents
sort-file = Fichiers
sort-basic = Informations personnelles
sort-other = Autres informations
looked-weight = poids
looked-blood-pressure = tension artérielle
looked-glucose = glycémie
looked-height = taille
looked-medicine = médicaments
looked-allergy = allergies
looked-condition = maladies et problèmes de santé
looked-immunization = vaccinations
looked-procedure = interventions
looked-note = notes
looked-document = documents
looked-file = fichiers
looked-basic = informations personnelles
looked-other = autres informations
looked-anything = tout ce qui est visible
thing-weight = Poids { $value } { $unit }
thing-blood-pressure = Tension artérielle { $systolic } / { $diastolic }
thing-glucose = Glycémie { $value } { $unit }
thing-height = Taille { $value } { $unit }
thing-named = { $name }, { $more }
unit-kg = kg
unit-lb = lb
unit-mmol = mmol/l
unit-mg = mg/dl
unit-m = m
unit-in = pouces
unit-mmhg = mmHg
value-feet = { $feet } pieds { $inches }
value-pair = { $upper } / { $lower }

## Who saw what

activity-heading = Qui a vu quoi
activity-intro = Chaque fois qu’un centre de soins ouvre un de vos dossiers ou y ajoute quelque chose, nous le notons ici.
activity-all-clinics = Tous les centres de soins
activity-clinics = Centres de soins
activity-records = Dossiers
activity-all-records = Tous les dossiers
activity-record = Seulement le dossier « { $record } »
activity-none = Rien n’a encore été lu ou ajouté.
activity-read = { $clinic } a consulté : { $what }
activity-added = { $clinic } a ajouté : { $what }
activity-changed = { $clinic } a modifié : { $what }
activity-removed = { $clinic } a retiré : { $what }
activity-refused = { $clinic } a demandé : { $what }. Nous ne l’avons pas permis.
activity-you-added = Vous avez ajouté : { $what }
activity-you-changed = Vous avez modifié : { $what }
activity-you-removed = Vous avez retiré : { $what }
activity-another = Quelqu’un d’autre
activity-when = { $record }, { $clock }. { $more ->
    [0] { $things ->
        [0] Il n’y avait rien.
        [one] 1 élément.
       *[other] { $things } éléments.
        }
    [one] Et 1 autre fois ce jour-là.
   *[other] Et { $more } autres fois ce jour-là.
    }
activity-when-refused = { $record }, { $clock }. Vous n’avez pas accepté cela. { $more ->
    [0] { "" }
    [one] 1 autre demande ce jour-là.
   *[other] { $more } autres demandes ce jour-là.
    }
activity-monthly = Nous vous envoyons un résumé chaque mois par e-mail. Vous pouvez le désactiver.
activity-monthly-off = Nous ne vous envoyons pas de résumé mensuel par e-mail. Vous pouvez l’activer.
activity-monthly-change = Modifier
activity-older = Voir les plus anciens
activity-newest = Retour aux plus récents
activity-wrong = Quelque chose vous semble faux ?
activity-wrong-call = Appelez le centre de soins :
activity-wrong-disconnect = Ne plus relier un centre de soins

## Details

details-heading = Vos informations
details-name = Votre nom
details-name-save = Enregistrer le nom
details-name-done = Votre nom est modifié.
details-email-now = Votre adresse e-mail est { $email }.
details-new-email = Nouvelle adresse e-mail
details-new-email-hint = Nous enverrons 6 chiffres à cette adresse.
details-your-password = Votre mot de passe
details-email-save = Changer l’adresse e-mail
details-email-done = Votre adresse e-mail est modifiée. Nous avons prévenu les deux adresses.
details-email-same = C’est déjà votre adresse e-mail. Saisissez-en une autre
details-old-password = Votre mot de passe actuel
details-new-password = Nouveau mot de passe
details-password-save = Changer le mot de passe
details-password-done = Votre mot de passe est modifié. Vous êtes déconnecté partout ailleurs.
details-password-wrong = Ce n’est pas votre mot de passe. Vérifiez-le et réessayez
details-digits-heading = Vérifiez votre nouvelle adresse e-mail
details-digits-label = 6 chiffres de l’e-mail
details-digits-save = Changer l’adresse e-mail
details-digits-stop = Garder l’ancienne adresse
undo-email-heading = Revenir à votre ancienne adresse e-mail ?
undo-email-what = L’adresse e-mail de votre compte sera de nouveau { $email }. Vous serez déconnecté partout.
undo-email-act = Revenir à l’ancienne
undo-email-done = Votre ancienne adresse e-mail est rétablie
undo-email-next = Quelqu’un d’autre connaît peut-être votre mot de passe. Choisissez-en un nouveau maintenant.
undo-email-password = Choisir un nouveau mot de passe
undo-email-over = Ce lien ne fonctionne plus
undo-email-over-next = Il a été utilisé, il a plus de 7 jours, ou un autre compte a maintenant cette adresse.
preferences-heading = E-mails et unités
preferences-row-what = L’e-mail mensuel, et les kilogrammes ou les livres
preferences-monthly-legend = E-mails
preferences-monthly = M’envoyer chaque mois un e-mail qui dit qui a vu mes dossiers
preferences-monthly-what = Nous l’envoyons quand un centre de soins a consulté ou modifié un dossier.
preferences-units = Unités
preferences-metric = Système métrique
preferences-metric-what = Kilogrammes, mètres, mmol/l
preferences-imperial = Système impérial
preferences-imperial-what = Livres, pieds et pouces, mg/dl
preferences-save = Enregistrer
preferences-done = Votre choix est enregistré.

## Devices

devices-heading = Où vous êtes connecté
devices-intro = Déconnectez tout appareil que vous ne connaissez pas. Changez ensuite votre mot de passe.
devices-this = Cet appareil
devices-unknown = Un appareil
devices-name = { $browser } sur { $system }
devices-seen = Connecté le { $since }. Dernière utilisation le { $seen }.
devices-sign-out = Déconnecter
devices-everywhere-what = Cela vous déconnecte sur tous les appareils, y compris celui-ci.
devices-everywhere = Se déconnecter partout
devices-row = Connecté sur
devices-row-what = Ordinateurs et téléphones
devices-manage = Gérer

## Download

download-heading = Télécharger vos données
download-what = Nous créons un seul fichier avec tout ce qui est dans votre compte : vos dossiers, leur contenu, et qui a fait quoi.
download-safe = Le fichier contient vos informations de santé. Gardez-le en lieu sûr.
download-make = Créer le fichier
download-again = Créer un nouveau fichier
download-running = Nous créons votre fichier. Cela peut prendre quelques minutes. Nous vous enverrons un e-mail quand il sera prêt.
download-ready = Votre fichier est prêt. Vous pouvez le télécharger jusqu’au { $date }.
download-get = Télécharger le fichier
download-failed = Nous n’avons pas pu créer votre fichier. Réessayez. Si cela ne marche pas, vos dossiers sont peut-être trop grands pour un seul fichier.
download-too-many = Vous avez demandé beaucoup de fichiers aujourd’hui. Réessayez demain
download-row = Vos données
download-row-what = Tout ce qui est dans votre compte, en un fichier
download-link = Télécharger
download-you = vous
download-another = quelqu’un d’autre
download-log = { $by } : { $act } { $what }
download-file-heading = Patient Connect : { $name }
download-file-about = Tout ce qui est dans le compte de { $email }, créé le { $at }.
download-file-nothing = Rien
download-file-sort = Type
download-file-log = Qui a fait quoi

## Delete

delete-heading = Supprimer votre compte ?
delete-now = Tous les centres de soins cessent d’être reliés maintenant, et nous les prévenons.
delete-later = Le { $date }, nous supprimons votre compte, vos dossiers et tout leur contenu.
delete-mind = Jusque-là, vous pouvez vous connecter et garder votre compte.
delete-stays = Les centres de soins peuvent garder ce qu’ils ont lu. Leurs journaux gardent un numéro à la place de votre nom.
delete-download = Vous pouvez d’abord télécharger vos données.
delete-password = Votre mot de passe
delete-act = Supprimer mon compte
delete-leave = Garder mon compte
delete-row = Supprimer
delete-row-what = Votre compte et vos dossiers
delete-link = Supprimer…
delete-coming = Votre compte sera supprimé le { $date }
delete-coming-what = Plus aucun centre de soins n’est relié. Vous pouvez encore garder votre compte.
delete-keep = Garder mon compte
