# A person’s own pages: records, what is in them, and who read what.

nav-activity = Quién ha visto qué

## The home

own-heading = Sus historiales
home-enter-code = Escribir un código
home-no-clinic = No hay ninguna clínica conectada
home-no-clinic-hint = Cuando reciba un código para el historial «{ $record }», escríbalo aquí.
home-no-records-hint = También puede crear uno ahora.
home-never-used = Todavía no ha abierto este historial
home-since = Conectada desde
home-last = Último uso
home-may = Puede
home-phone = Teléfono
home-connected-by = Conectada por
home-disconnect = Desconectar { $clinic }
home-disconnect-record = del historial «{ $record }»
home-change-record = ¿Historial equivocado? Elija otro
home-permissions = Cambiar lo que puede hacer
home-permissions-of = : { $clinic }, historial «{ $record }»
home-past = Desconectadas anteriormente
home-past-one = { $clinic }, hasta el { $date }
home-open = Abrir este historial
home-open-record = : { $record }
home-new-record = Crear un historial para otra persona
home-all-records = Cambiar el nombre de un historial o quitarlo
own-account = Su cuenta
home-name = Nombre
home-email = Correo electrónico
home-change-link = Cambiar
home-activity = Quién ha visto qué
home-activity-what = Cada vez que una clínica abre o cambia uno de sus historiales
home-see = Ver la lista
home-password-what = Solo usted la conoce
relation-myself = Usted
relation-my-child = Su hijo o hija
relation-cared-for = Alguien a quien cuida
relation-born = { $relation }, año de nacimiento: { $year }
born = Año de nacimiento: { $year }

## What a clinic can do

permissions-heading = Qué puede hacer { $clinic }
permissions-record = En este historial: { $record }
permissions-always = { $clinic } siempre puede hacer esto mientras tenga conexión
permissions-optional = Elija qué más puede hacer { $clinic }
permissions-optional-hint = Puede cambiarlo cuando quiera.
permissions-kept = { $clinic } puede conservar lo que ya ha leído. Le avisamos de su cambio.
permissions-none = { $clinic } necesita todo esto. Solo puede desconectarla por completo.
permissions-save = Guardar
permissions-leave = Dejarlo como está
permissions-saved = Guardado. { $clinic } solo puede hacer lo que aparece aquí.
permissions-changed = Lo que puede hacer { $clinic } ha cambiado desde que abrió esta página. No se ha guardado nada. Vuelva a leerlo y después guarde
permissions-disconnect = También puede desconectar { $clinic } de este historial.

## Who looks after a record

people-heading = Quién se ocupa de este historial
people-record = Historial: { $record }
people-about = Todas las personas de esta lista ven el historial completo, pueden añadir información y pueden conectar y desconectar clínicas.
people-you = { $name } (usted)
people-since = Desde el { $date }
people-remove = Quitar
people-leave = Dejar de ocuparme de él
people-invited = Invitaciones
people-invited-until = La invitación es válida hasta el { $date }
people-invited-over = La invitación caducó el { $date }. Nadie la usó
people-withdraw = Retirar
people-invite-heading = Invitar a alguien
people-invite-about = Recibirá un correo con un enlace. Para usarlo, necesita 6 cifras que usted le dirá personalmente.
people-email = Su correo electrónico
people-invite = Enviar la invitación
people-digits-heading = La invitación está en camino a { $email }
people-digits-tell = Dígale estas 6 cifras, en persona o por teléfono. Solo las mostramos ahora.
people-digits-why = Nadie puede usar la invitación sin ellas, aunque la dirección de correo sea incorrecta.
people-already = Esta persona ya se ocupa del historial
people-too-many = Como máximo, { $max } personas pueden ocuparse de un historial. Quite a alguien o retire una invitación
people-remove-heading = ¿Quitar a esta persona?
people-remove-what = { $name } ya no se ocupará del historial «{ $record }».
people-remove-clinics = Las clínicas que { $name } conectó con este historial se desconectan, y se lo comunicamos.
people-remove-rest = Las demás personas conservan el historial y todo su contenido.
people-remove-told = Enviamos un correo a { $name } y a todas las demás personas que se ocupan del historial.
people-remove-act = Quitar a { $name }
people-remove-keep = No cambiar nada
people-leave-heading = ¿Dejar de ocuparse de este historial?
people-leave-what = El historial «{ $record }» ya no estará en su cuenta.
people-leave-clinics = Las clínicas que usted conectó con este historial se desconectan, y se lo comunicamos.
people-leave-told = Enviamos un correo a todas las personas que se ocupan del historial.
care-heading = Ocuparse juntos de un historial
care-what = { $name } le pide que se ocupen juntos de un historial de salud. Usted verá todo su contenido y podrá decidir qué clínicas lo usan.
care-digits = Las 6 cifras que le dijo { $name }
care-digits-shape = Escriba las 6 cifras que le dijo { $name }
care-relation-empty = Elija sobre quién es el historial
care-wrong = Estas cifras no son correctas. { $left ->
    [one] Le queda 1 intento
   *[other] Le quedan { $left } intentos
    }
care-too-many = Tiene { $max } historiales. Quite uno que no necesite y después abra de nuevo la invitación
care-act = Ocuparme de él
care-leave = No, gracias
care-over = Esta invitación ya no es válida
care-over-next = Ya se usó o se retiró, tiene más de 7 días o se escribieron cifras incorrectas demasiadas veces. Pida otra a la persona que le invitó.

## After connecting

done-another = ¿Tiene otra carta?
done-another-what = Su sesión sigue iniciada.
done-another-code = Escribir otro código

## Records

records-heading = Cambiar el nombre de un historial o quitarlo
records-change = Cambiar el nombre
records-change-record = : { $record }
records-remove = Quitar
records-in-use = Puede quitar un historial cuando no haya ninguna clínica conectada y esté vacío.
records-back = Sus historiales
record-form-new = Crear un historial
record-form-change = Cambiar este historial
record-form-name = Nombre de la persona
record-form-name-hint = Use el nombre que conoce la clínica, para que las cartas coincidan con el historial.
record-form-name-empty = Escriba el nombre de la persona
record-form-relation = ¿Sobre quién es este historial?
record-form-myself = Sobre mí
record-form-my-child = Sobre mi hijo o hija
record-form-cared-for = Sobre alguien a quien cuido
record-form-relation-empty = Elija sobre quién es este historial
record-form-birth-year = Año de nacimiento (opcional)
record-form-birth-year-hint = Por ejemplo, 2016
record-form-birth-year-shape = Escriba el año de nacimiento con 4 cifras, como 2016
record-form-birth-year-future = El año de nacimiento debe ser este año o anterior
record-form-birth-year-early = El año de nacimiento es demasiado antiguo. Compruébelo
record-form-too-many = Tiene { $max } historiales. Quite uno que no necesite antes de crear otro
record-form-changed = Este historial ha cambiado desde que abrió la página. No se ha guardado nada. Vuelva a leerlo y después guarde
record-form-save = Guardar
record-form-create = Crear historial
grown-notice = Historial «{ $record }»: ¿quién se ocupará de él a partir de ahora?
grown-notice-what = Los hijos pueden ocuparse de su propio historial de salud a partir de los { $age } años.
grown-decide = Decidir
grown-heading = ¿Quién se ocupará del historial «{ $record }» a partir de ahora?
grown-why = Usted nos dijo que este es el historial de su hijo o hija, con año de nacimiento { $year }. A partir de los { $age } años, los hijos pueden ocuparse de su propio historial de salud. Hablen de ello juntos.
grown-legend = Elija una opción
grown-together = Mi hijo o hija y yo
grown-together-what = En la página siguiente, usted le invita por correo electrónico. Los dos ven el historial y deciden qué clínicas pueden usarlo.
grown-child = Solo mi hijo o hija
grown-child-what = En la página siguiente, usted le invita por correo electrónico. Cuando haya aceptado, deje allí de ocuparse del historial.
grown-me = Yo sigo ocupándome de él
grown-me-what = No volvemos a preguntarle. Puede invitar a su hijo o hija cuando quiera.
grown-empty = Elija quién se ocupa del historial
record-remove-heading = ¿Quitar este historial?
record-remove-what = El historial «{ $record }» se quitará de su cuenta.
record-remove-empty = Está vacío y no hay ninguna clínica conectada.
record-remove-kept = Una clínica que estuvo conectada antes puede conservar lo que ha leído.
record-remove-act = Quitar el historial
record-remove-leave = Conservar el historial
ask-changed-patient = Esta página ha cambiado desde que la abrió. No se ha cambiado nada. Vuelva a leerla y después elija

## What is in a record

contents-add = Añadir algo
contents-empty = Este historial todavía está vacío
contents-empty-hint = Aquí aparecerá lo que añadan sus clínicas y usted.
contents-newest = Lo más reciente
contents-all = Ver { $count ->
    [one] el único elemento
   *[other] los { $count } elementos
    }
contents-clinics = Clínicas conectadas
contents-connected-by = Conectada por { $name }
contents-people = Quién se ocupa de este historial
contents-activity = Quién ha visto este historial
contents-see-all = { $count ->
    [one] Verlo
   *[other] Ver los { $count }
    }
contents-see-all-what = : { $what }
contents-change-up = { $number } { $unit } más que el { $date }
contents-change-down = { $number } { $unit } menos que el { $date }
contents-change-none = Igual que el { $date }
trend-one = De { $first } { $unit } el { $from } a { $last } { $unit } el { $until }
trend-two = Número superior de { $first } a { $last }, número inferior de { $first_low } a { $last_low }, del { $from } al { $until }
trend-table = Los mismos números en una tabla
trend-date = Fecha
items-heading = { $what } en este historial
items-heading-all = Todo lo que hay en este historial
items-none = Aquí no hay nada.
items-newer = Volver a lo más reciente
items-older = Ver lo anterior
item-added-you = { $date }. Lo añadió usted
item-added-clinic = { $date }. Lo añadió { $clinic }
item-added-another = { $date }. Lo añadió otra persona
item-what = Qué
item-date = Fecha
item-added = Añadido
item-changed = Último cambio
item-by-you = Por usted, { $at }
item-by-clinic = Por { $clinic }, { $at }
item-by-another = Por otra persona, { $at }
item-change = Cambiar
item-change-this = Cambiar este elemento
item-remove = Quitar
item-remove-this = Quitar este elemento
item-of = : { $what }
item-download = Descargar el archivo original
item-download-hint = El archivo contiene este elemento tal como lo envió la clínica. Ábralo solo con un programa en el que confíe.
item-more = Todo lo que dice
item-remove-heading = ¿Quitar este elemento?
item-remove-what = { $what }, { $date }
item-remove-effect = Usted y sus clínicas ya no lo verán aquí.
item-remove-copies = Una clínica que lo haya leído puede conservar una copia.
item-remove-act = Quitar elemento
item-remove-leave = Conservar elemento
add-heading = ¿Qué quiere añadir?
add-for = Para: { $record }
add-clinics = Las clínicas que pueden leer estos elementos verán lo que usted añada.
add-sort-weight = Peso
add-sort-blood-pressure = Tensión arterial
add-sort-medicine = Medicamento
add-sort-allergy = Alergia
add-sort-note = Nota
add-new-weight = Añadir un peso
add-new-blood-pressure = Añadir una tensión arterial
add-new-medicine = Añadir un medicamento
add-new-allergy = Añadir una alergia
add-new-note = Añadir una nota
add-change-weight = Cambiar este peso
add-change-blood-pressure = Cambiar esta tensión arterial
add-change-medicine = Cambiar este medicamento
add-change-allergy = Cambiar esta alergia
add-change-note = Cambiar esta nota
add-date = Fecha
add-date-started = ¿Cuándo empezó a tomarlo?
add-date-noticed = ¿Cuándo se notó por primera vez?
add-date-hint = Por ejemplo, 2026-05-03. Si no sabe el día, elija uno cercano.
add-weight = Peso en kilogramos
add-weight-hint = Por ejemplo, { $example }
add-weight-pounds = Peso en libras
add-systolic = Número superior
add-diastolic = Número inferior
add-pressure-hint = En mmHg, por ejemplo, { $example }
add-medicine = Nombre del medicamento
add-dose = Qué cantidad y con qué frecuencia (opcional)
add-allergy = ¿A qué tiene alergia?
add-reaction = Qué le ocurre (opcional)
add-note = Nota
add-save = Guardar
add-date-shape = Escriba la fecha como año, mes y día, por ejemplo, 2026-05-03
add-date-future = La fecha debe ser hoy o anterior
add-date-early = La fecha es demasiado antigua. Compruébela
add-weight-wrong-pounds = Escriba el peso en libras, entre 0,7 y 1100, por ejemplo, 150,8
add-weight-wrong = Escriba el peso en kilogramos, entre 0,3 y 500, por ejemplo, 68,4
add-systolic-wrong = Escriba el número superior, entre 20 y 300
add-diastolic-wrong = Escriba el número inferior, entre 20 y 300
add-pressure-swapped = El número superior debe ser mayor que el número inferior
add-name-empty = Escriba un nombre
add-name-long = Debe tener { $max } caracteres o menos
add-name-hidden = Contiene un carácter oculto. Escríbalo en lugar de pegarlo
add-note-empty = Escriba una nota
add-changed = Este elemento ha cambiado desde que abrió la página. No se ha guardado nada. Lo que escribió sigue aquí
add-too-many = Este historial está lleno. Quite elementos que no necesite antes de añadir otro

## Sorts of things

sort-weight = Peso
sort-blood-pressure = Tensión arterial
sort-glucose = Azúcar en sangre
sort-height = Estatura
sort-medicine = Medicamentos
sort-allergy = Alergias
sort-condition = Enfermedades y problemas de salud
sort-immunization = Vacunas
sort-procedure = Intervenciones
sort-note = Notas
sort-document = Documentos
sort-file = Archivos
sort-basic = Datos personales
sort-other = Otra información
looked-weight = pesos
looked-blood-pressure = tensión arterial
looked-glucose = azúcar en sangre
looked-height = estatura
looked-medicine = medicamentos
looked-allergy = alergias
looked-condition = enfermedades y problemas de salud
looked-immunization = vacunas
looked-procedure = intervenciones
looked-note = notas
looked-document = documentos
looked-file = archivos
looked-basic = datos personales
looked-other = otra información
looked-anything = todo lo que puede ver
thing-weight = Peso { $value } { $unit }
thing-blood-pressure = Tensión arterial { $systolic } / { $diastolic }
thing-glucose = Azúcar en sangre { $value } { $unit }
thing-height = Estatura { $value } { $unit }
thing-named = { $name }, { $more }
unit-kg = kg
unit-lb = lb
unit-mmol = mmol/l
unit-mg = mg/dl
unit-m = m
unit-in = pulgadas
unit-mmhg = mmHg
value-feet = { $feet } pies { $inches }
value-pair = { $upper } / { $lower }

## Who saw what

activity-heading = Quién ha visto qué
activity-intro = Cada vez que una clínica abre uno de sus historiales o añade algo, lo anotamos aquí.
activity-all-clinics = Todas las clínicas
activity-clinics = Clínicas
activity-records = Historiales
activity-all-records = Todos los historiales
activity-record = Solo el historial «{ $record }»
activity-none = Todavía no se ha leído ni añadido nada.
activity-read = { $clinic } ha consultado: { $what }
activity-added = { $clinic } ha añadido: { $what }
activity-changed = { $clinic } ha cambiado: { $what }
activity-removed = { $clinic } ha quitado: { $what }
activity-refused = { $clinic } ha pedido: { $what }. No lo hemos permitido.
activity-you-added = Usted ha añadido: { $what }
activity-you-changed = Usted ha cambiado: { $what }
activity-you-removed = Usted ha quitado: { $what }
activity-another = Otra persona
activity-when = { $record }, { $clock }. { $more ->
    [0] { $things ->
        [0] No había nada.
        [one] 1 elemento.
       *[other] { $things } elementos.
        }
    [one] Y 1 vez más ese día.
   *[other] Y { $more } veces más ese día.
    }
activity-when-refused = { $record }, { $clock }. Usted no lo ha autorizado. { $more ->
    [0] { "" }
    [one] Lo pidió 1 vez más ese día.
   *[other] Lo pidió { $more } veces más ese día.
    }
activity-monthly = Cada mes le enviamos un resumen por correo. Puede desactivarlo.
activity-monthly-off = No le enviamos un resumen mensual por correo. Puede activarlo.
activity-monthly-change = Cambiarlo
activity-older = Ver lo anterior
activity-newest = Volver a lo más reciente
activity-wrong = ¿Ve algo que no está bien?
activity-wrong-call = Llame a la clínica:
activity-wrong-disconnect = Desconectar una clínica

## Details

details-heading = Sus datos
details-name = Su nombre
details-name-save = Guardar el nombre
details-name-done = Su nombre se ha cambiado.
details-email-now = Su correo electrónico es { $email }.
details-new-email = Correo electrónico nuevo
details-new-email-hint = Enviaremos 6 cifras a esta dirección.
details-your-password = Su contraseña
details-email-save = Cambiar el correo electrónico
details-email-done = Su correo electrónico se ha cambiado. Hemos avisado a las dos direcciones.
details-email-same = Este ya es su correo electrónico. Escriba otro
details-old-password = Su contraseña actual
details-new-password = Contraseña nueva
details-password-save = Cambiar la contraseña
details-password-done = Su contraseña se ha cambiado. Su sesión se ha cerrado en todos los demás dispositivos.
details-password-wrong = Esta no es su contraseña. Compruébela y vuelva a intentarlo
details-digits-heading = Compruebe su correo electrónico nuevo
details-digits-label = 6 cifras del correo electrónico
details-digits-save = Cambiar el correo electrónico
details-digits-stop = Conservar la dirección anterior
undo-email-heading = ¿Volver a su correo electrónico anterior?
undo-email-what = El correo electrónico de su cuenta volverá a ser { $email }. Su sesión se cerrará en todas partes.
undo-email-act = Volver al anterior
undo-email-done = Su correo electrónico anterior se ha restablecido
undo-email-next = Puede que otra persona sepa su contraseña. Elija ahora una nueva.
undo-email-password = Elegir una contraseña nueva
undo-email-over = Este enlace ya no funciona
undo-email-over-next = Ya se usó, tiene más de 7 días u otra cuenta tiene ahora esta dirección.
preferences-heading = Correos y unidades
preferences-row-what = El correo mensual, y kilogramos o libras
preferences-monthly-legend = Correos
preferences-monthly = Enviarme cada mes un correo con quién ha visto mis historiales
preferences-monthly-what = Lo enviamos cuando una clínica ha consultado o cambiado un historial.
preferences-units = Unidades
preferences-metric = Sistema métrico
preferences-metric-what = Kilogramos, metros, mmol/l
preferences-imperial = Sistema imperial
preferences-imperial-what = Libras, pies y pulgadas, mg/dl
preferences-save = Guardar
preferences-done = Su elección se ha guardado.

## Devices

devices-heading = Dónde tiene la sesión iniciada
devices-intro = Cierre la sesión en los dispositivos que no conozca. Después cambie su contraseña.
devices-this = Este dispositivo
devices-unknown = Un dispositivo
devices-name = { $browser } en { $system }
devices-seen = Sesión iniciada el { $since }. Último uso el { $seen }.
devices-sign-out = Cerrar sesión
devices-everywhere-what = Esto cierra su sesión en todos los dispositivos, también en este.
devices-everywhere = Cerrar sesión en todas partes
devices-row = Sesiones iniciadas
devices-row-what = Ordenadores y teléfonos
devices-manage = Administrar

## Download

download-heading = Descargue sus datos
download-what = Creamos un archivo con todo lo que hay en su cuenta: sus historiales, su contenido y quién ha hecho qué con ellos.
download-safe = El archivo contiene su información de salud. Guárdelo en un lugar seguro.
download-make = Crear el archivo
download-again = Crear un archivo nuevo
download-running = Estamos creando su archivo. Puede tardar unos minutos. Le enviaremos un correo cuando esté listo.
download-ready = Su archivo está listo. Puede descargarlo hasta el { $date }.
download-get = Descargar el archivo
download-failed = No hemos podido crear su archivo. Vuelva a intentarlo. Si no funciona, puede que sus historiales sean demasiado grandes para un solo archivo.
download-too-many = Hoy ha pedido muchos archivos. Vuelva a intentarlo mañana
download-row = Sus datos
download-row-what = Todo lo que hay en su cuenta, en un archivo
download-link = Descargar
download-you = usted
download-another = otra persona
download-log = { $by }: { $act } { $what }
download-file-heading = Patient Connect: { $name }
download-file-about = Todo lo que hay en la cuenta de { $email }, creado el { $at }.
download-file-nothing = Nada
download-file-sort = Tipo
download-file-log = Quién ha hecho qué

## Delete

delete-heading = ¿Eliminar su cuenta?
delete-now = Todas las clínicas se desconectan ahora, y se lo comunicamos.
delete-later = El { $date } eliminaremos su cuenta, sus historiales y todo su contenido.
delete-mind = Hasta entonces puede iniciar sesión y conservar su cuenta.
delete-stays = Las clínicas pueden conservar lo que han leído. En sus registros queda un número en lugar de su nombre.
delete-download = Antes puede descargar sus datos.
delete-password = Su contraseña
delete-act = Eliminar mi cuenta
delete-leave = Conservar mi cuenta
delete-row = Eliminar
delete-row-what = Su cuenta y sus historiales
delete-link = Eliminar…
delete-coming = Su cuenta se eliminará el { $date }
delete-coming-what = Todas las clínicas están desconectadas. Todavía puede conservar su cuenta.
delete-keep = Conservar mi cuenta
