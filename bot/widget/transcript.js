// What the patient sees of the conversation.
import { assistantMessage, choices, discreet, h, link, linked, patientMessage, urgent } from './messages.js';
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
    const said = [[greeting], linked(notice, this.#strings), [policy]].map((text) => h('p', null, text));
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
