# What a letter to a patient says, on paper and as PDF.

letter-title = Carta de { $clinic }
letter-phone = Teléfono { $phone }
letter-works-until = Válido hasta el { $date }
letter-heading = Su código de conexión
letter-for = Esto es para
letter-what = Use este código para conectar con { $clinic } el historial de salud que usted elija. Usted decide y puede desconectar cuando quiera.
letter-step-go = En su teléfono u ordenador, abra esta dirección:
letter-step-code = Escriba el código de abajo. Puede usar mayúsculas o minúsculas.
letter-step-answer = Responda a su pregunta.
letter-step-account = Inicie sesión o cree una cuenta gratuita con su correo electrónico.
letter-qr = Código QR que abre la página con su código
letter-qr-caption = Apunte aquí con la cámara de su teléfono
letter-code = Su código
letter-ends = Este código caduca el { $date }
letter-question = Le haremos la pregunta que acordó con nosotros. Para protegerla, no está impresa aquí. Nunca le pediremos la respuesta por teléfono.
letter-help = ¿Necesita ayuda? Llámenos al { $phone }. Podemos darle un código nuevo. No hace falta que venga en persona.
letter-not-expecting = ¿No esperaba esta carta?
letter-not-expecting-call = Llámenos al { $phone } y no comparta el código con nadie.
