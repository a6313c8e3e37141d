// <clinic-chat>: a launcher; its panel comes on interest.
(() => {
  const NAME = 'clinic-chat';
  const script = document.currentScript;
  const DEFAULTS = { color: '#0b6b63', lang: 'en', phone: '484.222.0854', launcher: 'Ask a question', sorry: 'No answer. Call' };
  const SPANISH = { launcher: 'Haga una pregunta', sorry: 'No responde. Llame al' };
  // !important here beats the page's own. The icon's blank brings the panel's font along, which else a click waits for.
  const CSS = `
:host{display:contents!important}
.root{all:initial;position:absolute}
.launcher,.help{position:fixed;right:16px;bottom:16px;z-index:2147483000;padding:.9em 1.4em;border:2px solid #fff;border-radius:2em;
color:#fff;background:var(--accent);box-shadow:0 4px 20px #0004;font:600 1em/1.4 system-ui;cursor:pointer}
.launcher:focus-visible{outline:3px solid #fff;box-shadow:0 0 0 6px #111}
.launcher:before{content:' ';float:left;width:0;font:400 1em/0 system-ui;white-space:pre;padding:.6em .7em;
margin:.1em .6em 0 0;border-radius:.6em .6em .6em 0;background:radial-gradient(circle,var(--accent) .1em,#fff .14em)0/33%}
.help{bottom:84px}
.left>*{right:auto;left:16px}
@media print{.root{display:none}}`;

  const make = (tag, parent, props) => parent.appendChild(Object.assign(document.createElement(tag), props));

  // Errs towards refusing.
  function readable(color, probe) {
    probe.style.color = color;
    const seen = probe.style.color && getComputedStyle(probe).color;
    const [, r, g, b] = (seen.match(/^rgb\((\d+), (\d+), (\d+)/) || []).map((c) => ((+c + 14) / 269) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b < 0.183 && seen;
  }

  class ClinicChat extends HTMLElement {
    #panel;
    #retry = '';

    connectedCallback() {
      if (this.shadowRoot) return;
      const set = { ...script.dataset, ...this.dataset };
      const options = { ...DEFAULTS, ...(set.lang === 'es' && SPANISH), ...set };
      const shadow = this.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS);
      shadow.adoptedStyleSheets = [sheet];
      make('slot', shadow);
      const root = make('div', shadow, { className: 'root ' + (options.position || ''), lang: options.lang });
      const accent = readable(options.color, root);
      if (!accent) console.warn(`${NAME}: color ${options.color} refused: too light for white text`);
      root.style = `--accent:${accent || DEFAULTS.color}`;
      this.#furnish({ host: this, shadow, root, options });
    }

    disconnectedCallback() {
      this.#panel?.then((panel) => panel.close(), () => {});
    }

    #furnish(parts) {
      const { launcher: label, phone, sorry } = parts.options;
      const launcher = make('button', parts.root, { className: 'launcher', ariaExpanded: false, textContent: label });
      let help;
      const contact = () => {
        help?.remove();
        help = make('div', parts.root, { className: 'help', role: 'alert', textContent: `${sorry} ` });
        make('a', help, { href: `tel:${phone}`, textContent: phone, style: 'color:#fff' });
      };
      const load = () => (this.#panel ||= this.#fetch({ ...parts, launcher }));
      launcher.onpointerenter = launcher.onfocus = () => load().catch(() => {});
      launcher.onclick = () => {
        const slow = setTimeout(contact, 4000);
        load()
          .then((panel) => (panel.open(), help?.remove()), contact)
          .finally(() => clearTimeout(slow));
      };
    }

    async #fetch(parts) {
      const { server } = parts.options;
      const base = new URL(server ? `${server}/` : '..', script.src);
      try {
        const { mount } = await import(new URL(`widget/panel.js${this.#retry}`, base));
        return mount({ ...parts, base });
      } catch (error) {
        // A failed import is remembered.
        this.#retry += '?';
        this.#panel = null;
        throw error;
      }
    }
  }

  const start = () => {
    if (customElements.get(NAME)) return;
    customElements.define(NAME, ClinicChat);
    if (!document.querySelector(NAME)) make(NAME, document.body);
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
  else start();
})();
