// What the patient said and what came of it: one message at a time, under one id however often it is tried.
import { Session, newId } from './api.js';

const PATIENCE = 20;
const TRIES = 30;

// `view` is a Transcript.
export class Conversation {
  #view;
  #session;
  #stop;
  #timer;
  #tries = 0;
  #behind;

  constructor(base, view) {
    this.#view = view;
    this.#session = new Session(base);
    this.#behind = this.#session.token;
    addEventListener('online', () => this.retry());
  }

  get begun() {
    return this.#session.begun;
  }

  send({ title, text, value }) {
    this.#session.queue.push({ id: newId(), title: title || text, text, value });
    this.#session.save();
    this.retry();
  }

  retry() {
    this.#tries = 0;
    this.run();
  }

  rate(message_id, helpful) {
    return this.#session.call('feedback', { body: { message_id, helpful } });
  }

  startOver() {
    this.#halt();
    this.#session.forget();
  }

  async erase() {
    this.#halt();
    await this.#session.erase().finally(() => this.run());
  }

  #halt() {
    clearTimeout(this.#timer);
    this.#stop?.abort();
    this.#stop = this.#behind = null;
  }

  // Works off what is to do: the history after a reload, then the queue. One run at a time.
  async run() {
    const { queue } = this.#session;
    for (const entry of queue) this.#view.sending(entry);
    if (this.#stop) return;
    clearTimeout(this.#timer);
    const { signal } = (this.#stop = new AbortController());
    try {
      if (this.#behind) await this.#catchUp();
      while (queue.length && !signal.aborted) await this.#next(queue, signal);
    } catch (error) {
      if (!signal.aborted) this.#postpone(error.wait);
    }
    if (!signal.aborted) this.#stop = null;
  }

  async #next(queue, signal) {
    const [entry] = queue;
    let show;
    this.#view.sending(entry);
    try {
      const messages = await this.#deliver(entry, signal);
      show = () => this.#view.replied(entry, messages);
    } catch (error) {
      if (!error.refused) throw error;
      show = () => this.#view.refused(entry);
    }
    if (signal.aborted) return;
    queue.shift();
    this.#tries = 0;
    this.#session.save();
    show();
  }

  async #deliver({ id, text, value }, signal) {
    const post = () => this.#session.call('messages', { body: { id, text, value }, signal, seconds: PATIENCE });
    const { messages } = await post().catch((error) => {
      if (error.status !== 401) throw error;
      this.#session.forget(this.#session.queue);
      return post();
    });
    return [...messages];
  }

  async #catchUp() {
    try {
      this.#view.history(await this.#session.history());
    } catch (error) {
      if (!error.status) throw error;
      if (error.status === 401) this.#session.forget(this.#session.queue);
    }
    this.#behind = null;
  }

  #postpone(wait) {
    const seconds = wait || Math.min(2 + this.#tries, 15);
    for (const entry of this.#session.queue) this.#view.unsent(entry, wait);
    this.#tries += 1;
    if (this.#tries < TRIES) this.#timer = setTimeout(() => this.run(), seconds * 1000);
  }
}
