// One message, drawn without innerHTML: whatever comes in only ever becomes a text node.
export function h(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (name === 'onclick') node.onclick = value;
    else if (value) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter(Boolean));
  return node;
}

// Web addresses open beside the chat; nothing comes of an unsafe address.
export function link(url, text, strings, more) {
  const props = { href: url, ...more };
  if (/^(tel|sms|mailto):/.test(url)) return h('a', props, text);
  if (!/^https?:\/\//.test(url)) return null;
  const note = h('span', { class: 'sr' }, ` ${strings.newTab}`);
  return h('a', { ...props, target: '_blank', rel: 'noopener noreferrer' }, text, note);
}

export const dial = (scheme, number) => `${scheme}:${number.replace(/[^+\d]/g, '')}`;

// What is tappable in plain text: web addresses, phone numbers, street addresses.
const LINKS = new RegExp(
  [
    '(?<url>\\b(?:https?://|www\\.|[a-z0-9.-]+\\.(?:com|org|gov)\\b)[^\\s<>"]*)',
    '(?<phone>(?:\\+?1[ .-])?\\(?\\b\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}\\b|\\b(?:911|988)\\b)',
    "(?<place>\\b\\d+ (?:[A-Z][\\w']+ ){1,4}(?:Ave(?:nue)?|St(?:reet)?|R(?:oa)?d|Blvd|Pike)\\b\\.?" +
      '(?:, [A-Z][a-z]+(?:,? [A-Z]{2}\\b(?: \\d{5})?)?)?)',
  ].join('|'),
  'g',
);

function address({ url, phone }, shown) {
  if (phone) return dial('tel', phone);
  if (url) return /^https?:/.test(shown) ? shown : `https://${shown}`;
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(shown)}`;
}

export function linked(text, strings) {
  const nodes = [];
  let done = 0;
  for (const { 0: found, index, groups } of text.matchAll(LINKS)) {
    // The sentence's own full stop or bracket isn't part of the address.
    const shown = found.replace(/[.,;:!?)\]'”’]+$/, '');
    nodes.push(text.slice(done, index), link(address(groups, shown), shown, strings));
    done = index + shown.length;
  }
  return [...nodes, text.slice(done)];
}

function blocks(text, strings) {
  const out = [];
  let open;
  for (const line of String(text).split('\n')) {
    const [, mark, item] = /^\s*([-•*]|\d\d?[.)])\s+(.*)/.exec(line) || [];
    const tag = !item ? 'p' : /\d/.test(mark) ? 'ol' : 'ul';
    if (open?.localName !== tag) out.push((open = h(tag)));
    if (item) open.append(h('li', null, linked(item, strings)));
    else if (!line.trim()) open = null;
    else open.append(open.hasChildNodes() ? h('br') : '', ...linked(line, strings));
  }
  return out.filter((node) => node.hasChildNodes());
}

// Advice about violence at home must not catch the eye of someone looking over a shoulder, nor come back later.
export const discreet = ({ restore, topics }) => restore === false || topics?.includes('violence_at_home');
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
  bubble.prepend(h('h3', { lang: strings.lang }, h('i', { class: 'warning' }), strings.urgent));
  const calls = Array.from(numbers, ([url, text]) => link(url, `${strings.call} ${text}`, strings, { class: 'button' }));
  bubble.append(h('div', { class: 'choices' }, calls));
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
      ? link(button.url, button.title, strings, { class: 'button', 'data-counts': button.name || contact(button.url) })
      : h('button', { class: 'button reply', onclick: () => choose(button) }, button.title),
  );
  return h('div', { class: 'choices', role: 'group', 'aria-label': strings.choices }, shown);
}

// What a link to the clinic is counted as.
const contact = (url) => ({ tel: 'link_call', sms: 'link_text' })[url.split(':')[0]] || (/maps/.test(url) ? 'link_map' : 'link_book');

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
