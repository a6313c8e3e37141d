// <clinic-chat>: a launcher. The panel behind it is fetched when a visitor first shows interest.
(() => {
  const NAME = 'clinic-chat';
  if (customElements.get(NAME)) return;

  const script = document.currentScript;
  const DEFAULTS = { color: '#0b6b63', lang: 'en', phone: '484.222.0854' };
  const LABELS = { en: 'Ask a question', es: 'Haga una pregunta' };
  // !important inside a shadow root beats whatever the page says about us.
  const CSS = `
:host{all:initial!important;display:contents!important}
[hidden]{display:none!important}
.launcher,.help{position:fixed;right:16px;bottom:16px;z-index:2147483000;font:600 1em/1.3 system-ui,sans-serif;
padding:1em 1.2em;border:2px solid #fff;border-radius:2em;color:#fff;background:var(--accent)}
.launcher{cursor:pointer}
.launcher:focus-visible{outline:3px solid #fff;box-shadow:0 0 0 6px #111}
.help{bottom:80px}
.left>*{right:auto;left:16px}
::slotted(a){color:#fff!important}
@media print{.root{display:none}}`;

  const make = (tag, parent, props) => parent.appendChild(Object.assign(document.createElement(tag), props));

  // Coloured parts carry white text. (Rounds dark channels up: it errs towards refusing.)
  function readable(color, probe) {
    probe.style.color = color;
    const rgb = probe.style.color && getComputedStyle(probe).color.match(/^rgb\((\d+), (\d+), (\d+)/);
    probe.style.color = '';
    if (!rgb) return;
    const [, r, g, b] = rgb.map((c) => ((c / 255 + 0.055) / 1.055) ** 2.4);
    return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05) >= 4.5;
  }

  class ClinicChat extends HTMLElement {
    #panel;
    #retry = '';

    connectedCallback() {
      if (this.shadowRoot) return;
      const options = { ...DEFAULTS, ...script.dataset, ...this.dataset };
      const shadow = this.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS);
      shadow.adoptedStyleSheets = [sheet];
      const root = make('div', shadow, { className: `root ${options.position}`, lang: options.lang });
      if (!readable(options.color, root)) {
        console.warn(`${NAME}: color ${options.color} refused, white text on it is hard to read`);
        options.color = DEFAULTS.color;
      }
      root.style.setProperty('--accent', options.color);
      this.#furnish({ host: this, shadow, root, options });
    }

    disconnectedCallback() {
      this.#panel?.then((panel) => panel.close(), () => {});
    }

    #furnish(parts) {
      const { lang, phone } = parts.options;
      const launcher = make('button', parts.root, { className: 'launcher', textContent: LABELS[lang] || LABELS.en });
      launcher.ariaHasPopup = 'dialog';
      launcher.ariaExpanded = 'false';
      const help = make('div', parts.root, { className: 'help', role: 'status', hidden: true });
      make('slot', help);
      const load = () => (this.#panel ||= this.#fetch({ ...parts, launcher }));
      const contact = () => {
        if (!this.firstElementChild) make('a', this, { href: `tel:${phone}`, textContent: `\u260e ${phone}` });
        help.hidden = false;
      };
      launcher.onpointerenter = launcher.onfocus = () => load().catch(() => {});
      launcher.onclick = async () => {
        const slow = setTimeout(contact, 4000);
        try {
          (await load()).open();
          help.hidden = true;
        } catch {
          contact();
        }
        clearTimeout(slow);
      };
    }

    async #fetch(parts) {
      const url = (name) => new URL(name + this.#retry, script.src);
      try {
        const [{ mount }, css] = await Promise.all([import(url('panel.js')), fetch(url('panel.css'))]);
        if (!css.ok) throw css;
        return mount({ ...parts, css: await css.text(), base: url('../chat/') });
      } catch (error) {
        // Browsers remember a failed import; another query makes them ask again.
        this.#retry += '?';
        this.#panel = null;
        throw error;
      }
    }
  }

  const start = () => {
    customElements.define(NAME, ClinicChat);
    if (!document.querySelector(NAME)) make(NAME, document.body);
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
  else start();
})();
