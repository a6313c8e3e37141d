// The chat's HTTP calls, and the session they hang on.
const KEY = 'clinic-chat';
const REFUSED = [400, 409, 413, 415, 422];

// Status 0: nothing came back. Unless `refused`, the same message is worth another try.
class ApiError extends Error {
  constructor(status = 0, wait = 0) {
    super(`chat: ${status}`);
    Object.assign(this, { status, wait, refused: REFUSED.includes(status) });
  }
}

async function call(url, { method = 'POST', token, body, signal, seconds = 10 }) {
  const stop = new AbortController();
  const abort = () => stop.abort();
  const timer = setTimeout(abort, seconds * 1000);
  signal?.addEventListener('abort', abort);
  try {
    const headers = { 'Content-Type': 'application/json' };
    if (token) headers.Authorization = `Bearer ${token}`;
    const options = { method, headers, body: JSON.stringify(body), credentials: 'omit', cache: 'no-store' };
    const response = await fetch(url, { ...options, signal: stop.signal });
    const wait = response.status === 429 && Math.min(Number(response.headers.get('Retry-After')) || 10, 120);
    if (!response.ok) throw new ApiError(response.status, wait);
    return response.status === 204 || (await response.json());
  } catch (error) {
    throw error instanceof ApiError ? error : new ApiError();
  } finally {
    clearTimeout(timer);
  }
}

// crypto.randomUUID() is missing on plain-http pages.
export function newId() {
  const parts = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(parts, (part) => part.toString(16).padStart(8, '0')).join('');
}

// What must survive a reload, in this tab only; nothing is written before the patient sends something.
export class Session {
  token = null;
  greeting = [];
  queue = [];
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
    return Boolean(this.token || this.queue.length);
  }

  save() {
    try {
      if (this.begun) sessionStorage.setItem(KEY, JSON.stringify(this));
      else sessionStorage.removeItem(KEY);
    } catch {
      // As above.
    }
  }

  async call(path, options) {
    if (!this.token) await this.#begin(options.signal);
    return call(new URL(path, this.#base), { ...options, token: this.token });
  }

  async #begin(signal) {
    const { token, messages } = await call(new URL('sessions', this.#base), { body: {}, signal });
    // The greeting says what the opening line has said: history must leave it out.
    Object.assign(this, { token, greeting: messages.map(({ id }) => id) });
    this.save();
  }

  async history() {
    const { messages } = await this.call('messages', { method: 'GET' });
    return messages.filter(({ id }) => !this.greeting.includes(id));
  }

  // A conversation the server doesn't know any more needs no erasing.
  async erase() {
    const gone = ({ status }) => status === 401 || status === 404;
    if (this.token) {
      await this.call('sessions', { method: 'DELETE' }).catch((error) => {
        if (!gone(error)) throw error;
      });
    }
    this.forget();
  }

  forget(queue = []) {
    Object.assign(this, { token: null, greeting: [], queue });
    this.save();
  }
}
