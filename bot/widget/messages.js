// One message, drawn.
import { blocks, h, link } from './text.js';

// Advice about violence at home must not catch the eye of someone looking over a shoulder.
export const discreet = ({ kind, topics }) => kind === 'emergency' && /violence|abuse/.test(topics);
export const urgent = (message) => message.kind === 'emergency' && !discreet(message);

export function patientMessage(text, strings) {
  return h(
    'div',
    { class: 'message patient' },
    h('span', { class: 'sr' }, strings.you),
    h('p', { class: 'bubble', dir: 'auto' }, text),
  );
}

export function assistantMessage(message, strings, actions) {
  const bubble = h('div', { class: 'bubble', dir: 'auto' }, blocks(message.text, strings));
  if (urgent(message)) alarm(bubble, strings);
  return h(
    'div',
    { class: `message ${message.kind}`, lang: message.lang || 'en' },
    h('span', { class: 'sr', lang: strings.lang }, strings.assistant),
    bubble,
    message.sources?.length && sources(message.sources, strings),
    message.buttons?.length && choices(message.buttons, strings, actions),
    /^(answer|not_covered)$/.test(message.kind) && feedback(message.id, strings, actions),
  );
}

function alarm(bubble, strings) {
  const numbers = new Map([...bubble.querySelectorAll('[href^=tel]')].map((a) => [a.href, a.textContent]));
  bubble.classList.add('alarm');
  bubble.role = 'alert';
  bubble.prepend(h('strong', { lang: strings.lang }, `⚠ ${strings.urgent}`));
  bubble.append(...Array.from(numbers, ([url, text]) => link(url, `☎ ${text}`, strings, 'button')));
}

function sources(list, strings) {
  const items = list.map(({ title, section, references }) =>
    h('li', null, title, section && ` · ${section}`, h('ul', null, (references || []).map((text) => h('li', null, text)))),
  );
  const summary = h('summary', { lang: strings.lang }, strings.sources);
  return h('details', { 'aria-live': 'off' }, summary, h('ul', null, items));
}

export function choices(buttons, strings, { choose }) {
  const shown = buttons.map((button) =>
    button.url
      ? link(button.url, button.title, strings, 'button')
      : h('button', { class: 'button reply', onclick: () => choose(button) }, button.title),
  );
  return h('div', { class: 'choices', role: 'group', 'aria-label': strings.choices }, shown);
}

function feedback(id, strings, { rate }) {
  const props = { class: 'feedback', role: 'group', 'aria-label': strings.helpful };
  const box = h('div', { ...props, 'aria-live': 'off', lang: strings.lang }, strings.helpful);
  const button = (helpful, text) => {
    const onclick = async () => {
      if (!(await rate(id, helpful))) return;
      box.replaceChildren(h('span', { tabindex: -1 }, strings.thanks));
      box.firstChild.focus();
    };
    return h('button', { onclick }, text);
  };
  box.append(button(true, strings.yes), button(false, strings.no));
  return box;
}
