# The second step of patients’ sign-ins.

second-step-heading = Segundo paso al iniciar sesión
second-step-what = Con un segundo paso, su contraseña sola no basta: también escribe un código de una aplicación de su teléfono. Quien averigüe su contraseña no puede iniciar sesión.
second-step-passkey = Una clave de acceso no necesita código. Es tan segura como los dos pasos juntos.
second-step-off = El segundo paso está desactivado.
second-step-set-up = Configurar el segundo paso
second-step-since = El segundo paso está activado desde el { $date }.
second-step-left = { $left ->
    [0] No le quedan códigos de recuperación.
    [one] Le queda 1 código de recuperación.
   *[other] Le quedan { $left } códigos de recuperación.
    }
second-step-few = Cree códigos nuevos antes de que se le acaben.
second-step-removed = El segundo paso está desactivado. Su contraseña sola basta para iniciar sesión.
second-step-renew-heading = Códigos de recuperación nuevos
second-step-renew-what = Sus códigos de recuperación actuales dejan de funcionar.
second-step-renew = Crear códigos de recuperación nuevos
second-step-remove-heading = Desactivar el segundo paso
second-step-remove-link = Desactivar
second-step-remove-what = Su contraseña sola bastará para iniciar sesión. Sus códigos de recuperación dejan de funcionar.
second-step-remove = Desactivar el segundo paso
second-step-password = Su contraseña
second-step-code = Código de su aplicación o un código de recuperación
second-step-row = Segundo paso
second-step-row-what = Un código de su teléfono al iniciar sesión
second-step-app-heading = Configure su aplicación de autenticación
second-step-app = Instale cualquier aplicación de autenticación en su teléfono.
second-step-scan = Escanee este código QR con la aplicación.
second-step-qr = Código QR con la clave de configuración para su aplicación de autenticación
second-step-secret = ¿No puede escanearlo? Escriba esta clave de configuración en la aplicación:
second-step-enter = Escriba el código de 6 cifras de la aplicación y su contraseña.
second-step-digits = Código de 6 cifras
second-step-confirm = Activar el segundo paso
second-step-back = Volver al segundo paso
second-step-codes-heading = Sus códigos de recuperación
second-step-codes-what = Con uno de estos códigos puede iniciar sesión cuando no tenga su teléfono. Cada uno sirve una sola vez. Imprima esta página o anótelos y guárdelos en un lugar seguro.
second-step-codes-once = Solo los mostramos esta vez. Los códigos de recuperación que tenía antes ya no funcionan.
second-step-codes-kept = He guardado mis códigos de recuperación
second-step-ask-heading = Escriba el código de su aplicación de autenticación
second-step-ask-hint = Abra la aplicación en su teléfono. Muestra un código nuevo de 6 cifras para Patient Connect cada 30 segundos.
second-step-ask-why = Después podrá continuar con { $clinic }. Hemos guardado su código y su respuesta.
second-step-ask-lost = ¿No tiene el teléfono? Escriba uno de sus códigos de recuperación. Son como JKYZ-QNMN-VHRX.
second-step-ask-over = Iniciar sesión con otro correo electrónico
second-step-empty = Escriba el código
second-step-shape = Escriba un código de 6 cifras o un código de recuperación de 12 letras
second-step-wrong = Este código no es correcto o ya se ha usado. Espere al siguiente y vuelva a intentarlo. Compruebe el reloj de su teléfono: aquí son las { $clock } UTC
