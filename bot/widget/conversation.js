// What the patient said and what came of it: one message at a time, under one id however often it is tried.
const KEY = 'clinic-chat';
const PATIENCE = 20; // seconds
const TRIES = 120; // about an hour

// Fails with a `status`, 0 when nothing came back, and the seconds to `wait` if named.
async function call(url, { method = 'POST', token, body, signal, seconds = 10, keepalive }) {
  const stop = new AbortController();
  const abort = () => stop.abort();
  const timer = setTimeout(abort, seconds * 1000);
  signal?.addEventListener('abort', abort);
  const headers = { 'Content-Type': 'application/json' };
  if (token) headers.Authorization = `Bearer ${token}`;
  const options = { method, headers, body: JSON.stringify(body), credentials: 'omit', cache: 'no-store', keepalive };
  let status = 0;
  let wait = 0;
  try {
    const response = await fetch(url, { ...options, signal: stop.signal });
    status = response.status;
    if (status === 429) wait = Math.min(response.headers.get('Retry-After') || 10, 120);
    if (response.ok) return status === 204 || (await response.json());
  } catch {
    status = 0;
  } finally {
    clearTimeout(timer);
  }
  throw Object.assign(new Error(`chat: ${status}`), { status, wait });
}

// crypto.randomUUID() is missing on plain-http pages.
const newId = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');

// What survives a reload, in this tab only: never a word, and nothing before the patient sends something.
class Session {
  token = null;
  left = []; // started over, still to be erased on request
  greeting = [];
  #base;

  constructor(base) {
    this.#base = base;
    try {
      Object.assign(this, JSON.parse(sessionStorage.getItem(KEY)));
    } catch {
      // Blocked storage: the chat lasts until the page goes.
    }
  }

  get begun() {
    return Boolean(this.token || this.left.length);
  }

  save() {
    try {
      if (this.begun) sessionStorage.setItem(KEY, JSON.stringify(this));
      else sessionStorage.removeItem(KEY);
    } catch {
      // As above.
    }
  }

  call(path, options) {
    return call(new URL(`chat/${path}`, this.#base), options);
  }

  async inside(path, options) {
    if (!this.token) {
      const { token, messages } = await this.call('sessions', { body: {}, signal: options.signal });
      // The opening has said what the greeting says.
      Object.assign(this, { token, greeting: messages.map(({ id }) => id) });
      this.save();
    }
    return this.call(path, { ...options, token: this.token });
  }

  async history(signal) {
    const { messages } = await this.inside('messages', { method: 'GET', signal });
    return messages.filter(({ id }) => !this.greeting.includes(id));
  }

  // A conversation the server doesn't know any more needs no erasing; one with an open call-back needs `withdraw`.
  async erase(withdraw) {
    const path = `sessions?withdraw_callback=${withdraw ?? 'ask'}`;
    for (const token of [...this.left, this.token].filter(Boolean)) {
      await this.call(path, { method: 'DELETE', token }).catch((error) => {
        if (![401, 404].includes(error.status)) throw error;
      });
    }
    this.left = [];
    this.forget();
  }

  forget() {
    Object.assign(this, { token: null, greeting: [] });
    this.save();
  }
}

// `view` is a Transcript.
export class Conversation {
  #base;
  #view;
  #session;
  #queue = [];
  #stop;
  #timer;
  #tries = 0;
  #behind;

  constructor(base, view) {
    this.#view = view;
    this.#base = base;
    addEventListener('online', () => this.retry());
  }

  get begun() {
    return this.#session?.begun || this.#queue.length > 0;
  }

  send({ title, text, value }) {
    this.#queue.push({ id: newId(), title: title || text, text, value });
    this.retry();
  }

  retry() {
    this.#tries = 0;
    this.run();
  }

  rate(message_id, helpful) {
    return this.#session.inside('feedback', { body: { message_id, helpful } });
  }

  // Without the token: that a link was used is counted, not by whom.
  count(what) {
    if (this.begun) this.#session.call('clicks', { body: { what }, keepalive: true }).catch(() => {});
  }

  startOver() {
    this.#halt();
    if (this.#session.token) this.#session.left.push(this.#session.token);
    this.#session.forget();
    this.#queue = [];
  }

  async erase(withdraw) {
    this.#halt();
    try {
      await this.#session.erase(withdraw);
      this.#queue = [];
    } finally {
      this.run();
    }
  }

  #halt() {
    clearTimeout(this.#timer);
    this.#stop?.abort();
    this.#stop = this.#behind = null;
  }

  // Works off what is to do: the history after a reload, then the queue. One run at a time.
  async run() {
    if (!this.#session) this.#remember();
    const queue = this.#queue;
    for (const entry of queue) this.#view.sending(entry);
    if (this.#stop) return;
    clearTimeout(this.#timer);
    const { signal } = (this.#stop = new AbortController());
    try {
      if (this.#behind) await this.#catchUp(signal);
      while (queue.length && !signal.aborted) await this.#next(queue, signal);
    } catch (error) {
      if (!signal.aborted) this.#postpone(error.wait);
    }
    if (!signal.aborted) this.#stop = null;
  }

  #remember() {
    this.#session = new Session(this.#base);
    this.#behind = this.#session.token;
  }

  async #next(queue, signal) {
    const [entry] = queue;
    let show;
    this.#view.sending(entry);
    try {
      const messages = await this.#deliver(entry, signal);
      show = () => this.#view.replied(entry, messages);
    } catch (error) {
      if (![400, 409, 413, 415, 422].includes(error.status)) throw error;
      show = () => this.#view.refused(entry);
    }
    if (signal.aborted) return;
    queue.shift();
    this.#tries = 0;
    show();
  }

  async #deliver({ id, text, value }, signal) {
    const post = () => this.#session.inside('messages', { body: { id, text, value }, signal, seconds: PATIENCE });
    const { messages } = await post().catch((error) => {
      if (error.status !== 401) throw error;
      this.#session.forget();
      return post();
    });
    return [...messages];
  }

  async #catchUp(signal) {
    try {
      this.#view.history(await this.#session.history(signal));
    } catch (error) {
      // What was said comes back when the server can again, but no new message waits for it: there is advice without a store.
      const later = error.status === 429 || error.status > 499;
      if (!error.status || (later && !this.#queue.length)) throw error;
      if (error.status === 401) this.#session.forget();
    }
    this.#behind = null;
  }

  #postpone(wait) {
    const seconds = wait || Math.min(1.5 ** this.#tries, 30);
    for (const entry of this.#queue) this.#view.unsent(entry, wait);
    this.#tries += 1;
    if (this.#tries < TRIES) this.#timer = setTimeout(() => this.run(), seconds * 1000);
  }
}
