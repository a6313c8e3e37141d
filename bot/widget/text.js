// Text in, nodes out, without innerHTML: whatever comes in only ever becomes a text node.
export function h(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (name === 'onclick') node.onclick = value;
    else if (value) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter(Boolean));
  return node;
}

// A page must not take the place of the chat: web addresses open beside it. Nothing comes of an unsafe address.
export function link(url, text, strings, className) {
  const props = { href: url, class: className };
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

export function blocks(text, strings) {
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
