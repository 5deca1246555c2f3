# The screen of the front desk in the hands of a patient, who chooses a question and an answer.

handed-heading = Elija una pregunta y una respuesta
handed-for = Esto es para { $name }
handed-why = { $clinic } le dará un código. Cuando lo use en casa, le haremos esta pregunta para que nadie más pueda usar su código.
handed-secret = Solo usted sabrá lo que escribe aquí. Nadie en { $clinic } puede leerlo, ni ahora ni después.
handed-question = Su pregunta
handed-question-hint = Elija algo que solo usted pueda responder, como «¿Cómo llamaba al barco en el que aprendió a navegar?»
handed-answer = Su respuesta
handed-answer-hint = Use { $min } caracteres o más. Las mayúsculas no importan, pero los espacios sí. Tendrá que escribirla igual en casa.
handed-save = Guardar la pregunta y la respuesta
handed-empty = { $field ->
    [question] Escriba una pregunta
   *[answer] Escriba su respuesta
    }
handed-not-theirs = No hemos podido guardarlo. Usted no ha hecho nada mal. Devuelva la pantalla a { $clinic }
handed-unavailable = Algo ha fallado por nuestra parte. No se ha guardado nada. Lo que escribió sigue aquí. Vuelva a intentarlo en un minuto
handed-thanks = Gracias
handed-give-back = Devuelva la pantalla a { $clinic }.
handed-next = Su pregunta y su respuesta están guardadas. Ahora recibirá su código.
handed-guessable = { $why ->
    [in-question] La pregunta revela la respuesta. Elija otra pregunta u otra respuesta
    [short] La respuesta tiene menos de { $min } caracteres. Elija una más larga
    [digits] Los números son fáciles de adivinar. Elija una palabra o un nombre
    [asks-birthday] Otras personas pueden saberlo. Elija otra pregunta
    [asks-pet] Otras personas pueden saberlo. Elija otra pregunta
    [asks-maiden-name] Otras personas pueden saberlo. Elija otra pregunta
   *[other] Es fácil de adivinar. Elija otra pregunta u otra respuesta
    }
handed-too-long = Debe tener { $max } caracteres o menos
handed-invisible = Contiene un carácter oculto. Escríbalo en lugar de pegarlo
