// The panel put together: opening and closing, focus, room, input. It is sent in one file with what it imports and its STYLE.
import { Conversation } from './conversation.js';
import { chrome } from './strings.js';
import { Transcript, dial, h, link } from './transcript.js';

const small = matchMedia('(max-width: 480px), (max-height: 480px)');
const touch = matchMedia('(pointer: coarse)');
const view = window.visualViewport;

export function mount({ host, shadow, root, launcher, options, base }) {
  const strings = chrome(options);
  const parts = build(strings);
  const door = openable(host, launcher, parts);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  shadow.adoptedStyleSheets.push(sheet);
  root.append(parts.panel);
  const focus = () => (touch.matches ? parts.log : parts.input).focus({ preventScroll: true });

  const transcript = new Transcript(parts, strings, {
    focus,
    send: (entry) => send(entry),
    retry: () => conversation.retry(),
    edit: (text) => write(parts.input, `${text} ${parts.input.value}`.trim()),
    alarm: () => door.show(),
    rate: (id, helpful) => conversation.rate(id, helpful).catch(() => transcript.say(strings.failed)),
  });
  const conversation = new Conversation(base, transcript);
  const offerTools = () => (parts.tools.hidden = !conversation.begun);
  const send = (entry) => {
    conversation.send(entry);
    offerTools();
  };
  parts.close.onclick = door.close;
  parts.panel.onclick = ({ target }) => target.dataset.counts && conversation.count(target.dataset.counts);
  wireInput(parts, send);
  wireTools(parts.tools, strings, conversation, transcript, () => {
    offerTools();
    focus();
  });
  // The panel needn't wait for what the browser keeps.
  setTimeout(() => {
    conversation.run();
    offerTools();
  });
  return door;
}

function build(strings) {
  const parts = {
    close: h('button', { class: 'close', 'aria-label': strings.close }, h('i')),
    log: h('div', { class: 'log', role: 'log', tabindex: '0', 'aria-label': strings.log }),
    dots: h('div', { class: 'dots bubble', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')),
    tools: h('div', { class: 'tools', hidden: 'hidden' }),
    status: h('div', { class: 'status', role: 'status' }),
    input: h('textarea', { rows: '1', maxlength: '1000', 'aria-label': strings.question, placeholder: strings.question }),
  };
  parts.scroll = h('div', { class: 'scroll' }, parts.log, parts.dots, parts.tools);
  parts.form = h('form', null, parts.input, h('button', { 'aria-label': strings.send }, h('i')));
  const reach = (scheme, name, text) => link(dial(scheme, strings.phone), text, strings, { 'data-counts': name });
  const call = reach('tel', 'link_call', `${strings.call} ${strings.phone}`);
  const phone = h('p', { class: 'phone' }, call, reach('sms', 'link_text', strings.textUs));
  const head = h('div', { class: 'head' }, h('h2', { id: 'title' }, strings.title), parts.close, phone);
  const props = { class: 'panel', role: 'dialog', tabindex: '-1', hidden: 'hidden', lang: strings.lang };
  const names = { 'aria-labelledby': 'title', 'aria-describedby': 'opening' };
  parts.panel = h('section', { ...props, ...names }, head, parts.scroll, parts.status, parts.form);
  return parts;
}

function openable(host, launcher, { panel, input, log, scroll }) {
  const fit = () => {
    // Pinch-zoomed it is panned over.
    if (!view || view.scale > 1.01) return;
    // All is read first, and at the start nothing is in the page yet: after a write each lays it out.
    const { height, offsetTop } = view;
    const places = { height, top: offsetTop, below: innerHeight - height - offsetTop };
    for (const [name, pixels] of Object.entries(places)) panel.style.setProperty(`--${name}`, `${pixels}px`);
  };
  // Filling a small screen it is modal.
  let asleep = [];
  const settle = () => {
    for (const element of asleep) element.inert = false;
    asleep = small.matches && !panel.hidden ? surroundings(host) : [];
    for (const element of asleep) element.inert = true;
    panel.ariaModal = asleep.length ? 'true' : null;
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
  fit();
  view?.addEventListener('resize', fit);
  view?.addEventListener('scroll', fit);
  // The page's own shortcuts must not get our keys.
  panel.onkeyup = panel.onkeypress = (event) => event.stopPropagation();
  panel.onkeydown = (event) => {
    event.stopPropagation();
    if (event.key === 'Escape' && !event.isComposing) close();
  };
  const show = () => panel.hidden && turn(true);
  const open = () => {
    show();
    // A touch screen's keyboard would hide the opening.
    (touch.matches ? panel : input).focus();
  };
  return { open, show, close };
}

// All that doesn't hold the chat and isn't inert already.
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
    // 229: Safari's Enter that ends a composition.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) form.onsubmit(event);
  };
}

function wireTools(tools, strings, conversation, transcript, done) {
  const button = (text, onclick) => h('button', { onclick }, text);
  const show = (...nodes) => {
    tools.replaceChildren(...nodes);
    if (!tools.hidden) tools.lastChild.focus();
  };
  const offer = () =>
    show(button(strings.startOver, startOver), button(strings.erase, () => ask(strings.eraseAsk, () => erase(), offer)));
  const startOver = () => {
    conversation.startOver();
    transcript.reset('');
    done();
  };
  const ask = (question, yes, no) => show(question, button(strings.yes, yes), button(strings.no, no));
  // Only its own chat can take a call-back request back.
  const erase = async (withdraw) => {
    offer();
    try {
      await conversation.erase(withdraw);
      const call = { true: strings.callGone, false: strings.callStays }[withdraw] || '';
      transcript.reset(`${strings.erased} ${call}`.trim());
      done();
    } catch ({ status }) {
      if (status === 409) ask(strings.eraseCall, () => erase(true), () => erase(false));
      else transcript.say(strings.failed);
    }
  };
  offer();
}
