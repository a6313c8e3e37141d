"""Whether a message is in Spanish, by its everyday words: advice in an emergency can't wait for a model to say so."""

from __future__ import annotations

import re

from bot.safety.reading import plainly

WORDS = frozenset(
    """estoy estas tengo tiene tienes siento sientes duele duelen sangrando sangro sangre embarazada embarazo semanas meses bebe
    hijo hija esposo esposa marido mama hermana nino nina pecho cabeza pierna barriga vientre panza espalda fiebre mareada
    mareado respirar respiro puedo puede quiero quiere morir morirme matarme ayuda ayudame auxilio porfavor mucho mucha muy
    desde ayer ahora hoy anoche hace se mueve moverse rompio fuente contracciones cada minutos despues porque pero esta eso ya
    mi mis una con ectopico pastillas tome trago golpea pega pego amenaza llamar llamen llame llamame llamada gustaria alguien
    cita necesito cambiar cancelar lunes martes miercoles jueves viernes sabado domingo manana tarde noche gracias hola donde
    cuanto cuesta hablar hablan espanol favor buenas buenos dias numero telefono direccion seguro dolor agujas acupuntura
    ustedes nosotros ella quien cuando como para por desmayo convulsiones inconsciente hinchada hinchado que cuantas cuantos
    sesion sesiones hora horario abren abierto cadera veces aceptan cobran precio ubicados queda luego atienden""".split()
)
"""Without accents. What may stand in an English sentence too, as `con`, `se` or `trago`, stands alone there."""
FEWEST = 2
"""Words of these that make a message Spanish; of one or two words one is enough."""


def is_spanish(text: str) -> bool:
    """Whether it is Spanish rather than English."""
    words = set(re.findall(r"[a-z]+", plainly(text)))
    return len(words & WORDS) >= max(1, min(FEWEST, len(words) - 1))
