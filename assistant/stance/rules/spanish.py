"""Decides basic Spanish: advice frames, orders, open questions, quotations and session steps. Accents are folded away."""

import re

from assistant.stance.acts import Act
from assistant.stance.language import language
from assistant.stance.reading import Reading
from assistant.stance.rules.shape import CLEAR, LIKELY, SURE, Finding, Rule, either, first

_INF = r"[a-z]+(?:ar|er|ir)(?:l[aeo]s?|me|te|se|nos|selo|sela)?"
_TU = (
    r"(?:habla|intenta|prueba|pide|haz|di|dile|diles|ve|ven|pon|ponte|deja|dejalo|busca|escribe(?!.{0,14}\b(?:palabra|frase|pregunta|viene|venga))|llama|llamalo|llamala|considera|evita|recuerda que|asegurate|enfocate|concentrate|confia|acepta|manda|mandale|envia|enviale|delega|"
    r"organiza|planifica|programa|reserva|establece|fija|define|crea|empieza a|comienza a|aprende|descansa|duerme|come|sal|cambia|renuncia|negocia|explica|explicale|pidele|preguntale|comunica|comparte con|reune|reunete|agenda|anota tus|prioriza|aprovecha|hazlo|dilo|procura|trata de|"
    r"hable|intente|pruebe|pida|haga|diga(?:le)?|vaya|ponga|deje|busque|escriba|llame|considere|evite|recuerde que|asegurese|confie|acepte|mande|envie|delegue|organice|planifique|establezca|defina|cree|empiece|aprenda|descanse|cambie|renuncie|negocie|explique|comunique|agende|priorice|"
    r"no te (?:preocupes|rindas|culpes|desanimes)|no (?:hagas|digas|dejes|tengas|olvides|aceptes|pidas|permitas|vayas|seas|renuncies))"
)
_ADVICE: tuple[Rule, ...] = (
    Rule("es-rhetorical", Act.LEADING_QUESTION, either(r"\bno (?:crees|piensas|seria|te parece|deberias|podrias|es mejor)\b", r", (?:verdad|no|cierto)\?"), CLEAR, asked=True),
    Rule("es-have-you-tried", Act.LEADING_QUESTION, either(r"\bha(?:s|n)? (?:probado|pensado en|considerado|intentado|hablado con)\b(?! (?:que|como|lo que))", r"\by si\b(?! no cambia)", r"\bpor que no\b", r"\bque tal si\b", rf"\bque tal {_INF}", rf"\bque te parece(?:ria)? (?:si|{_INF})", rf"\bte (?:gustaria|animas a|atreves a) (?:que te|un consejo|una sugerencia|{_INF})",
        r"\bquieres (?:un consejo|una sugerencia|que te (?:de|sugiera|recomiende|diga))"), CLEAR, owned=0.8, unless=either(r"\b(?:que|cual|como|donde|cuando|quien)(?: [a-z]+)? te gustaria\b")),
    Rule("es-should", Act.ADVICE, either(r"\b(?:deberias|deberia|debes|debe|tienes que|tiene que|hay que|necesitas|has de|debieras|conviene|te convendria|te conviene|convendria|tendrias que)\b"), CLEAR,
        before=re.compile(r"\b(?:dices que|sientes que|crees que|que|como|cuando|si)\b[^.;:?]{0,20}$"), owned=0.8),
    Rule("es-you-could", Act.ADVICE, either(rf"\b(?:podrias|podria|puedes|puede|podemos|podriamos) (?:tambien |quiza |tal vez |simplemente |empezar por |intentar )*(?!decir|contar|mirar|parar|ver\b|explorar|hablar de|seguir|volver|tomar|cambiar cualquier|borrarlo|llevartel[oa]|hacer una pausa|describir|empezar por donde|pensar en voz|escribir){_INF}"), CLEAR,
        before=re.compile(r"\b(?:que|como|cuando|donde|quien|cual|lo que|si|algo que)\b[^.;:]{0,12}$"), owned=0.0),
    Rule("es-recommendation", Act.ADVICE, either(r"\b(?:te|le|os|les) (?:recomiendo|recomendaria|sugiero|sugeriria|aconsejo|aconsejaria|animo a|propongo|invito a)\b", r"\b(?:mi consejo|mi recomendacion|mi sugerencia|yo que tu|en tu lugar|si yo fuera|yo (?:haria|hablaria|diria|intentaria|empezaria))\b", r"\blo (?:mejor|ideal|importante|recomendable|primero) (?:es|seria|que puedes)\b",
        r"\b(?:es|seria) (?:mejor|importante|recomendable|util|bueno|buena idea|conveniente|fundamental|necesario|clave|esencial)\b", r"\b(?:puede|podria) (?:ayudarte|ayudar|ser (?:util|bueno|buena))", r"\b(?:te )?(?:ayudaria|vendria bien|serviria)\b", r"\buna (?:opcion|idea|alternativa|forma|manera|estrategia) (?:es|seria|podria)\b", r"\b(?:mucha gente|muchas personas|algunas personas|la gente|los estudios|las investigaciones)\b", r"\baqui (?:tienes|van|hay (?:algun|un|vari|tres|dos|cinco))\b"), SURE,
        before=re.compile(r"\b(?:no|que|como|cual)\b[^.;:]{0,14}$")),
    Rule("es-order", Act.DIRECTIVE, either(rf"(?:^|[.!:;,—\"¡¿] ?|\b(?:y|luego|despues|entonces|primero|mejor|simplemente|solo|pues) )(?:por favor,? |solo |simplemente |primero,? )*{_TU}\b"), CLEAR, unless=either(r"^(?:¿)? ?(?:que|como|cuando|donde|quien|cual|cuanto)\b[^.;:]*\?$")),
    Rule("es-judgement", Act.JUDGEMENT, either(r"\b(?:que|muy|tan|es|fue|una?|suena) (?:\w+ )?(?:buena? (?:idea|plan|pregunta|decision|trabajo)|excelente|genial|valiente|maravilloso|perfecto|estupendo|inteligente|injusto|fantastico)\b", r"\b(?:felicidades|enhorabuena|bien hecho|buen trabajo)\b"), CLEAR),
    Rule("es-reassurance", Act.REASSURANCE, either(r"\b(?:todo (?:va a|ira|saldra|estara)|seguro que|estoy segur[oa]|no te preocupes|vas a (?:poder|estar|lograr|salir)|no estas sol[oa]|es (?:completamente |totalmente |muy )?(?:normal|natural|comprensible)|animo|tu puedes|va a salir bien)\b"), CLEAR),
    Rule("es-diagnosis", Act.DIAGNOSIS, either(r"\b(?:el (?:verdadero )?problema es|lo que pasa es|tu (?:jefe|jefa|equipo|companero) (?:quiere|tiene miedo|no sabe|se siente)|eres (?:una? |demasiado |muy )|sindrome|perfeccionis\w+|tienes miedo de)\b"), LIKELY, owned=0.8),
    Rule("es-own-story", Act.SELF_DISCLOSURE, either(r"\b(?:cuando yo|a mi me|yo tambien|en mi (?:experiencia|opinion)|yo creo|creo que|pienso que)\b"), CLEAR, asked=False),
)  # fmt: skip
_WH = r"^[\s¿¡]*(?:y |pero |entonces,? |ahora,? |bueno,? )*(?:¿ ?)?(?:(?:de|a|en|con|por|para|desde|hacia|hasta) )?"
_OPEN = re.compile(_WH + r"(?:que|como|cuando|donde|quien(?:es)?|cual(?:es)?|cuantos?|cuantas?|cuanto)\b")
_FIXED = re.compile(_WH + r"(?:cuantos|cuantas|a que hora|que dia|desde cuando)\b")
_LATER_OPEN = re.compile(
    r"^(?:cuando|si|al|en ese|despues de|antes de|dices|dijiste|has dicho|mirando|pensando)\b[^?¿]{0,90}[,:—] ?¿ ?(?:(?:de|a|en|con|por|para) )?(?:que|como|cuando|donde|quien|cual|cuanto)\b"
)
_CLOSED = re.compile(
    r"^[\s¿]*(?:comparado con que|estas (?:a salvo|bien|list[oa])|es|son|hay|esta|he entendido|entiendo|te (?:he|importa)|lo he|quieres (?:seguir|parar|quedarte|mirar|contar|decir)|falta|sigue)\b"
)
_SESSION = re.compile(
    r"^(?:tenemos tiempo|(?:todo )?(?:bien|vale|de acuerdo|perdon|entonces|si quieres),? )?(?:por ahora,? )?(?:(?:lo )?(?:dejamos|paramos|seguimos) (?:aqui|ahi)|quedate|escribe (?:lo que|una|tres|la|tu)|dejo aqui|quedemonos|volvamos a|perdona,? volvamos a|dejemos esa pregunta|estas son tus propias palabras|tu pregunta ya esta en la pagina|en una sesion entre iguales|si es el trabajo,? te escucho|no hace falta (?:contestar|responder|decidir)|basta de preguntas|tu marcas el ritmo|vamos a mirar|suena a que esto|puede que (?:esa pregunta|mis preguntas)|te he entendido mal|ya has dicho|podemos preparar|lo que has dicho queda|la pagina|el coaching descansa|tomate|toma(?:te)? un|respira|quedate con|cuentame|cuenta|dime|di mas|sigue|imagina|imaginate|piensa en (?:un|una|alguna) (?:vez|momento|dia)|describe|describeme|escribe (?:lo|la|las|los|una|tres|tu)|"
    r"podemos (?:parar|ir mas despacio|seguir|mirar|quedarnos|volver)|vamos (?:a (?:parar|mirar|seguir|quedarnos|volver)|despacio)|paremos|hagamos una pausa|no hay prisa|sin prisa|te escucho|aqui estoy|a tu ritmo|me gustaria (?:preguntarte|escuchar|entender)|elige|vuelve a|nota|observa)\b"
)
_REFLECT = re.compile(
    r"^(?:y |entonces,? |asi que )?(?:dices|dijiste|has dicho|entre otras cosas has dicho|mencionas|lo dices asi|con tus palabras|me quedo (?:un momento )?con|de todo lo que has escrito,? me quedo con|lo que me llega es|te oigo decir|\"?§\"?(?:,|:)? ?(?:dices|asi lo (?:cuentas|dices)|has dicho)|mencionaste|has mencionado|hablas de|hablaste de|lo llamas|usaste la palabra|hasta ahora:?|parece que|suena como si|suena a|te escucho decir|oigo)\b"
)
_BOUNDARY = re.compile(
    r"\b(?:(?:no (?:lo )?|no te )(?:voy a|puedo|quiero) (?:decirte|decirlo|decir|responder|decidir|darte|contestar|elegir)(?: yo| por ti)?|no doy (?:respuestas|consejos)|(?:es|sigue siendo|queda) tuy[oa](?= ?(?:[.,;:!]|$))|te la dejo a ti|la dejo contigo|dejo (?:la respuesta|las respuestas|eso) contigo|soy (?:askwell|un programa)\b(?!.*\btus? (?!palabras|pagina|brief))|se guarda para ti|quien piensa eres tu|yo te lo devuelvo|tu grupo ve lo que tu|la respuesta es tuya|eso es tuyo|(?:tu|usted) conoces? mejor|decides tu|no doy consejos)\b"
)
_COURTESY = re.compile(
    r"^(?:muchas )?(?:gracias|hola|bienvenid[oa]|buen(?:os|as) (?:dias|tardes|noches)|lo siento|adios|hasta (?:pronto|luego)|perdon)\b[^.?]{0,40}[.!]?$"
)


def spanish(reading: Reading) -> Finding | None:
    """Recognise a Spanish sentence; vetoes first."""
    return veto(reading) or (_question(reading) if reading.asks else _statement(reading))


def veto(reading: Reading) -> Finding | None:
    """The frames that fall out of stance; orders only where the sentence is not English, whose words they share."""
    rules = _ADVICE if language(reading.text) != "en" else tuple(r for r in _ADVICE if r.act is not Act.DIRECTIVE)
    return first(rules, reading)


def _question(reading: Reading) -> Finding | None:
    if re.search(r"[a-z]{3,}[.;] ", reading.text):
        return None
    if fixed := _FIXED.search(reading.text):
        return Finding(Act.CLOSED_QUESTION, "es-fixed-answer", CLEAR, *fixed.span())
    if found := _OPEN.search(reading.text) or _LATER_OPEN.search(reading.text):
        return Finding(Act.OPEN_QUESTION, "es-open-question", CLEAR, *found.span())
    if found := _CLOSED.search(reading.text):
        return Finding(Act.CLOSED_QUESTION, "es-check", LIKELY, *found.span())
    return None


def _statement(reading: Reading) -> Finding | None:
    text = reading.text
    if found := _BOUNDARY.search(text):
        return Finding(Act.BOUNDARY, "es-boundary", CLEAR, *found.span())
    if found := _COURTESY.search(text):
        return Finding(Act.COURTESY, "es-courtesy", CLEAR, *found.span())
    if (found := _SESSION.search(text)) and len(text.split()) <= 16:
        return Finding(Act.PROCESS, "es-session", LIKELY, *found.span())
    if (found := _REFLECT.search(text)) and ("§" in found[0] or _mostly_theirs(reading, text[found.end() :])):
        act = Act.SUMMARY if text.count("§") > 1 else Act.SIMPLE_REFLECTION
        return Finding(act, "es-own-words", CLEAR, *found.span())
    return None


def _mostly_theirs(reading: Reading, rest: str) -> bool:
    """Spanish has no stemmer here: a masked quotation, or longer words that the thinker used, five letters compared."""
    long = re.findall(r"[a-z]{5,}", rest)
    known = [word for word in long if re.search(rf"\b{word[:5]}", reading.own.running)]
    return bool("§" in rest or long) and len(known) >= 0.6 * len(long)
