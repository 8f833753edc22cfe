"""Decides which Spanish words show which cue, as a table of patterns; refuses to know what a coach does with them.

Precision before recall, as in `cues.py`. People leave accents out, so every accented letter of the table also meets its
plain form; where only the accent tells two words apart ("qué hago", "lo que hago") the pattern asks for it, or for the
opening mark. Both "tú" and "usted" are read. A past form that looks like an order without its accent ("hable con") counts
only where a clause begins.
"""

import re

from assistant.schemas import Cue

_PLAIN = str.maketrans({"á": "[aá]", "é": "[eé]", "í": "[ií]", "ó": "[oó]", "ú": "[uúü]", "ü": "[uúü]", "ñ": "[nñ]"})
_CLITIC = ("", "me ", "te ", "le ", "les ", "lo ", "la ", "los ", "las ", "se lo ", "se la ", "nos ", "os ")
_AFFIRMED = "".join(
    rf"(?<!\b{no} {clitic})" for no in ("no", "nunca", "jamas", "jamás", "tampoco") for clitic in _CLITIC
)


def _strict(pattern: str) -> str:
    """The pattern with its accents out of the table's leniency: `qué` no longer meets "que"."""
    return re.sub(r"[áéíóúüñ]", lambda found: rf"\u{ord(found.group()):04x}", pattern)


_WHAT = rf"(?<!no sé )(?<!no se )(?:\b{_strict('qué')}|(?:¿ ?|^)(?:y |pero |ahora |entonces,? )*que)"
"""The asking word: with its accent, or where a question or a message opens."""
_HOW = rf"(?:\b{_strict('cómo')}|(?:¿ ?|^)(?:y |pero |entonces,? )*como)"
_DOING = r"\w+ndo(?:l[oae]s?|me|se|nos)*\b"
_INFINITIVE = r"\w+(?:[aei]|í)r(?:l[oae]s?|me|se|nos)*\b"
_AT_WORK = (
    r"(?:jef[ea]s?|directora?|gerente|encargad[oa]|supervisora?|equipo|compañer[oa]s?|colegas?|clientes?|cliente|soci[oa]s?|"
    r"coordinadora?|dirección|gerencia|empresa|profesora?s?|alumn[oa]s?|padres|pacientes?|médic[oa]s?|enfermer[oa]s?|gente|demás)"
)
_PERSON = rf"(?:él|ella|ell[oa]s|todos|(?:mis?|el|la|los|las|sus?|nuestr[oa]s?|est[ea]|es[ea]) {_AT_WORK})"
_SAID = r"(?:dicho|contado|hablado|comentado|mencionado|preguntado|planteado|confesado|sacado el tema)"
_DONE = (
    r"(?:intentado|hablado|pedido|dicho|propuesto|probado|explicado|ofrecido|sugerido|escrito|enviado|mandado|preguntado|avisado|"
    r"planteado|comentado|organizado|convocado|tratado de|insistido|reclamado|mostrado|invitado)"
)
_DID = (
    r"(?:intenté|hablé con|pedí|propuse|ofrecí|expliqué|sugerí|pregunté|escribí|mandé|envié|avisé|probé|planteé|convoqué|organicé|"
    r"insistí|comenté|traté de|(?:le|les|se lo) dije)"
)
_WILL = (
    r"(?:hablaré|diré|haré|pediré|escribiré|propondré|empezaré|llamaré|preguntaré|enviaré|mandaré|dejaré|buscaré|explicaré|"
    r"intentaré|probaré|avisaré|contaré|organizaré|convocaré|plantearé)"
)
_IDEA = r"(?:hablo|digo|pido|dejo|pregunto|propongo|intento|hago|escribo|cambio|voy|renuncio|delego|pruebo|espero|llamo|cuento|paro)"
_FELT = (
    r"(?:cansad|agotad|enfadad|enojad|molest|frustrad|avergonzad|preocupad|nervios|ansios|asustad|aliviad|abrumad|desbordad|"
    r"sobrepasad|superad|saturad|atrapad|atascad|estancad|bloquead|perdid|confundid|confus|hart|quemad|estresad|angustiad|agobiad|"
    r"decepcionad|desilusionad|dolid|herid|humillad|ignorad|desesperad|desmotivad|desanimad|insegur|resentid|amargad|incómod|"
    r"furios|indignad|menospreciad|infravalorad|descolocad)[oa]s?"
)
_ANSWER = (
    r"(?:consejos?|soluci[oó]n(?:es)?|opciones|respuestas?|sugerencias?|recomendaci[oó]n(?:es)?|ideas|pistas|trucos|pasos|"
    r"una idea|(?:tu|su) (?:opinión|consejo|recomendación))"
)
_LABELLED = "".join(
    rf"|(?<=\b{before} )" for before in ("son", "un", "una", "unos", "unas", "muy", "tan", "más", "mas", "era")
)

_TABLE: dict[Cue, tuple[str, ...]] = {
    Cue.PLEA: (
        rf"{_WHAT} (?:(?:debo|debería|debemos|deberíamos|tengo que|tendría que|puedo|podría|podemos) hacer|"
        r"(?:hago|hacemos)(?! (?:mal|bien|aquí|en|de|yo aquí)\b)|har(?:ías|ía usted|ía)\b)|\busted {_WHAT} haría\b",
        rf"{_WHAT} (?:me )?(?:aconsej|recomiend|recomendar|sugier|suger)\w+|{_WHAT} (?:opinas?|piensas|crees|te parece|le parece)\b",
        rf"\b(?:dime|dame|dígame|d[eé]me|danos|necesito|quiero|quisiera|busco|me das|me da) (?:\w+ ){{0,3}}{_ANSWER}\b",
        r"\b(?:dime|dígame) (?:\w+ ){0,3}(?:qué|cómo|cuál|si) \w+|\bque me (?:digas|diga|aconsejes|aconseje) (?:qué|cómo|cuál|si)\b",
        r"\balg(?:ún|una) (?:consejo|sugerencia|recomendación)\b|¿ ?(?:tienes )?alguna idea\b[^.?!\n]*\?|\btu (?:opinión|consejo|recomendación)\b",
        r"¿ ?(?:y |entonces,? |(?:tú )?crees? que |usted cree que )*(?:yo )?(?:no )?(?:debo|debería|debemos|tengo que|tendría que|hago bien|me conviene)\b[^.?!\n]*\?",
        r"\bcrees que (?:yo )?(?:debo|debería|tengo|tendría|hago|puedo|podría|estoy|soy|me)\b|¿ ?(?:usted cree|cree usted) que\b",
        r"\bcuál (?:es|sería) (?:la mejor|el mejor|la solución|la respuesta|lo mejor)|\bcuál (?:elegirías|escogerías|elijo|escojo|debería (?:elegir|escoger))\b",
        rf"{_WHAT} (?:es|sería) lo (?:mejor|correcto)\b|{_HOW} (?:lo |la )?(?:resuelvo|soluciono|arreglo|resolverías|solucionarías|harías)\b",
        rf"{_HOW} (?:puedo|debo|debería|podría|tengo que) (?:resolver|solucionar|arreglar|manejar|gestionar|afrontar|tratar|conseguir|lograr|decir)\w*\b[^.?!\n]*\?",
        r"\bsi (?:tú )?(?:fueras (?:yo|tú)|estuvieras en mi (?:lugar|sitio|piel))|\bsi (?:usted )?estuviera en mi (?:lugar|sitio|piel)|\b(?:tú|usted),? en mi lugar\b",
        r"\b(?:ayúda(?:me|nos)|ayúdeme|me (?:ayudas|ayuda|puedes ayudar|podrías ayudar)) a (?:decidir|resolver|elegir|solucionar|escoger|arreglar)",
        r"\b(?:puedes|podrías|puede usted|podría usted) (?:decirme (?:qué|cómo|cuál|si)|darme|recomendarme|aconsejarme|sugerirme|decidir|resolver|solucionar|escribirme)",
        r"\b(?:imagina|imagínate|finge|haz como) que eres\b|\bactúa como (?:un|una|mi)\b|\bahora eres\b|\bignora (?:\w+ ){0,2}(?:instrucciones|reglas)\b",
        r"\b(?:responde|contesta|di) (?:solo |sólo |simplemente )?sí o no\b|\b(?:completa|termina) (?:esta|la|mi) frase\b",
    ),
    Cue.AVOIDED_CONVERSATION: (
        rf"\b(?:no|nunca|jamás|tampoco) (?:(?:me|le|les|lo|la|se lo|se la|os) )?(?:he|hemos|había) (?:\w+ )?{_SAID}\b(?! (?:eso|esto|que no)\b)",
        r"\b(?:no|nunca) (?:le|les|se lo) (?:dije|digo|decimos|conté|cuento|comenté|pregunté|pregunto|planteé)\b|\bno (?:dije|digo) nada\b",
        r"\bno me (?:atrevo|atreví|atrevía|animo a)\b|\bno nos atrevemos\b|\bme da (?:miedo|vergüenza|apuro|corte) (?:decir|preguntar|hablar|plantear)\w*",
        r"\b(?:nunca|no) (?:lo )?hablamos (?:de|sobre|nunca)\b|\bno se habla de\b|\bde (?:eso|esto) no (?:se habla|hablamos)\b",
        r"\bnadie (?:lo )?(?:dice|habla|menciona|se atreve)\b|\b(?:tema )?tabú\b|\belefante en la (?:habitación|sala)\b",
        rf"\b(?:evito|evité|he evitado|estoy evitando) (?:hablar|decir|preguntar|la conversación|el tema|sacar)\w*|"
        rf"\b(?:aplazo|pospongo|estoy aplazando|sigo (?:aplazando|posponiendo|evitando)) (?:la conversación|el tema|{_INFINITIVE})",
        r"\bme (?:muerdo|mordí) la lengua\b|\bme (?:callo|callé|lo callo|lo callé|he callado)\b|\bme (?:quedo|quedé) callad[oa]\b|\bme lo (?:guardo|guardé|he guardado)\b",
    ),
    Cue.TURNING_POINT: (
        r"\bacabo de (?:darme cuenta|ver que|entender|caer en)|\bme (?:estoy dando|acabo de dar|he dado) cuenta\b",
        r"(?<!no )\bme doy cuenta(?: (?:ahora|de que|que)\b|[.,!…]|$)|\bcaigo en (?:la cuenta|que)\b|\bde repente (?:veo|entiendo|me doy cuenta)\b",
        r"\bahora que lo (?:digo|escribo|pienso|veo|leo)\b|\bahora (?:veo que|lo veo|entiendo|caigo|me doy cuenta)\b",
        r"\b(?:nunca|no) (?:lo |me lo )?(?:había|he) (?:pensado|visto|mirado|planteado)(?: nunca)?(?: (?:en eso|en ello|así|de ese modo|de esa manera))?(?=[.,!…\n]|$)",
        r"\bno había caído\b|\bal (?:decirlo|escribirlo|leerlo|verlo escrito)\b",
        r"^(?:h+m+|vaya|uf+|anda|ostras|wow|ahí va)(?=[.,…!])",
    ),
    Cue.OWN_PART: (
        rf"\b(?:acabo|acabé|he acabado|termino|terminé|he terminado|me encuentro|me sorprendo|me veo) {_DOING}",
        rf"\bsigo (?!pensando|siendo|teniendo|estando|creyendo|esperando|aplazando|posponiendo|evitando){_DOING}",
        r"(?<!no )\b(?:siempre |al final |les |le )*(?:digo|dije|he dicho) (?:siempre |a todo )?que sí(?! (?:es|hay|puede|tiene))\b|\bno (?:sé|supe) decir que no\b|\bme cuesta decir que no\b",
        r"\b(?:cedo|cedí|he cedido)\b|\b(?:dejo|dejé|he dejado|permito|permití|he permitido) que (?:me|se|lo|la|él|ella|ellos|todo|pase|pasara|siga)\b|\bme dejo (?!claro)\w+",
        rf"\bsuelo {_INFINITIVE}|\btiendo a\b|\blo hago (?:yo|todo)\b|\b(?:lo )?acabo haciendo yo\b|\bme (?:lo )?cargo yo\b",
        r"\b(?:perdí|pierdo) los (?:nervios|papeles|estribos)\b|\bsalté\b(?! de)|\bexploté\b",
        r"\b(?:debería|debí|tendría que|podría|tenía que) haber\w*|\bno (?:debí|debería haber)\b",
        r"\b(?:es|fue|por) (?:también |en parte )?mi culpa\b|\b(?:es|fue) culpa mía\b|\bmi parte de (?:la )?(?:culpa|responsabilidad)\b|\b(?:soy|formo) parte del problema\b",
        r"\bsoy demasiado (?:bland|buen|impaciente|controlador|exigente|perfeccionista|amable)\w*",
    ),
    Cue.METAPHOR: (
        r"\bcallejón sin salida\b|\bcontra (?:la|una|un) (?:pared|muro)\b|\bhablar?(?:ndo)?(?:le)? (?:a|con) (?:la|una) pared\b|\bun muro\b",
        r"\bpisando huevos\b|\bsobre cáscaras de huevo\b|\b(?:en|sobre) (?:la cuerda floja|arenas movedizas|hielo fino)\b|\barenas movedizas\b",
        r"\bentre (?:la espada y la pared|dos fuegos|dos aguas)\b|\bcon el agua al cuello\b|\bapagando (?:fuegos|incendios)\b|\bapagafuegos\b",
        r"\b(?:nadando|remando) (?:contra corriente|a contracorriente|sol[oa])\b|\ba contracorriente\b|\b(?:ahogándome|me ahogo|me hundo|hundiéndome)\b",
        r"\bcargando con (?:todo|el peso|la culpa)\b|\btir(?:o|ando|ar) del carro\b|\bcampo (?:de minas|minado)\b|\bcuello de botella\b|\bcastillo de naipes\b",
        r"\b(?:una )?olla a presión\b|\b(?:una )?bola de nieve\b|\b(?:una )?montaña rusa\b|\bhaciendo (?:malabares|de (?:niñera|bombero|puente|árbitro|policía))\b",
        r"\batad[oa] de (?:pies y )?manos\b|\bcon las manos atadas\b|\bpiloto automático\b|\bal borde del (?:abismo|precipicio)\b|\bla gota que colm\w+ el vaso\b|\btocar? fondo\b",
        r"\b(?:es|era|fue|me siento) como (?:un|una|si|estar|vivir|hablar|caminar|empujar|correr|ser)\b(?: \w+){1,6}",
    ),
    Cue.FEELING: (
        r"(?<!\bno )\b(?:me siento|me sentí|me he sentido|me sentía|estoy|estaba|he estado|llevo \w+ \w+|me quedo|me quedé|me pone|me deja|me dejó|me hace sentir|ando|sigo|salgo|vuelvo) "
        r"(?:\w+mente |muy |tan |bastante |un poco |un tanto |más |ya |todavía |super |súper |demasiado |algo |cada vez |casi )*"
        rf"(?:{_FELT}|culpables?|tristes?|sol[oa]s?\b(?! \w+(?:ndo|mente))|invisibles?|inútil|impotentes?|celos[oa]|fatal|mal(?! \w+[ai]d[oa])|fuera de lugar|pequeñ[oa]|vací[oa])\b",
        r"(?<!\bno )\b(?:me da|me dan|me daba|me dio|tengo|tenía|siento|sentí|siento que me da) (?:\w+mente |mucha |mucho |tanta |tanto |un poco de |algo de |cierta |bastante |una |un )*"
        r"(?:miedo|rabia|vergüenza|ansiedad|angustia|pena|culpa|tristeza|impotencia|envidia|celos|pánico|frustración|bronca|coraje|agobio|alivio)\b",
        r"(?<!\bno )\bme (?:agobia|preocupa|frustra|duele|enfada|cabrea|angustia|asusta|avergüenza|irrita|enoja|entristece|desespera|agota|abruma|supera|saca de quicio|quita el sueño)n?\b",
        r"(?<!\bno )\b(?:odio|temo|detesto)\b|\bme (?:agobio|frustro|enfado|enojo|arrepiento)\b",
    ),
    Cue.MIND_READING: (
        rf"(?<!¿)\b{_PERSON} (?:solo |sólo |ya |siempre |seguramente |también |se )*(?:piensan?|creen?|opinan?|supone[n]?|odian?|desprecian?|envidian?|teme[n]?)\b",
        rf"\b{_PERSON} (?:\w+mente |ya |nunca )?no (?:me|nos|le|les) (?:respeta|valora|escucha|quiere|importa|soporta|aprecia|entiende|toma en serio|ve)n?\b",
        rf"\b{_PERSON} (?:solo |sólo |siempre )?(?:me|nos) (?:odia|desprecia|envidia|ignora|tiene manía|ve como|quiere fuera)n?\b|\b{_PERSON} quieren? que (?:yo |me |nos |lo |fracase)\w*",
        r"(?<!¿)(?<!usted )(?<!ustedes )(?<!¿ )\b(?:piensan?|creen?|dan? por hecho) que (?:yo |no |nunca |siempre )*(?:soy|estoy|puedo|valgo|sirvo|sé|somos|estamos|lo hago|quiero|me)\b",
        r"\bno (?:me|nos) (?:respeta|valora|soporta|aprecia|toma en serio|toman en serio)n?\b|\b(?:le|les) (?:da|doy|importo|damos) (?:igual|lo mismo|un bledo|un comino)\b",
        r"\bno (?:le|les) (?:importa|importo|importamos|interesa|intereso)n?\b|\bme tienen? (?:manía|envidia|miedo)\b|\bpasan? de (?:mí|nosotr[oa]s|todo)\b|\bva(?:n)? a por mí\b",
    ),
    Cue.OWN_IDEA: (
        r"\b(?:quizás?|tal vez|a lo mejor|igual|acaso) (?:yo |nosotros |también )*(?:(?:me|le|les|lo|se lo) )?(?:podría|podríamos|debería|deberíamos|puedo|pueda|podamos|tendría que|convendría)\b",
        r"\bpodría (?:simplemente|también|siempre|al menos|incluso|intentar|probar|empezar por)\b|\buna (?:opción|posibilidad|idea) (?:es|sería|podría ser)\b",
        rf"\bestoy (?:pensando en|valorando|considerando|planteándome|barajando|por) {_INFINITIVE}|\b(?:he pensado|he estado pensando|llevo \w+ \w+ pensando) en {_INFINITIVE}",
        rf"\bme (?:planteo|tienta|dan ganas de|apetece) {_INFINITIVE}|\bme pregunto si (?:yo )?(?:debería|podría|puedo|tendría|no sería)\b|\b(?:una )?parte de mí quiere\b",
        rf"¿ ?(?:y|qué pasa|qué tal) si (?:yo )?(?:(?:me|le|les|lo|la|los|se lo) )?{_IDEA}\b",
    ),
    Cue.COMMITMENT: (
        rf"(?<!\bno )(?<!\bque )(?<!cuando )(?<!mientras )\bvoy a (?!ser\b|estar\b|entrar\b|salir\b|ir\b|dormir\b|tener\b|seguir\b|trabajar\b|decirte|decirle a usted|morir){_INFINITIVE}",
        rf"(?<!\bno )\b(?:(?:me|le|les|lo|se lo) )?{_WILL}(?! (?:eso|esto)\b)\b|\bme (?:comprometo|propongo) (?:a )?{_INFINITIVE}",
        rf"\btengo (?:pensado|la intención de|previsto) {_INFINITIVE}",
        rf"\b(?:mañana|hoy mismo|esta (?:tarde|semana)|(?:este|el|el próximo) (?:lunes|martes|miércoles|jueves|viernes)) (?:(?:me|le|les|lo|se lo) )?{_IDEA}\b",
    ),
    Cue.ATTEMPT: (
        rf"{_AFFIRMED}\b(?:he|hemos|había|habíamos) (?:\w+mente |ya |también |incluso |varias veces |muchas veces )*{_DONE}\b(?! (?:siempre )?(?:a todo )?que sí)",
        rf"{_AFFIRMED}(?<!¿)\b{_strict(_DID)}\b(?! que sí)",
        rf"(?:^|(?<=[.,;] )|(?<=\by )|(?<=\bya )|(?<=\byo ))(?:(?:le|les|lo|se lo) )?{_DID}\b(?! que sí)",
    ),
    Cue.WISH: (
        rf"(?<!\bno )(?<!\bsi )\b(?:quiero|quisiera|querría|desearía|preferiría|me gustaría|me encantaría)\b(?! (?:decir que|(?:\w+ )?{_ANSWER}|que me (?:digas?|des|dé|ayudes?|aconsejes?)|saber (?:qué|tu|su)))",
        r"\bojalá\b|\bespero (?:que|poder|conseguir|lograr)\b|\bmi (?:objetivo|meta|sueño|esperanza|deseo) (?:es|sería)\b|\blo que (?:de verdad |realmente )?(?:necesito|busco|deseo) es\b",
    ),
    Cue.ABSOLUTE: (
        r"(?<!no )(?<!casi )(?<!de )\b(?:siempre|nunca|jamás|nadie)\b|\btodo el mundo\b|(?<!de )(?<!para )(?<!casi )(?<!por )\bnada\b(?! (?:más|mal|menos|que ver|grave)\b)",
        r"\btod[oa]s (?:los|las) (?:días|semanas|reuniones|lunes|meses|mañanas|turnos|veces|clases)\b|\bcada (?:día|vez(?! (?:más|menos|mejor|peor))|semana|reunión|mes|turno|clase)\b",
        r"\btodo el (?:equipo|tiempo|departamento|grupo|claustro|servicio)\b|\btoda la (?:empresa|oficina|clase|plantilla|planta|organización|gente)\b|\bningun[oa] de (?:ell[oa]s|nosotr[oa]s)\b|"
        r"\b(?:constantemente|continuamente|a todas horas)\b|(?<!de )(?<!entre )\btodos\b(?= (?:me|nos|piensan|creen|dicen|saben|esperan|hacen|van|se)\b)",
    ),
    Cue.NECESSITY: (
        rf"(?<!¿)(?<!¿ )(?<!¿que )(?<!\b{_strict('qué')} )\b(?:tengo que|tenemos que|hay que|debo(?= {_INFINITIVE})|debemos(?= {_INFINITIVE})|debería|deberíamos)\b(?! (?:decir|reconocer|admitir|confesar|haber))",
        rf"\bno (?:puedo|podemos)\b(?! (?:más|quejar\w*)\b)|\b(?:me|nos) (?:toca|obligan a|obliga a|veo obligad[oa] a) {_INFINITIVE}|\bestoy obligad[oa] a\b",
        r"\bno (?:me |nos )?(?:queda|hay|tengo|tenemos) (?:más remedio|otra(?: opción| salida| alternativa)?|elección|alternativa|opción|salida)\b|\bse supone que (?:yo )?(?:tengo|debo|debemos|tenemos)\b",
    ),
    Cue.CAUSE: (
        rf"\b(?:me|nos) (?:hace|hacen|hizo) {_INFINITIVE}|\bpor (?:su|tu) culpa\b|\bpor culpa de\b|\b(?:es|fue) culpa (?:suya|de)\b|\bpor eso\b|\ba causa de\b|\bme (?:obliga|lleva|empuja) a\b",
    ),
    Cue.BLAME_OR_LABEL: (
        r"\b(?:tóxic[oa]s?|incompetentes?|arrogantes?|terc[oa]s?|cabezotas?|poco profesional(?:es)?|egoístas?|manipuladora?s?|pasiv[oa][- ]agresiv[oa]s?|narcisistas?|perezos[oa]s?|"
        r"maleducad[oa]s?|irrespetuos[oa]s?|inmadur[oa]s?|irresponsables?|desagradecid[oa]s?|mentiros[oa]s?|insoportables?|prepotentes?|déspotas?|caso perdido|una pesadilla|impresentables?)\b",
        rf"(?:(?<=\bes ){_LABELLED})(?:vag[oa]s?|inútil(?:es)?|bordes?|cerrad[oa]s?|infantil(?:es)?|flojos?|flojas?|controladora?(?:es)?|trepas?|desastre|difícil de tratar|cuadriculad[oa]s?)\b",
    ),
    Cue.VALUE: (
        r"\b(?:injust[oa]s?|injusticia|justicia|honestidad|sinceridad|integridad|lealtad|leal(?:es)?|dignidad|respeto|honest[oa]s?|ética|orgullos[oa] de)\b",
        r"\b(?:no |es |era |fue |sería |sea )(?:muy |nada |lo )?just[oa]\b(?! (?:cuando|en|lo|antes|después|ahora|eso))|\blo (?:correcto|justo)\b",
        r"(?<!\bno )\bme importan?\b(?! (?:poco|un))|\b(?:es|son) (?:muy )?importantes? para mí\b|\bpara mí (?:es|son) (?:muy )?importantes?\b|\bmis (?:principios|valores)\b",
    ),
    Cue.VAGUE_NOUN: (
        r"\b(?:comunicación|colaboración|coordinación|implicación|reconocimiento|transparencia|motivación|mentalidad|visibilidad|autonomía|"
        r"el (?:buen |mal )?ambiente|la dinámica|la cultura|trabajo en equipo|espíritu de equipo|conciliación)\b",
    ),
    Cue.MISSING_COMPARISON: (
        r"\bcada vez (?:más|menos|peor|mejor)\b|\bdemasiad[oa]s?\b|\bno (?:es|son|soy) (?:lo )?(?:bastante|suficiente)\w*",
    ),
}

SPANISH: dict[Cue, tuple[re.Pattern[str], ...]] = {
    cue: tuple(re.compile(pattern.translate(_PLAIN), re.IGNORECASE | re.MULTILINE) for pattern in patterns)
    for cue, patterns in _TABLE.items()
}
"""The cues whose Spanish words are sure enough to react to."""
