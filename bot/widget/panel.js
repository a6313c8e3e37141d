// Puts the panel together and runs it: opening and closing, focus, room on the screen, input. Called once by chat.js.
import { Conversation } from './conversation.js';
import { chrome } from './strings.js';
import { dial, h, link } from './text.js';
import { Transcript } from './transcript.js';
// Theirs, named here so that all are fetched at once.
import './api.js';
import './messages.js';

const small = matchMedia('(max-width: 480px), (max-height: 480px)');
const touch = matchMedia('(pointer: coarse)');
const view = window.visualViewport;

export function mount({ host, shadow, root, launcher, options, css, base }) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets.push(sheet);

  const strings = chrome(options);
  const parts = build(strings);
  root.append(parts.panel);
  const door = openable(host, launcher, parts);
  const focus = () => (touch.matches ? parts.log : parts.input).focus({ preventScroll: true });

  const transcript = new Transcript(parts, strings, {
    focus,
    send: (entry) => send(entry),
    retry: () => conversation.retry(),
    edit: (text) => write(parts.input, text),
    alarm: () => door.show(),
    rate: (id, helpful) => conversation.rate(id, helpful).catch(() => transcript.say(strings.failed)),
  });
  const conversation = new Conversation(base, transcript);
  const send = (entry) => {
    conversation.send(entry);
    parts.tools.hidden = false;
  };
  parts.tools.hidden = !conversation.begun;
  parts.close.onclick = door.close;
  wireInput(parts, send);
  wireTools(parts, strings, conversation, (sentence) => {
    transcript.reset(sentence);
    parts.tools.hidden = true;
    focus();
  });
  conversation.run();
  return door;
}

function build(strings) {
  const parts = {
    close: h('button', { class: 'close', 'aria-label': strings.close }, '✕'),
    log: h('div', { class: 'log', role: 'log', tabindex: '0', 'aria-label': strings.log }),
    tools: h('div', { class: 'tools' }),
    status: h('div', { class: 'status', role: 'status' }),
    input: h('textarea', { rows: '1', maxlength: '1000', 'aria-label': strings.question, placeholder: strings.question }),
  };
  parts.scroll = h('div', { class: 'scroll' }, parts.log, parts.tools);
  parts.form = h('form', null, parts.input, h('button', null, strings.send));
  const call = link(dial('tel', strings.phone), `${strings.call} ${strings.phone}`);
  const phone = h('p', { class: 'phone' }, call, link(dial('sms', strings.phone), strings.textUs));
  const head = h('div', { class: 'head' }, h('h2', { id: 'title' }, strings.title), parts.close);
  const props = { class: 'panel', role: 'dialog', tabindex: '-1', hidden: 'hidden', lang: strings.lang };
  const names = { 'aria-labelledby': 'title', 'aria-describedby': 'opening' };
  parts.panel = h('section', { ...props, ...names }, head, phone, parts.scroll, parts.status, parts.form);
  return parts;
}

function openable(host, launcher, { panel, input, log, scroll }) {
  const fit = () => {
    // While pinch-zoomed it stays as it is, to be panned over.
    if (!view || view.scale > 1.01) return;
    panel.style.setProperty('--height', `${view.height}px`);
    panel.style.setProperty('--top', `${view.offsetTop}px`);
    panel.style.setProperty('--below', `${innerHeight - view.height - view.offsetTop}px`);
  };
  // Filling a small screen it is modal: what lies behind must be out of reach.
  let asleep = [];
  const settle = () => {
    for (const element of asleep) element.inert = false;
    asleep = small.matches && !panel.hidden ? surroundings(host) : [];
    for (const element of asleep) element.inert = true;
    panel.ariaModal = asleep.length ? 'true' : null;
    fit();
  };
  const turn = (open) => {
    panel.hidden = !open;
    launcher.hidden = open;
    launcher.ariaExpanded = open;
    settle();
    if (log.children[1]) scroll.scrollTop = scroll.scrollHeight;
  };
  const close = () => {
    if (panel.hidden) return;
    turn(false);
    launcher.focus();
  };
  small.addEventListener('change', settle);
  view?.addEventListener('resize', fit);
  view?.addEventListener('scroll', fit);
  // The page takes our keys for keys outside any input: its shortcuts must not get them.
  panel.onkeyup = panel.onkeypress = (event) => event.stopPropagation();
  panel.onkeydown = (event) => {
    event.stopPropagation();
    if (event.key === 'Escape' && !event.isComposing) close();
  };
  const show = () => panel.hidden && turn(true);
  const open = () => {
    show();
    // On a touch screen the keyboard would hide the opening line.
    (touch.matches ? panel : input).focus();
  };
  return { open, show, close };
}

// Everything in the page that doesn't hold the chat and isn't inert already.
function surroundings(host) {
  const found = [];
  for (let node = host; node && node !== document.body; node = node.parentElement || node.getRootNode().host) {
    found.push(...[...node.parentNode.children].filter((other) => other !== node && !other.inert));
  }
  return found;
}

function write(input, text) {
  input.value = text;
  input.oninput();
  input.focus();
}

function wireInput({ form, input }, send) {
  input.oninput = () => {
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight + 3}px`;
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) return;
    write(input, '');
    send({ text });
  };
  input.onkeydown = (event) => {
    // 229: Safari ends a composition before the Enter that chose its word.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) form.onsubmit(event);
  };
}

function wireTools({ tools, status }, strings, conversation, restart) {
  const button = (text, onclick) => h('button', { onclick }, text);
  const erase = async () => {
    offer();
    await conversation.erase().then(
      () => restart(strings.erased),
      () => (status.textContent = strings.failed),
    );
  };
  const startOver = () => {
    conversation.startOver();
    restart('');
  };
  const ask = () => {
    tools.replaceChildren(strings.eraseAsk, button(strings.yes, erase), button(strings.no, offer));
    tools.lastChild.focus();
  };
  const offer = () => {
    tools.replaceChildren(button(strings.startOver, startOver), button(strings.erase, ask));
    tools.lastChild.focus();
  };
  offer();
}
