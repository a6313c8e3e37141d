// What the patient sees of the conversation, without innerHTML: whatever comes in becomes a text node.
import { fill } from './strings.js';

export class Transcript {
  #log;
  #status;
  #dots;
  #scroll;
  #strings;
  #on;
  #sent = new Map();
  #seen = new Set();

  // `on` = { send(entry), retry(), rate(id, helpful), edit(text), focus(), alarm() }
  constructor({ log, status, dots, scroll }, strings, on) {
    this.#log = log;
    this.#status = status;
    this.#dots = dots;
    this.#scroll = scroll;
    this.#strings = strings;
    this.#on = { ...on, choose: (entry) => (on.focus(), on.send(entry)) };
    this.reset('');
  }

  reset(sentence) {
    const { greeting, notice, privacyLink, privacyUrl, starters, lang } = this.#strings;
    const policy = link(privacyUrl, privacyLink, this.#strings);
    const said = [[greeting], linked(notice, this.#strings), [policy]].map((text) => h('p', { dir: 'auto' }, text));
    const opening = h('div', { class: 'bubble', id: 'opening' }, said);
    this.#log.replaceChildren(
      h('div', { class: 'message', lang }, opening, starters.length && choices(starters, this.#strings, this.#on)),
    );
    this.#sent.clear();
    this.say(sentence);
  }

  say(text, typing = false) {
    this.#dots.hidden = !typing;
    this.#status.classList.toggle('sr', typing);
    if (this.#status.textContent !== text) this.#status.replaceChildren(...linked(text, this.#strings));
  }

  #typing() {
    this.say(this.#strings.typing, true);
  }

  sending(entry) {
    if (!this.#sent.has(entry.id)) this.#show(this.#patient(entry));
    // A retry of its own accord leaves "not sent" where it is.
    if (!this.#sent.get(entry.id).note) this.#typing();
  }

  unsent(entry, seconds) {
    const { phone, unsent, tryAgain, notSent, busy } = this.#strings;
    this.say(fill(seconds ? busy : unsent, { phone, seconds }));
    if (!this.#sent.has(entry.id)) this.#patient(entry);
    const sent = this.#sent.get(entry.id);
    if (sent.note) return;
    const again = () => {
      this.#on.focus();
      this.#typing();
      this.#on.retry();
    };
    sent.note = h('div', { class: 'note' }, notSent, h('button', { onclick: again }, tryAgain));
    this.#show(sent.node.appendChild(sent.note).parentNode);
  }

  refused(entry) {
    this.#sent.get(entry.id).node.remove();
    this.#on.edit(entry.title);
    this.say(this.#strings.refused);
  }

  replied(entry, messages) {
    const { node, note } = this.#sent.get(entry.id);
    if (note?.matches(':focus-within')) this.#on.focus();
    note?.remove();
    this.say(messages.length ? '' : this.#strings.blank);
    const fresh = messages.filter(({ id }) => !this.#seen.has(id));
    // The reply is in the history already: then so is what the patient said.
    if (messages.length && !fresh.length) return node.remove();
    node.after(...fresh.map((message) => this.#assistant(message)));
    this.#retire();
    this.#show(node);
    if (fresh.some(urgent)) this.#on.alarm();
  }

  history(messages) {
    // Old messages are there to be read, not announced all at once.
    this.#log.ariaLive = 'off';
    setTimeout(() => (this.#log.ariaLive = null), 1000);
    const old = turns(messages).filter((turn) => !turn.some(discreet)).flat();
    this.#log.firstChild.after(...old.map((message) => this.#old(message)));
    this.#retire();
    this.#show(this.#log.lastChild);
  }

  #old(message) {
    if (message.from === 'patient') return patientMessage(message.text, this.#strings);
    const node = this.#assistant(message);
    node.querySelector('.feedback')?.remove();
    node.querySelector('[role=alert]')?.removeAttribute('role');
    return node;
  }

  #assistant(message) {
    this.#seen.add(message.id);
    return assistantMessage(message, this.#strings, this.#on);
  }

  #patient(entry) {
    const node = patientMessage(entry.title, this.#strings);
    this.#log.append(node);
    this.#retire();
    this.#sent.set(entry.id, { node });
    return node;
  }

  // Offered replies belong to the moment they were offered in.
  #retire() {
    for (const button of this.#log.querySelectorAll('.message:has(~ .patient) .reply')) button.remove();
  }

  // What the patient said goes to the top, so that a long answer is read from its beginning.
  #show(node) {
    this.#scroll.scrollTop = node.offsetTop - 12;
  }
}

// A patient's message together with its reply.
function turns(messages) {
  const list = [[]];
  for (const message of messages) {
    if (message.from === 'patient') list.push([]);
    list.at(-1).push(message);
  }
  return list;
}

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

function linked(text, strings) {
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
const discreet = ({ restore, topics }) => restore === false || topics?.includes('violence_at_home');
const urgent = (message) => message.kind === 'emergency' && !discreet(message);

function patientMessage(text, strings) {
  return h(
    'div',
    { class: 'message patient' },
    h('span', { class: 'sr' }, strings.you),
    h('p', { class: 'bubble', dir: 'auto' }, text),
  );
}

function assistantMessage(message, strings, actions) {
  const bubble = h('div', { class: 'bubble', dir: 'auto', lang: message.lang }, blocks(message.text, strings));
  if (urgent(message)) alarm(bubble, strings);
  return h(
    'div',
    { class: `message ${message.kind}`, lang: 'en' },
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

function choices(buttons, strings, { choose }) {
  const shown = buttons.map((button) =>
    button.url
      ? link(button.url, button.title, strings, { class: 'button', 'data-counts': contact(button.url) })
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
