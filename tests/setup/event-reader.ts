import { expect } from 'vitest';

interface ReadEvent {
  id: string | undefined;
  event: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever came over the wire
  data: any;
}

/** Reads Server-Sent Events as a program would, and remembers them. */
export class EventReader {
  readonly events: ReadEvent[] = [];
  /** The last `id` that was told. */
  lastId = '';
  retry: number | null = null;
  /** Whether the server ended the stream, and not the reader. */
  ended = false;
  failed = false;
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private rest = '';

  constructor(response: Response) {
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    this.reader = (response.body as ReadableStream<Uint8Array>).getReader();
    void this.read();
  }

  /** Names of what happened, without `ready`. */
  get kinds(): string[] {
    return this.events.map(({ event }) => event).filter((event) => event !== 'ready');
  }

  /** Waits for an event of that name, or for the nth of them. */
  async next(event: string, nth = 1): Promise<ReadEvent> {
    const found = () => this.events.filter((one) => one.event === event)[nth - 1];
    await expect.poll(() => found() !== undefined, { timeout: 15_000, message: `${event} comes` }).toBe(true);
    return found() as ReadEvent;
  }

  async close(): Promise<void> {
    await this.reader.cancel().catch(() => undefined);
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for (;;) {
        const { done, value } = await this.reader.read();
        if (done) break;
        this.take(decoder.decode(value, { stream: true }));
      }
      this.ended = true;
    } catch {
      this.failed = true;
    }
  }

  private take(text: string): void {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = Object.fromEntries(
        block
          .split('\n')
          .filter((line) => !line.startsWith(':'))
          .map((line) => line.split(/: (.*)/s, 2)),
      );
      if (fields.retry) this.retry = Number(fields.retry);
      if (fields.id) this.lastId = fields.id;
      if (fields.data)
        this.events.push({ id: fields.id, event: fields.event, data: JSON.parse(fields.data) });
    }
  }
}
