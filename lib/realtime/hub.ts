import { type ListenHandle, listen } from '#lib/db/listen.ts';
import { publish, subscribe } from '#lib/events/bus.ts';
import { CHANNEL, fromMessage } from '#lib/events/channel.ts';
import { type EventPosition, formatPosition } from '#lib/events/position.ts';
import { currentPosition, listEventsAfter, toHappening } from '#lib/events/queries.ts';
import type { EventKind, Happening } from '#lib/events/schema.ts';
import { Recent } from './recent.ts';
import { type Stream, Streams } from './streams.ts';

/** How long after something was heard the event table is read, and how often when nothing is, in milliseconds. */
const SOON = 250;
const SELDOM = 3_000;
/** The same while nothing can be heard. */
const DEAF = 1_000;
/** A message that comes later than this after its event was read from the table is told again. */
const REMEMBERED = 60_000;
const REMEMBERED_MOST = 50_000;
/** How many events are read at once. */
const BATCH = 500;

/** After these nobody may go on reading as who they were. */
const ENDS_STREAMS: ReadonlySet<EventKind> = new Set<EventKind>([
  'user.banned',
  // Whatever was there before an address was proven is void.
  'user.confirmed',
  'user.password-changed',
  'user.signed-out',
  'user.role-given',
  'token.revoked',
]);

/**
 * What one process hears of the others, and who in it wants to know. Postgres carries it: a NOTIFY after each commit
 * names what happened, and the event table is read behind it, so that a message which never came (a process that died
 * between its commit and its NOTIFY, a connection that broke) is made up for within seconds.
 */
class Hub {
  /** Whether the LISTEN connection stands: while it does not, this process may be the last to know. */
  connected = false;
  private readonly streams = new Streams();
  private readonly onLost = new Set<() => void>();
  private readonly unsubscribe = subscribe((happening) => this.fanOut(happening));
  private readonly handle: ListenHandle;
  /** Everything up to here was handed on. */
  private position: EventPosition | null = null;
  private readonly told = new Recent(REMEMBERED, REMEMBERED_MOST);
  private timer: NodeJS.Timeout | undefined;
  /** When the next reading begins, in milliseconds since 1970. */
  private due = Number.POSITIVE_INFINITY;
  private reading: Promise<void> | null = null;
  private closed = false;

  constructor() {
    this.handle = listen(CHANNEL, {
      onMessage: (payload) => {
        for (const happening of fromMessage(payload)) this.tell(happening);
      },
      onOpen: () => {
        this.connected = true;
        this.readSoon(0);
      },
      onLost: () => {
        this.connected = false;
        for (const lost of this.onLost) lost();
        this.readSoon(DEAF);
      },
    });
  }

  /**
   * From here a stream that breaks now can be taken up: nothing after it is missed, some of it may come again. Empty
   * before the first reading (see `start`).
   */
  get resumeFrom(): string {
    return this.position ? formatPosition(this.position) : '';
  }

  /** Resolves once it is known up to where everything was handed on; rejects when the database does not answer. */
  async start(): Promise<void> {
    if (!this.position) {
      const now = await currentPosition();
      // Whoever came first has read on since.
      this.position ??= now;
    }
    this.readSoon(SELDOM);
  }

  /** Adds a stream; the returned function takes it away. */
  open(stream: Stream): () => void {
    return this.streams.add(stream);
  }

  /** How many streams are open. */
  get size(): number {
    return this.streams.size;
  }

  /** How many of them are somebody's: an account's, or a guest's address. */
  countOf(caller: string): number {
    return this.streams.countOf(caller);
  }

  /** How many want to know of an article. */
  readersOf(articleId: string | null): number {
    return articleId === null ? 0 : this.streams.about(articleId).size;
  }

  /** Runs when the LISTEN connection is lost. */
  whenLost(act: () => void): void {
    this.onLost.add(act);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    this.unsubscribe();
    this.streams.endAll();
    await Promise.all([this.handle.close(), this.reading]);
  }

  /** Something that another process did. */
  private tell(happening: Happening): void {
    if (!this.told.has(happening.id)) publish(happening);
  }

  private fanOut(happening: Happening): void {
    // By a message and by the table, or by this process itself and by the table: whichever is second says nothing new.
    if (this.told.has(happening.id)) return;
    this.told.add(happening.id);
    this.readSoon(SOON);
    const { kind, subjectId, data } = happening;
    if (ENDS_STREAMS.has(kind))
      this.streams.endOf(String(kind === 'token.revoked' ? data.userId : subjectId));
    this.streams.receive(happening);
  }

  private readSoon(wait: number): void {
    const due = Date.now() + wait;
    // While things happen all the time, the reading is not put off by each.
    if (this.closed || due >= this.due) return;
    this.due = due;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.readNow(), wait);
    this.timer.unref();
  }

  private async readNow(): Promise<void> {
    // One after the other. Until this one begins `due` lies in the past, and whatever is heard counts on it.
    await this.reading;
    this.due = Number.POSITIVE_INFINITY;
    if (this.closed) return;
    this.reading = this.read();
    await this.reading;
    this.reading = null;
    this.readSoon(this.connected ? SELDOM : DEAF);
  }

  /** Reads on from the position, and hands on what was not told. */
  private async read(): Promise<void> {
    try {
      await this.start();
      for (let more = true; more && !this.closed; ) {
        const events = await listEventsAfter(this.position as EventPosition, BATCH);
        for (const event of events) {
          this.tell(toHappening(event));
          this.position = { xid: event.xid, id: event.id };
        }
        more = events.length === BATCH;
      }
    } catch {
      // The database is away: the next reading makes up for it.
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

/** The same, where it was opened. */
export const openedHub = (): Hub | undefined => kept.obelusHub;

/** Ends all streams and stops listening. */
export async function closeHub(): Promise<void> {
  const open = kept.obelusHub;
  kept.obelusHub = undefined;
  await open?.close();
}
