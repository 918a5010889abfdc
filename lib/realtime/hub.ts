import { type ListenHandle, listen } from '#lib/db/listen.ts';
import { publish, subscribe } from '#lib/events/bus.ts';
import { CHANNEL, fromMessage } from '#lib/events/channel.ts';
import { currentPosition, type EventPosition, listEventsAfter, toHappening } from '#lib/events/queries.ts';
import type { Happening } from '#lib/events/schema.ts';

/** How long after something was heard the event table is read, and how often when nothing is, in milliseconds. */
const SOON = 250;
const SELDOM = 5_000;

/** Somebody who wants to know what happens. */
export interface Stream {
  /** Whose events are wanted. */
  articleIds: ReadonlySet<string>;
  /** Whose stream it is; null for a guest. Ended when the person's sessions are. */
  userId: string | null;
  receive(happening: Happening): void;
  end(): void;
}

/**
 * What one process hears of the others, and who in it wants to know. Postgres carries it: a NOTIFY after each commit
 * names what happened, and the event table is read behind it, so that a message which never came (a process that died
 * between its commit and its NOTIFY, a connection that broke) is made up for within seconds.
 */
export class Hub {
  /** Whether the LISTEN connection stands: while it does not, this process may be the last to know. */
  connected = false;
  private readonly streams = new Set<Stream>();
  private readonly onLost = new Set<() => void>();
  private readonly unsubscribe = subscribe((happening) => this.fanOut(happening));
  private readonly handle: ListenHandle;
  /** Everything up to here was handed on. */
  private position: EventPosition | null = null;
  /** Ids that were handed on and lie after the position: they are not told twice. */
  private readonly told = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  /** When the next reading begins, in milliseconds since 1970. */
  private due = Number.POSITIVE_INFINITY;
  private reading = false;
  private closed = false;

  constructor() {
    this.handle = listen(CHANNEL, {
      onMessage: (payload) => {
        for (const happening of fromMessage(payload)) this.tell(happening);
        this.readSoon(SOON);
      },
      onOpen: () => {
        this.connected = true;
        this.readSoon(0);
      },
      onLost: () => {
        this.connected = false;
        for (const lost of this.onLost) lost();
      },
    });
  }

  /** From here a stream that breaks now can be taken up: nothing after it is missed, some of it may come again. */
  get resumeFrom(): string {
    return this.position ? `${this.position.xid}-${this.position.id}` : '';
  }

  /** Adds a stream; the returned function takes it away. */
  open(stream: Stream): () => void {
    this.streams.add(stream);
    return () => this.streams.delete(stream);
  }

  /** How many streams are open. */
  get size(): number {
    return this.streams.size;
  }

  /** Runs when the LISTEN connection is lost. */
  whenLost(act: () => void): void {
    this.onLost.add(act);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    this.unsubscribe();
    for (const stream of this.streams) stream.end();
    await this.handle.close();
  }

  /** Something that another process did. */
  private tell(happening: Happening): void {
    if (this.told.has(happening.id)) return;
    publish(happening);
  }

  private fanOut(happening: Happening): void {
    this.told.add(happening.id);
    this.readSoon(SOON);
    const { kind, subjectId, articleId } = happening;
    if (kind === 'user.banned' || kind === 'user.password-changed' || kind === 'user.signed-out') {
      for (const stream of this.streams) if (stream.userId === subjectId) stream.end();
    }
    if (articleId === null) return;
    for (const stream of this.streams) if (stream.articleIds.has(articleId)) stream.receive(happening);
  }

  private readSoon(wait: number): void {
    const due = Date.now() + wait;
    // While things happen all the time, the reading is not put off by each.
    if (this.closed || due >= this.due) return;
    this.due = due;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(), wait);
    this.timer.unref();
  }

  /** Reads on from the position, and hands on what was not told. */
  private async read(): Promise<void> {
    this.due = Number.POSITIVE_INFINITY;
    if (this.reading || this.closed) return;
    this.reading = true;
    try {
      this.position ??= await currentPosition();
      for (let more = true; more && !this.closed; ) {
        const events = await listEventsAfter(this.position);
        for (const event of events) {
          const happening = toHappening(event);
          this.tell(happening);
          this.told.delete(happening.id);
          this.position = { xid: event.xid, id: event.id };
        }
        more = events.length === 500;
      }
    } catch {
      // The database is away: the next reading makes up for it.
    } finally {
      this.reading = false;
      this.readSoon(SELDOM);
    }
  }
}

// One per process, however often a bundler copies this module.
const kept = globalThis as unknown as { obelusHub?: Hub };

/** The hub of this process, opened on first use. */
export function hub(): Hub {
  kept.obelusHub ??= new Hub();
  return kept.obelusHub;
}

/** Ends all streams and stops listening. */
export async function closeHub(): Promise<void> {
  const open = kept.obelusHub;
  kept.obelusHub = undefined;
  await open?.close();
}
