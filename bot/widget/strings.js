// The panel's own sentences: [English, Spanish], or what data-<name> says.
const SENTENCES = {
  title: ['Clinic assistant', 'Asistente de la clínica'],
  greeting: [
    'Hello! I answer common questions about SI joint pain and acupuncture from the clinic’s guide.',
    '¡Hola! Respondo en inglés preguntas sobre el dolor sacroilíaco y la acupuntura, según la guía de la clínica.',
  ],
  notice: [
    'I am an automated assistant: this is not medical advice, and nobody is watching this chat. ' +
      'In an emergency, call 911. Please leave out personal details.',
    'Soy un asistente automático: esto no es consejo médico y nadie vigila este chat. ' +
      'En una emergencia, llame al 911. Por favor, no escriba datos personales.',
  ],
  privacyLink: ['Privacy', 'Privacidad'],
  choices: ['Choose one', 'Elija una opción'],

  call: ['Call', 'Llamar al'],
  textUs: ['Text us', 'Mensaje'],
  log: ['Conversation', 'Conversación'],
  question: ['Your question', 'Su pregunta'],
  send: ['Send', 'Enviar'],
  close: ['Close chat', 'Cerrar el chat'],
  startOver: ['Start over', 'Empezar de nuevo'],
  erase: ['Erase my chat', 'Borrar mi chat'],
  newTab: ['(opens in a new tab)', '(se abre en otra pestaña)'],

  you: ['You:', 'Usted:'],
  assistant: ['Assistant:', 'Asistente:'],
  urgent: ['This may be urgent', 'Esto puede ser urgente'],
  sources: ['Where this comes from', 'De dónde viene esto'],
  helpful: ['Was this helpful?', '¿Le sirvió?'],
  yes: ['Yes', 'Sí'],
  no: ['No', 'No'],
  thanks: ['Thank you for telling us.', 'Gracias por decírnoslo.'],

  typing: ['The assistant is typing', 'El asistente está escribiendo'],
  notSent: ['Not sent.', 'No enviado.'],
  tryAgain: ['Try again', 'Intentar de nuevo'],
  unsent: [
    'Not sent, still trying. You can also call {phone}; in an emergency, call 911.',
    'No enviado, seguimos intentando. También puede llamar al {phone}; en una emergencia, al 911.',
  ],
  busy: [
    'Too many messages just now. Trying again in {seconds} seconds.',
    'Demasiados mensajes por ahora. Otro intento en {seconds} segundos.',
  ],
  refused: ['Not sent: please change your message and try again.', 'No enviado: cambie su mensaje e intente de nuevo.'],
  blank: ['No answer came. Please call us.', 'No hubo respuesta. Llámenos, por favor.'],
  eraseAsk: ['Erase this chat for good?', '¿Borrar este chat para siempre?'],
  eraseCall: ['Take back your call-back request, too?', '¿Retirar también su pedido de llamada?'],
  erased: [
    'Your chat was erased. What stays: a daily count and a note that a chat was erased.',
    'Su chat fue borrado. Queda: un conteo diario y una nota de que un chat fue borrado.',
  ],
  callGone: ['Your call-back request was taken back.', 'Su pedido de llamada fue retirado.'],
  callStays: ['Your call-back request stays: the clinic will call.', 'Su pedido de llamada sigue en pie: la clínica llamará.'],
  failed: ['That did not work. Please try again.', 'No funcionó. Inténtelo de nuevo.'],
};

// A Spanish starter is shown, its English twin is sent.
const STARTERS = [
  ['What is SI joint pain?', '¿Qué es el dolor sacroilíaco?'],
  ['Is acupuncture safe in pregnancy?', '¿Es segura la acupuntura en el embarazo?'],
  ['What happens at a session?', '¿Cómo es una sesión?'],
  ['How do I book?', '¿Cómo pido una cita?'],
];

export const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);

export function chrome(options) {
  const column = options.lang === 'es' ? 1 : 0;
  const strings = Object.fromEntries(Object.entries(SENTENCES).map(([name, pair]) => [name, options[name] || pair[column]]));
  const own = options.starters?.split('|').map((text) => ({ title: text.trim(), text: text.trim() }));
  return {
    ...strings,
    notice: SENTENCES.notice[column], // must be said
    lang: column ? 'es' : 'en',
    phone: options.phone,
    starters: own?.filter(({ text }) => text) || STARTERS.map((pair) => ({ title: pair[column], text: pair[0] })),
    privacyUrl: options.privacy && new URL(options.privacy, document.baseURI).href,
  };
}
