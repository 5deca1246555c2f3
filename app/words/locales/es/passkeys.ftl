# Passkeys of patients.

passkeys-heading = Claves de acceso
passkeys-intro = Con una clave de acceso, inicia sesión igual que desbloquea su teléfono u ordenador: con la cara, el dedo o un PIN. No escribe su correo electrónico ni su contraseña.
passkeys-keeps = Su contraseña también sigue funcionando.
passkeys-none = Todavía no tiene ninguna clave de acceso.
passkeys-made = Añadida el { $made }. Todavía no se ha usado.
passkeys-used = Añadida el { $made }. Último uso el { $used }.
passkeys-change = Cambiar
passkeys-add = Añadir una clave de acceso
passkeys-add-what = Escriba primero su contraseña, para que sepamos que es usted. Después, su navegador crea la clave de acceso.
passkeys-name = Nombre de la clave de acceso
passkeys-name-hint = Un nombre que le diga dónde está la clave de acceso, como «Mi teléfono».
passkeys-password = Su contraseña
passkeys-continue = Continuar
passkeys-enough = Tiene { $max } claves de acceso. Quite una antes de añadir otra.
passkeys-not-here = Las claves de acceso no funcionan en esta dirección web. Necesitan una dirección que empiece por https.
passkeys-added = La clave de acceso se ha añadido. Desde ahora puede iniciar sesión con ella.
passkeys-renamed = El nombre se ha cambiado.
passkeys-removed = La clave de acceso se ha quitado. Ya no sirve para iniciar sesión.
passkeys-not-added = No hemos podido añadir la clave de acceso. No se ha cambiado nada. Empiece de nuevo
passkeys-too-many = Ha pedido demasiadas claves de acceso. Espere { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
    } y vuelva a intentarlo
passkeys-row = Claves de acceso
passkeys-row-what = Inicie sesión sin su contraseña
passkey-name-empty = Escriba un nombre para la clave de acceso
passkey-name-too-long = El nombre debe tener { $max } caracteres o menos
passkey-name-invisible = El nombre contiene un carácter oculto. Escríbalo en lugar de pegarlo
passkey-create-heading = Cree su clave de acceso
passkey-create-what = Su teléfono u ordenador le pedirá que lo desbloquee o que elija dónde guardar la clave de acceso.
passkey-create = Crear clave de acceso
passkey-create-without = Este navegador no puede crear una clave de acceso, o JavaScript está desactivado. No se ha cambiado nada. Su contraseña sigue funcionando.
passkey-create-failed = No se ha creado ninguna clave de acceso. Vuelva a intentarlo o vuelva atrás.
passkey-create-known = Este dispositivo ya tiene una clave de acceso para su cuenta. Puede iniciar sesión con ella.
passkey-back = Volver a sus claves de acceso
passkey-rename-heading = Nombre
passkey-rename = Guardar el nombre
passkey-remove-heading = Quitar esta clave de acceso
passkey-remove-what = Ya no servirá para iniciar sesión. Los dispositivos que ahora tienen la sesión iniciada la mantienen.
passkey-remove-device = Elimínela también de su teléfono, ordenador o gestor de contraseñas. Si no, seguirá ofreciéndosela.
passkey-remove = Quitar clave de acceso
passkey-sign-in = Iniciar sesión con una clave de acceso
passkey-sign-in-failed = La clave de acceso no se ha usado. Vuelva a intentarlo o inicie sesión con su correo electrónico y su contraseña.
passkey-sign-in-refused = Esta clave de acceso no ha servido para iniciar sesión. Vuelva a intentarlo o use su correo electrónico y su contraseña. Una clave de acceso que quitó de su cuenta ya no funciona
