import { env } from '#lib/env/env.ts';
import { Problem } from '#lib/errors/problem.ts';
import { parsePosition } from '#lib/events/position.ts';
import { listMissed, type Reader } from '#lib/events/queries.ts';
import { type Happening, isPublic } from '#lib/events/schema.ts';
import { hub } from '#lib/realtime/hub.ts';
import type { Stream } from '#lib/realtime/streams.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { beatFrame, happeningFrame, readyFrame, resetFrame, retryFrame } from './event-frames.ts';

/** How many streams of one caller a process serves at once. Behind one address there may be many people. */
const ACCOUNT_MAX = 30;
const ADDRESS_MAX = 100;
/** Events of one stream go out together when they are closer than this, in milliseconds. */
const GATHER = 50;
/** In milliseconds: less than any proxy waits in silence. */
const BEAT = 15_000;
const RETRY = 2_000;
/** How many events a stream that is taken up is told at most; where it missed more, it is told to read anew. */
const MISSED_MAX = 500;
/** How much may wait for a client that does not read, in bytes, before it is cut off: more than what it can have missed. */
const UNREAD_MAX = 256 * 1024;

/** An article, and the place from which it is followed; without one, that of the stream. */
export interface Wanted {
  articleId: string;
  after: string | null;
}

interface Asking {
  viewer: Viewer;
  address: string;
  headers: Headers;
  after: string | undefined;
}

/** Server-Sent Events of what happens to some articles, until the client or the server has enough. */
export async function articleStream(wanted: readonly Wanted[], asking: Asking): Promise<Response> {
  const caller = asking.viewer?.id ?? asking.address;
  const most = asking.viewer ? ACCOUNT_MAX : ADDRESS_MAX;
  checkRoom(caller, most);
  await hub()
    .start()
    .catch((cause) => {
      throw new Problem('unavailable', undefined, { cause });
    });
  // A browser that takes a stream up by itself repeats the address and sends the newer place in the header.
  const common = asking.headers.get('last-event-id') ?? asking.after ?? null;
  const source = new EventStream(
    wanted.map(({ articleId, after }) => ({ articleId, after: after ?? common })),
    { caller, most },
  );
  // Nothing is read ahead: until somebody takes the body, nothing is opened.
  const body = new ReadableStream(source, { highWaterMark: 0, size: (bytes) => bytes.byteLength });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // Compressed, it would wait for more to come.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

function checkRoom(caller: string, most: number): void {
  if (env().limits === 'off' || hub().countOf(caller) < most) return;
  throw new Problem('too-often', `At most ${most} streams at once.`, { retryAfter: 60 });
}

type Controller = ReadableStreamDefaultController<Uint8Array>;

const late = new Set<EventStream>();

/** One timer for all streams that have gathered something. */
function flushLater(stream: EventStream): void {
  late.add(stream);
  if (late.size > 1) return;
  setTimeout(() => {
    const due = [...late];
    late.clear();
    for (const one of due) one.flush();
  }, GATHER);
}

/** One client's stream: first what it missed, then what happens. */
class EventStream implements Stream, UnderlyingDefaultSource<Uint8Array> {
  readonly articleIds: ReadonlySet<string>;
  readonly caller: string;
  private readonly wanted: readonly Wanted[];
  private readonly most: number;
  private controller: Controller | null = null;
  /** What happens while it is read what was missed. */
  private held: Happening[] | null = [];
  private leave: (() => void) | undefined;
  private beat: NodeJS.Timeout | undefined;
  private gathered: Uint8Array[] = [];
  private sentAt = 0;
  private done = false;

  constructor(wanted: readonly Wanted[], { caller, most }: { caller: string; most: number }) {
    this.wanted = wanted;
    this.articleIds = new Set(wanted.map(({ articleId }) => articleId));
    this.caller = caller;
    this.most = most;
  }

  /** Runs when the client takes the body. */
  async pull(controller: Controller): Promise<void> {
    if (this.controller) return;
    this.controller = controller;
    try {
      // Several may have been let in at the same moment.
      checkRoom(this.caller, this.most);
      this.leave = hub().open(this);
      this.send(retryFrame(RETRY));
      await this.catchUp();
    } catch {
      // The database is away, or there are too many: the client comes back.
      this.end();
    }
  }

  cancel(): void {
    this.done = true;
    clearInterval(this.beat);
    this.leave?.();
  }

  receive(happening: Happening, readers: number): void {
    if (!isPublic(happening)) return;
    if (this.held) this.held.push(happening);
    else this.gather(happeningFrame(happening, readers, hub().resumeFrom));
  }

  /** At once, or, when something went out a moment ago, with what happens meanwhile: many small writes cost most. */
  private gather(bytes: Uint8Array): void {
    const now = performance.now();
    if (this.gathered.length === 0 && now - this.sentAt >= GATHER) {
      this.sentAt = now;
      this.send(bytes);
    } else {
      this.gathered.push(bytes);
      flushLater(this);
    }
  }

  /** Sends what was gathered. */
  flush(): void {
    const all = this.gathered;
    this.gathered = [];
    this.sentAt = performance.now();
    this.send(all.length === 1 ? (all[0] as Uint8Array) : Buffer.concat(all));
  }

  end(): void {
    if (this.done) return;
    if (this.gathered.length > 0) this.flush();
    this.cancel();
    // What lies there unread would keep the connection.
    if (this.unread > 0) this.cut();
    else this.controller?.close();
  }

  private async catchUp(): Promise<void> {
    const { known, unknown } = placesOf(this.wanted);
    const limit = Math.floor(MISSED_MAX / Math.max(1, known.length));
    const missed = known.length > 0 ? await listMissed(known, limit) : [];
    const events = missed.flatMap((one) => one.events).filter(isPublic);
    const told = new Set(events.map(({ id }) => id));
    const meanwhile = (this.held ?? []).filter(({ id }) => !told.has(id));
    this.held = null;
    // Without a place: a client that loses these asks for them again.
    for (const happening of [...events, ...meanwhile])
      this.send(happeningFrame(happening, hub().readersOf(happening.articleId)));
    const lost = missed.filter(({ complete }) => !complete).map(({ articleId }) => articleId);
    if (lost.length + unknown.length > 0) this.send(resetFrame([...lost, ...unknown]));
    this.send(readyFrame([...this.articleIds], hub().resumeFrom));
    // Behind what was gathered: whoever goes on from its place must have heard all before it.
    if (!this.done) this.beat = setInterval(() => this.gather(beatFrame(hub().resumeFrom)), BEAT).unref();
  }

  private get unread(): number {
    return -(this.controller?.desiredSize ?? 0);
  }

  private send(bytes: Uint8Array): void {
    if (this.done) return;
    if (this.unread <= UNREAD_MAX) return this.controller?.enqueue(bytes);
    this.cancel();
    this.cut();
  }

  private cut(): void {
    this.controller?.error(new DOMException('The client does not read.', 'AbortError'));
  }
}

/** From where each article is followed on; of `unknown` nobody can tell what was missed. */
function placesOf(wanted: readonly Wanted[]): { known: Reader[]; unknown: string[] } {
  const known: Reader[] = [];
  const unknown: string[] = [];
  for (const { articleId, after } of wanted) {
    if (after === null) continue;
    const position = parsePosition(after);
    if (position) known.push({ articleId, position });
    else unknown.push(articleId);
  }
  return { known, unknown };
}
