# Passkeys of patients.

passkeys-heading = Clés d’accès
passkeys-intro = Avec une clé d’accès, vous vous connectez comme vous déverrouillez votre téléphone ou votre ordinateur : avec le visage, le doigt ou un code PIN. Vous ne tapez ni adresse e-mail ni mot de passe.
passkeys-keeps = Votre mot de passe fonctionne toujours.
passkeys-none = Vous n’avez pas encore de clé d’accès.
passkeys-made = Ajoutée le { $made }. Pas encore utilisée.
passkeys-used = Ajoutée le { $made }. Dernière utilisation le { $used }.
passkeys-change = Modifier
passkeys-add = Ajouter une clé d’accès
passkeys-add-what = Saisissez d’abord votre mot de passe, pour que nous sachions que c’est vous. Votre navigateur crée ensuite la clé d’accès.
passkeys-name = Nom de la clé d’accès
passkeys-name-hint = Un nom qui vous dit où est la clé d’accès, comme « Mon téléphone ».
passkeys-password = Votre mot de passe
passkeys-continue = Continuer
passkeys-enough = Vous avez { $max } clés d’accès. Retirez-en une avant d’en ajouter une autre.
passkeys-not-here = Les clés d’accès ne fonctionnent pas à cette adresse web. Il leur faut une adresse qui commence par https.
passkeys-added = La clé d’accès est ajoutée. Vous pouvez maintenant vous connecter avec elle.
passkeys-renamed = Le nom est modifié.
passkeys-removed = La clé d’accès est retirée. Elle ne vous connecte plus.
passkeys-not-added = Nous n’avons pas pu ajouter la clé d’accès. Rien n’a été changé. Recommencez
passkeys-too-many = Vous avez demandé trop de clés d’accès. Attendez { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    } et réessayez
passkeys-row = Clés d’accès
passkeys-row-what = Se connecter sans mot de passe
passkey-name-empty = Saisissez un nom pour la clé d’accès
passkey-name-too-long = Le nom doit avoir { $max } caractères au maximum
passkey-name-invisible = Le nom contient un caractère caché. Tapez-le au lieu de le coller
passkey-create-heading = Créez votre clé d’accès
passkey-create-what = Votre téléphone ou votre ordinateur vous demandera de le déverrouiller, ou de choisir où garder la clé d’accès.
passkey-create = Créer la clé d’accès
passkey-create-without = Ce navigateur ne peut pas créer de clé d’accès, ou JavaScript est désactivé. Rien n’a été changé. Votre mot de passe fonctionne toujours.
passkey-create-failed = Aucune clé d’accès n’a été créée. Réessayez, ou revenez en arrière.
passkey-create-known = Cet appareil a déjà une clé d’accès pour votre compte. Vous pouvez vous connecter avec elle.
passkey-back = Retour à vos clés d’accès
passkey-rename-heading = Nom
passkey-rename = Enregistrer le nom
passkey-remove-heading = Retirer cette clé d’accès
passkey-remove-what = Elle ne vous connectera plus. Les appareils connectés maintenant le restent.
passkey-remove-device = Supprimez-la aussi de votre téléphone, ordinateur ou gestionnaire de mots de passe. Sinon, elle vous sera toujours proposée.
passkey-remove = Retirer la clé d’accès
passkey-sign-in = Se connecter avec une clé d’accès
passkey-sign-in-failed = La clé d’accès n’a pas été utilisée. Réessayez, ou connectez-vous avec votre adresse e-mail et votre mot de passe.
passkey-sign-in-refused = Cette clé d’accès ne vous a pas connecté. Réessayez, ou utilisez votre adresse e-mail et votre mot de passe. Une clé d’accès retirée de votre compte ne fonctionne plus
