# What the islands say while a page is open.

code-count = { $count } de { $length } letras
session-ends = Esta página se cerrará en menos de { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
    }
session-ended = El tiempo de esta página se ha agotado porque no se usó durante 30 minutos
session-stay = Seguir en esta página
copy-code = Copiar el código
copy-link = Copiar el enlace
copy-done = Copiado
copy-selected = Seleccionado. Cópielo con el teclado o con el menú
