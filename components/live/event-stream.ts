import type { LiveEvent } from './live-event.ts';
import type { Place } from './place.ts';
import { type Block, SseParser } from './sse-parser.ts';

/** Two signs of life of the server may be missing (it sends one every 15 seconds), in milliseconds. */
const SILENCE = 40_000;
const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 30_000;
/** When the server ends a stream (it restarts, a session is over), not all of its readers come back at once. */
const AFTER_END = 2_000;

interface StreamHandlers {
  onEvent(event: LiveEvent): void;
  /** Nobody knows what these missed. */
  onReset(articleIds: readonly string[]): void;
  /** Of these articles everything up to `place` was told; `ready` after the stream was opened, or opened again. */
  onPlace(place: Place, articleIds: readonly string[], ready: boolean): void;
}

/**
 * One stream of the server about some articles, for as long as it is wanted: taken up where it broke, with growing
 * pauses while the server is away, and never while the browser knows that it is offline. With `fetch`, because an
 * EventSource neither tells why it was refused nor notices a connection that died without a word.
 */
export class EventStream {
  private readonly handlers: StreamHandlers;
  private places = new Map<string, Place>();
  private attempt: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private heardAt = 0;

  constructor(handlers: StreamHandlers) {
    this.handlers = handlers;
  }

  /** Opens the stream for these articles, each from its place on; in the place of the one that is open. */
  follow(places: ReadonlyMap<string, Place>): void {
    this.places = new Map(places);
    this.open();
  }

  /** Up to where an article was told. */
  placeOf(articleId: string): Place | undefined {
    return this.places.get(articleId);
  }

  /** The network came or went, or the machine woke: what looks open may be dead, and waiting is over. */
  wake(): void {
    if (navigator.onLine === false) this.hangUp();
    else if (!this.attempt || Date.now() - this.heardAt > SILENCE / 2) this.open();
  }

  close(): void {
    this.places.clear();
    this.hangUp();
  }

  private hangUp(): void {
    clearTimeout(this.timer);
    this.attempt?.abort();
    this.attempt = null;
  }

  private open(): void {
    this.hangUp();
    // `online` will come.
    if (this.places.size === 0 || navigator.onLine === false) return;
    const attempt = new AbortController();
    this.attempt = attempt;
    void this.run(attempt).then((pause) => {
      if (this.attempt !== attempt) return;
      this.hangUp();
      this.timer = setTimeout(() => this.open(), pause);
    });
  }

  /** Reads until the stream ends; resolves with how long to wait then, in milliseconds. */
  private async run(attempt: AbortController): Promise<number> {
    const { signal } = attempt;
    this.expectSign(attempt);
    try {
      const headers = { accept: 'text/event-stream' };
      const response = await fetch(addressOf(this.places), { headers, cache: 'no-store', signal });
      if (!response.ok || !response.body) return this.refused(response);
      await this.read(response.body, attempt);
      return Math.random() * AFTER_END;
    } catch {
      return this.pause();
    }
  }

  private async read(body: ReadableStream<Uint8Array>, attempt: AbortController): Promise<void> {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    const parser = new SseParser();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || this.attempt !== attempt) return;
      this.expectSign(attempt);
      for (const block of parser.take(decoder.decode(value, { stream: true }))) this.take(block);
    }
  }

  private take({ event, data, id }: Block): void {
    if (event === 'ready') this.failures = 0;
    else if (event === 'reset') this.handlers.onReset(JSON.parse(data).articleIds);
    else if (event !== '') this.handlers.onEvent(JSON.parse(data));
    if (!id) return;
    for (const articleId of this.places.keys()) this.places.set(articleId, id);
    this.handlers.onPlace(id, [...this.places.keys()], event === 'ready');
  }

  private expectSign(attempt: AbortController): void {
    this.heardAt = Date.now();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => attempt.abort(), SILENCE);
  }

  private refused(response: Response): number {
    void response.body?.cancel();
    const asked = Number(response.headers.get('retry-after')) * 1_000;
    return Math.max(this.pause(), asked || 0);
  }

  private pause(): number {
    const longest = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** this.failures);
    this.failures += 1;
    return longest * (0.5 + Math.random() / 2);
  }
}

function addressOf(places: ReadonlyMap<string, Place>): string {
  const wanted = [...places].map(([articleId, place]) => (place ? `${articleId}@${place}` : articleId));
  return `/api/events?articles=${wanted.join(',')}`;
}
