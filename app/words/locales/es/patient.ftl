# Words on patients’ pages: from the code to “You are connected”, the account, and what can go wrong.

continue = Continuar
go-to-start = Ir a la página de inicio
clinic-hours = Horario:
clinic-logo = Logotipo de { $clinic }
call-clinic = Llame a { $clinic } al { $phone }

## The start page

home-title = Conéctese con su clínica
home-heading = Conecte su historial de salud con su clínica
home-intro = Su clínica le da un código. Usted elige qué historial conectar. No compartimos nada hasta que usted diga que sí.
home-code = Tengo un código de mi clínica
home-code-hint = Su código tiene 20 letras. Está en su carta o en su correo electrónico.
home-sign-in = Iniciar sesión para ver sus historiales
home-account = Ir a sus historiales
home-account-hint = Vea qué clínicas están conectadas o desconecte una.
home-staff = Para el personal de la clínica

## The code

code-heading = Escriba su código
code-hint = Su código tiene 20 letras, como JKYZ-QNMN-VHRX-ZGNR-GZNH. Puede usar mayúsculas o minúsculas, con o sin guiones.
code-picture = Imagen de una carta. El código está en un recuadro debajo de los pasos.
code-where = En la carta, su código está en un recuadro. En el correo electrónico, está en una línea aparte.
code-from-link = Si llegó aquí por un enlace de un correo electrónico, escriba o pegue el código de ese correo.
code-empty = Escriba el código de su carta o de su correo electrónico
code-too-short = Ha escrito { $entered } letras. Un código tiene { $length }. Compruebe si faltan letras
code-too-long = Ha escrito { $entered } letras. Un código tiene { $length }. Quite todo lo que no sea parte del código
code-impossible = { $sign ->
    [letter] Los códigos no llevan la letra { $letter } ni números
    [number] Los códigos no llevan números
   *[other] Los códigos solo llevan letras
    }. Compruebe la letra número { $position }
code-check-letter = Una de las letras no es correcta. Compare cada grupo de 4 letras con su carta o su correo electrónico
code-unknown = No reconocemos este código. Compárelo con su carta o su correo electrónico. Si sigue sin funcionar, pida un código nuevo a su clínica
code-slow-down = Se han escrito demasiados códigos incorrectos desde esta conexión a internet. Espere { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
    } y vuelva a intentarlo. Su código sigue siendo válido
code-unavailable = Algo ha fallado por nuestra parte. Su código no se ha usado. Vuelva a intentarlo en unos minutos

## The question

question-title = Su pregunta
question-who = Pregunta de { $clinic }
question-hint = { $blanks ->
    [count] Escriba la respuesta que acordó con { $clinic }. Las mayúsculas no importan, pero los espacios sí.
    [never] Escriba las palabras que le dio { $clinic }, en el mismo orden. Las mayúsculas y los espacios no importan.
   *[lenient] Escriba la respuesta que acordó con { $clinic }. Las mayúsculas no importan.
    }
question-left = { $left ->
    [one] Le queda 1 intento. Si esa respuesta tampoco es correcta, el código se bloquea para proteger su historial.
   *[other] Le quedan { $left } intentos. Después, el código se bloquea para proteger su historial.
    }
question-cannot-remember = No recuerdo la respuesta
question-not-me = Este código no es para mí
question-empty = Escriba su respuesta
question-too-long = Su respuesta debe tener { $max } caracteres o menos
question-invisible = Su respuesta contiene un carácter oculto. Escríbala en lugar de pegarla
question-blank = Su respuesta { $end ->
    [start] empieza
   *[finish] termina
    } con un espacio. Quite el espacio y vuelva a intentarlo. Esto no ha contado como intento
question-wrong = Esa respuesta no coincide con la que tenemos. { $left ->
    [one] Le queda 1 intento. Si tiene dudas, llame antes a { $clinic } al { $phone }
   *[other] Le quedan { $left } intentos. { $blanks ->
        [count] Las mayúsculas no importan, pero los espacios sí
        [never] Las mayúsculas y los espacios no importan
       *[lenient] Las mayúsculas no importan
        }
    }
question-full-stop = Su respuesta termina con un punto. Quítelo y vuelva a intentarlo. Esto no ha contado como intento
question-repeated = Ya ha probado esta respuesta. No coincide con la que tenemos. Esto no ha contado como intento
question-others-waiting = Todavía estamos comprobando otra respuesta. Espere un momento y vuelva a intentarlo. Esto no ha contado como intento
question-unavailable = Algo ha fallado por nuestra parte. No hemos comprobado su respuesta y esto no ha contado como intento. Vuelva a intentarlo en unos minutos

## I cannot remember

cannot-remember-heading = Si no recuerda la respuesta
cannot-remember-no-try = Abrir esta página no ha contado como intento.
cannot-remember-think = Es la respuesta que acordó con { $clinic } cuando estuvo allí. Intente recordar las palabras exactas.
cannot-remember-call = Si sigue sin recordarla, llame a { $clinic } al { $phone }. Pueden darle un código nuevo con una pregunta nueva.
cannot-remember-back = Volver a la pregunta

## This was not meant for me

not-me-heading = ¿Este código es para usted?
not-me-hint = { $clinic } creó este código para una sola persona.
not-me-no = No, no es para mí
not-me-no-hint = El código dejará de funcionar y avisaremos a { $clinic }.
not-me-yes = Sí, es para mí
not-me-yes-hint = Volverá a la pregunta.
not-me-nothing-chosen = Elija si este código es para usted

## Which record

record-title = Elija un historial
record-for = Esto es para
record-heading = ¿Qué historial quiere conectar con { $clinic }?
record-signed-in = Ha iniciado sesión como { $name }
record-not-you = ¿No es usted? Use otra cuenta
record-connected = Ya está conectado con { $clinic }. Creado el { $date }.
record-spoken-of = Puede que { $clinic } se refiera a este historial. Creado el { $date }.
record-connected-and-spoken-of = Puede que { $clinic } se refiera a este historial. Ya está conectado. Creado el { $date }.
record-new = Otra persona (crear un historial nuevo)
record-name-label = El nombre de la persona
record-first-heading = Cree un historial para conectarlo con { $clinic }
record-first-intro = Todavía no tiene ningún historial. Un historial contiene información de salud sobre una persona: usted o alguien a quien cuida.
record-nothing-chosen = Elija un historial o cree uno nuevo
record-name-empty = Escriba el nombre de la persona a la que corresponde este historial
record-name-too-long = El nombre debe tener { $max } caracteres o menos
record-name-taken = Ya tiene un historial con este nombre. Elija ese historial o añada algo al nombre, como el año de nacimiento
record-name-invisible = El nombre contiene un carácter oculto. Escríbalo en lugar de pegarlo

## Authorize

authorize-heading = ¿Quiere conectar el historial «{ $record }» con { $clinic }?
authorize-will = { $clinic } podrá:
authorize-learns = Avisaremos a { $clinic } de que usted ha conectado este historial. No pide ver ni cambiar ninguna información de salud.
authorize-optional = También puede permitir a { $clinic }:
authorize-optional-hint = Elija solo aquello con lo que esté de acuerdo. Puede conectar sin marcar nada.
authorize-connected = El historial «{ $record }» ya está conectado con { $clinic }. Si vuelve a autorizar, lo que elija en esta página sustituye a lo que eligió antes.
authorize-learns-heading = Lo que { $clinic } sabrá de usted
authorize-learns-holder = Su nombre: { $name }
authorize-learns-record = El nombre de este historial: { $record }
authorize-learns-dates = Las fechas en que creó este historial y en que lo conectó
authorize-learns-ids = Un número de identificación para usted y otro para este historial. Todas las clínicas con las que conecte este historial reciben los mismos dos números.
authorize-learns-not = { $clinic } no sabrá su dirección de correo electrónico ni los nombres de los historiales que no conecte con ella.
authorize-stop = Puede desconectar cuando quiera. Abra sus historiales y elija Desconectar.
authorize-privacy = Declaración de privacidad de { $clinic }
authorize-terms = Condiciones de uso de { $clinic }
authorize-only-if = Continúe solo si { $clinic } le dio este código.
authorize-yes = Sí, autorizar
authorize-no = No, no conectar
authorize-changed = Esta página ha cambiado desde que la abrió: puede que { $clinic } pida ahora otra cosa. Todavía no hay nada conectado. Vuelva a leer la página y después elija
authorize-nothing-chosen = Elija «Sí, autorizar» o «No, no conectar»

## Whom the letter is for, and which record is connected

pair-letter = La carta es para:
pair-letter-unknown = Un nombre que ya no guardamos
pair-record = Usted va a conectar:
pair-match = Los nombres coinciden.
pair-cannot-tell = Compruebe que se trata de la misma persona.
pair-differs = Los nombres no son iguales. Compruebe su carta.
pair-better = Otro de sus historiales encaja mejor con la carta. Compruebe su carta.
pair-all-the-same = Los nombres no son iguales. Usted nos dijo que este es el historial correcto.
pair-elsewhere = Elegir otro historial
right-record-heading = ¿Es este el historial correcto?
right-record-legend = ¿A qué historial se refiere la clínica?
right-record-hint = Si conecta el historial equivocado, los resultados de una persona acaban en el historial de otra.
right-record-better = Elegiremos este historial por usted. Lo creó el { $date }.
right-record-another = Otro historial
right-record-another-hint = Volverá atrás y elegirá otro historial o creará uno nuevo.
right-record-this-hint = La carta dice «{ $letter }», pero es para { $record }.
right-record-not-sure = No lo sé con seguridad
right-record-not-sure-hint = Le mostraremos cómo preguntar a la clínica. Su código sigue siendo válido.
right-record-stop = Parar aquí y no conectar
right-record-nothing-chosen = Elija el historial al que se refiere la clínica
right-record-changed = Esta página ha cambiado desde que la abrió. Todavía no hay nada conectado. Vuelva a leerla y después elija
not-sure-heading = Pregunte a la clínica a qué historial se refiere
not-sure-code = No hay nada conectado. Su código es válido hasta el { $date }.
not-sure-connection = No hemos cambiado nada. Su conexión sigue igual.
not-sure-ask = Llame a { $clinic } al { $phone }. Pregunte para quién es la carta y después vuelva.
not-sure-back = Volver a la decisión

## The wrong record

change-heading = ¿El historial «{ $record }» no es el correcto para { $clinic }?
change-what = Elija el historial correcto. Lo conectamos con { $clinic } y terminamos la conexión con el equivocado.
change-read = { $clinic } ya ha leído información de salud del historial «{ $record }». Puede conservar lo que ha leído.
change-not-read = { $clinic } no ha leído ninguna información de salud del historial «{ $record }». Puede que su sistema ya conozca el nombre del historial.
change-written = { $clinic } ha añadido información de salud al historial «{ $record }». Lo que añadió se queda allí. Pida a la clínica que lo quite.
change-may = { $clinic } podrá hacer lo mismo que antes, ahora con el historial correcto:
change-letter = ¿Qué carta está conectada con el historial equivocado?
change-letter-hint = Hay más de una carta conectada con este historial.
change-record = ¿Cuál es el historial correcto?
change-record-connected = Ya está conectado con { $clinic }. Creado el { $date }.
change-continue = Cambiar el historial
change-keep = Dejar conectado «{ $record }»
change-no-letter = Elija la carta que está conectada con el historial equivocado
change-nothing-chosen = Elija el historial correcto o cree uno nuevo
change-changed = Esta página ha cambiado desde que la abrió. Todavía no se ha cambiado nada. Vuelva a leerla y después elija
changed-heading = El historial «{ $record }» ya está conectado con { $clinic }
changed-former = El historial «{ $record }» ya no está conectado. { $clinic } ya no puede abrirlo.
changed-still-connected = El historial «{ $record }» sigue conectado con { $clinic }, porque otra carta lo conecta.
change-too-late-heading = Ya no puede cambiar este historial aquí
change-too-late-next = Puede cambiar un historial durante las { $hours } horas siguientes a conectarlo. Ahora desconéctelo: abra sus historiales y elija Desconectar. Después llame a { $clinic } al { $phone } y pida un código nuevo.
change-ended-heading = Esta conexión ya ha terminado
change-ended-next = Se desconectó o se cambió su historial. Ahora no se ha cambiado nada. En sus historiales puede ver qué está conectado.

## Connected

done-heading = Ya tiene conexión con { $clinic }
done-record = El historial «{ $record }» ya está conectado.
done-message = Un mensaje de { $clinic }
done-next = Qué pasa ahora
done-next-clinic = { $clinic } lo verá la próxima vez que su sistema lo compruebe. Normalmente es en menos de 1 día.
done-next-nothing = No tiene que hacer nada más.
done-receipt = Le enviaremos una confirmación a { $email }.
done-receipt-heading = Su confirmación
done-receipt-clinic = Clínica
done-wrong-record = ¿Historial equivocado?
done-wrong-record-how = Puede cambiar el historial durante las { $hours } horas siguientes a conectarlo.
done-change-record = Cambiarlo
done-stop = Cómo desconectar
done-stop-how = Puede desconectar { $clinic } cuando quiera. Abra sus historiales y elija Desconectar.
done-print = Puede imprimir esta página y guardarla.
done-account = Ir a sus historiales

## Not connected

declined-heading = No se ha conectado
declined-nothing-shared = No hemos compartido nada con { $clinic }.
declined-until = Su código es válido hasta el { $date }. Si cambia de opinión, vuelva a escribirlo.

## How a code ends

ended-heading = Este código caducó el { $date }
ended-next = Llame a { $clinic } al { $phone } y pida un código nuevo. No hace falta que vaya en persona.
replaced-heading = { $clinic } le ha dado un código más reciente
replaced-next = Use el código de su carta o correo electrónico más reciente, con fecha del { $date }.
stopped-heading = Este código está bloqueado porque la respuesta ha sido incorrecta demasiadas veces
stopped-next = Así protegemos su historial. Llame a { $clinic } al { $phone } y pida un código nuevo.
withdrawn-heading = { $clinic } ha cancelado este código
withdrawn-next = Si no se lo esperaba, llame al { $phone }.
refused-heading = Usted nos dijo que este código no es para usted
refused-next = Si fue un error, llame a { $clinic } al { $phone }.
used-heading = Este código ya se ha usado
used-next = Si no fue usted, llame ahora a { $clinic } al { $phone }.
thanks-heading = Gracias por decírnoslo
thanks-next = No hemos compartido nada. Hemos avisado a { $clinic }.
thanks-connected-next = Alguien ya se ha conectado con este código. Hemos avisado a { $clinic }. Si le preocupa su propio historial, llame al { $phone }.
timed-out-heading = El tiempo de esta página se ha agotado
timed-out-next = Para proteger su historial, las páginas se cierran después de { $minutes } minutos. Su código no se ha usado. Vuelva a escribirlo para continuar.
not-started-heading = Empiece por su código
not-started-next = Escriba primero el código de su carta o correo electrónico. Después podrá abrir esta página.
enter-code = Escribir su código
newer-code = Escribir su código más reciente

## When something goes wrong

trouble-heading = Lo sentimos, algo ha fallado
trouble-unavailable = Su código no se ha usado. Vuelva a intentarlo en unos minutos.
trouble-unavailable-phone = Su código no se ha usado. Vuelva a intentarlo en unos minutos o llame al { $phone }.
trouble-ours = El problema es nuestro, no suyo. Vuelva a intentarlo en unos minutos.
trouble-kept = Lo que escribió sigue en esta página, excepto las contraseñas y los códigos de un solo uso. Espere un minuto y vuelva a enviarlo.
signed-out-heading = Su sesión ya no está iniciada
signed-out-next = Lo que escribió sigue en esta página, excepto las contraseñas y los códigos de un solo uso. Vuelva a iniciar sesión en otra pestaña. Después regrese a esta página y envíelo de nuevo.
signed-out-sign-in = Iniciar sesión (se abre en otra pestaña)
signed-out-heading-code = Ha pasado un tiempo sin actividad
signed-out-next-code = Lo que escribió sigue en esta página. Vuelva a escribir su código en otra pestaña. Después regrese a esta página y envíelo de nuevo.
signed-out-code = Escribir su código (se abre en otra pestaña)
trouble-send-again = Volver a enviarlo
slow-down-heading = Demasiados intentos
slow-down-next = Espere { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
    } y vuelva a intentarlo. Si tiene un código, sigue siendo válido.
crowded-heading = Hay demasiadas personas aquí desde esta red
crowded-next = Espere { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
    } y vuelva a intentarlo. Si tiene un código, sigue siendo válido.
crowded-kept = Espere { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
    } y vuelva a enviarlo. Lo que escribió sigue en esta página, excepto las contraseñas y los códigos de un solo uso.
not-found-heading = Página no encontrada
not-found-next = Si escribió la dirección, compruébela. Si siguió un enlace, puede que ya no esté vigente.
old-link-heading = Este enlace es de un sistema anterior y ya no funciona
old-link-next = Si tiene una carta o un correo electrónico con un código, escriba ese código. Si no tiene un código, llame a la clínica que le dio el enlace.
cross-site-heading = No hemos podido aceptar esto
cross-site-next = Ha llegado desde otro sitio web. Si quería enviarlo, empiece de nuevo aquí.
other-address-heading = Esta página tiene otra dirección
other-address-next = Abra { $url } y escriba allí sus datos. No hemos guardado nada.
other-address-open = Abrir la dirección correcta
too-large-heading = El texto es demasiado largo
too-large-next = Vuelva atrás, acórtelo y envíelo de nuevo.
broken-form-heading = No hemos podido leer este formulario
broken-form-next = Falta un campo o ha llegado dos veces. No se ha cambiado nada. Vuelva atrás, recargue la página y rellene de nuevo el formulario.
wrong-kind-next = No se envió como una página web envía un formulario. No se ha cambiado nada. Vuelva atrás, recargue la página y rellene de nuevo el formulario.
wrong-method-heading = No puede abrir esta página de esta forma
wrong-method-next = Vaya a la página de inicio y vuelva a intentarlo.

## Sign in

sign-in-heading = Iniciar sesión
sign-in-why = Inicie sesión para que solo usted pueda ver lo que envía { $clinic }.
email-label = Correo electrónico
password-label = Contraseña
sign-in-forgot = ¿Ha olvidado su contraseña?
sign-in-create = Crear una cuenta
sign-in-create-prompt = ¿Todavía no tiene una cuenta?
sign-in-create-hint = Tarda unos 2 minutos. Guardaremos su código y su respuesta.
email-empty = Escriba su correo electrónico
password-empty = Escriba su contraseña
sign-in-wrong = El correo electrónico o la contraseña no son correctos. Compruebe ambos y vuelva a intentarlo
sign-in-locked-shortly = Ha habido demasiados intentos incorrectos. Espere { $seconds ->
    [one] 1 segundo
   *[other] { $seconds } segundos
    } y vuelva a intentarlo
sign-in-locked = Ha habido demasiados intentos incorrectos. Espere { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
    } y vuelva a intentarlo
sign-in-unavailable = Algo ha fallado por nuestra parte. Vuelva a intentarlo en unos minutos

## Create an account

create-heading = Crear una cuenta
create-why = Cree una cuenta para que solo usted pueda ver lo que envía { $clinic }.
create-sign-in-prompt = ¿Ya tiene una cuenta?
name-label = Su nombre
email-digits-hint = Le enviaremos 6 cifras por correo electrónico para comprobar que esta dirección es suya.
password-new-hint = Use { $min } caracteres o más. Tres palabras que no tengan relación entre sí son una buena contraseña.
name-empty = Escriba su nombre
name-too-long = Su nombre debe tener { $max } caracteres o menos
name-invisible = Su nombre contiene un carácter oculto. Escríbalo en lugar de pegarlo
email-too-long = El correo electrónico debe tener { $max } caracteres o menos
email-shape = Escriba un correo electrónico como nombre@example.org
password-too-short = Su contraseña debe tener { $min } caracteres o más
password-too-long = Su contraseña debe tener { $max } caracteres o menos
password-common = Muchas personas usan una contraseña como esta, así que es fácil de adivinar. Use tres palabras que no tengan relación
password-personal = Su nombre, su correo electrónico y el nombre de la clínica son fáciles de adivinar. Use palabras que no tengan nada que ver con usted
password-word = Una sola palabra es fácil de adivinar. Añada dos más que no tengan relación con ella
password-name = Los nombres son fáciles de adivinar. Use tres palabras que no tengan relación
password-keys = Las teclas que están juntas son fáciles de adivinar. Use tres palabras que no tengan relación
password-repeats = Repetir palabras no hace más difícil adivinar una contraseña. Añada dos palabras distintas
password-sequence = Las letras o los números en orden son fáciles de adivinar. Use tres palabras que no tengan relación
password-date = Las fechas y los años son fáciles de adivinar. Use tres palabras que no tengan relación
password-short = Esta contraseña todavía es fácil de adivinar. Añada una o dos palabras poco comunes
create-slow-down = Se han pedido demasiadas cuentas desde esta conexión a internet o para esta dirección. Use el correo más reciente que le enviamos, o espere { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
    } y vuelva a intentarlo
create-digits-prompt = ¿Ya tiene las 6 cifras?
create-digits = Escribirlas
digits-heading = Escriba las 6 cifras que le enviamos
digits-hint = Hemos enviado un correo electrónico a { $email }. Puede tardar unos minutos. Mire también en la carpeta de correo no deseado.
digits-resent = Hemos enviado otro correo electrónico a { $email }. Use las cifras del más reciente.
digits-resend = Enviar 6 cifras nuevas
digits-start-over = Usar otro correo electrónico
digits-prompt = ¿No ha llegado el correo?
digits-empty = Escriba las 6 cifras del correo electrónico
digits-shape = Escriba las 6 cifras del correo electrónico, sin letras
digits-wrong = Estas no son las cifras que enviamos. { $left ->
    [one] Le queda 1 intento
   *[other] Le quedan { $left } intentos
    }
digits-over = Estas cifras ya no son válidas. Elija «Enviar 6 cifras nuevas»
digits-too-many-mails = Ya hemos enviado varios correos a esta dirección. Use el más reciente, o espere { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
    } antes de pedir otro

## An account that is finished in another browser

finish-heading = Termine de crear su cuenta
finish-why = ¿Ha cerrado la página que pedía las 6 cifras? Escríbalas aquí, con el correo electrónico y la contraseña que eligió.
finish-link-why = Escriba la contraseña que eligió al empezar. Después, su cuenta estará lista.
finish-began = Su correo electrónico está confirmado. Falta un paso y su cuenta estará lista.
finish-password-label = La contraseña que eligió
finish-password-empty = Escriba la contraseña que eligió
finish-digits-label = Las 6 cifras del correo electrónico
finish-wrong = El correo electrónico, la contraseña y las cifras no coinciden. Use las cifras del correo más reciente
finish-wrong-password = Esta no es la contraseña que se eligió. { $left ->
    [one] Le queda 1 intento
   *[other] Le quedan { $left } intentos
    }
finish-slow-down = Ha habido demasiados intentos. Espere { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
    } o use el enlace del correo más reciente
finish-over = Este enlace ya no funciona
finish-over-next = Ya se usó, es demasiado antiguo o hay un correo más reciente. ¿Su cuenta ya está lista? Entonces inicie sesión. Si no, créela de nuevo.
finish-again = Crear una cuenta

## A forgotten password

forgot-heading = Elija una contraseña nueva
forgot-why = Escriba el correo electrónico de su cuenta. Le enviaremos un correo para que elija una contraseña nueva.
forgot-kept = Hemos guardado su código y su respuesta para { $clinic }.
forgot-email-hint = Use la dirección con la que inicia sesión.
forgot-remembered = ¿La ha recordado?
forgot-slow-down = Ha habido demasiadas solicitudes desde su red. Espere { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
    } y vuelva a intentarlo
forgot-digits-heading = Escriba las 6 cifras y una contraseña nueva
forgot-sent = Si { $email } tiene una cuenta, le hemos enviado un correo. Puede tardar unos minutos. Mire también en la carpeta de correo no deseado.
forgot-link-too = También puede usar el enlace del correo. Se abre en el navegador que usa para el correo electrónico.
forgot-digits-label = Las 6 cifras del correo electrónico
forgot-digits-hint = Use el correo más reciente.
forgot-password-label = Contraseña nueva
forgot-save = Guardar e iniciar sesión
forgot-resend = Enviar otro correo
forgot-resent = Si esta dirección tiene una cuenta, hemos enviado otro correo. Use el más reciente. Después de varios correos en poco tiempo, no enviamos más durante { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
    }.
forgot-no-email = Compruebe que la dirección de arriba es la de su cuenta. Si no tiene una cuenta, cree una.
forgot-digits-wrong = Estas no son las cifras del correo más reciente. { $left ->
    [one] Le queda 1 intento
   *[other] Le quedan { $left } intentos
    }
forgot-digits-over = Estas cifras ya no son válidas. Elija «Enviar otro correo» o use el enlace del correo más reciente
forgot-link-heading = Elija una contraseña nueva
forgot-link-over = Este enlace ya no funciona
forgot-link-over-next = Cada enlace sirve una sola vez, durante poco tiempo, y solo sirve el más reciente. Abrirlo no ha cambiado su contraseña.
forgot-ask-again = Pedir otro correo
forgot-no-mail = Para una contraseña nueva hace falta el correo electrónico
forgot-no-mail-next = Este Patient Connect no envía correos en este momento. Llame a su clínica y pregunte cuándo podrá elegir una contraseña nueva. No se ha perdido nada: guardamos sus historiales y conexiones.

## The account

account-no-records = Todavía no tiene ningún historial. Se crea cuando usa un código de su clínica.
account-record-since = Creado el { $date }
account-connection-record = Historial
account-connection-since = Conectado desde
account-connection-may = Esta clínica puede
disconnected-heading = { $clinic } se ha desconectado
disconnected-what = { $clinic } ya no puede ver ni cambiar el historial «{ $record }». Puede conservar copias de la información que ya ha leído.
disconnected-receipt = Le enviaremos una confirmación a { $email }.
disconnected-again = Para volver a conectar, llame a { $clinic } al { $phone } y pida un código.

## Mail in development

step = Paso { $at } de { $of }: { $name }
step-code = Código
step-question = Pregunta
step-account = Su cuenta
step-record = Historial
step-answer = Decir sí o no
