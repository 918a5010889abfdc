import { Problem } from '#lib/errors/problem.ts';
import type { Happening } from '#lib/events/schema.ts';
import { changesQueues } from '#lib/realtime/desk.ts';
import { hub } from '#lib/realtime/hub.ts';
import type { Stream } from '#lib/realtime/streams.ts';
import type { Actor } from '#lib/user/schema.ts';
import { beatFrame, happeningsFrame, readyFrame, retryFrame } from './event-frames.ts';

/** Streams of one moderator in one process: as many tabs as anybody keeps open. */
const MOST = 30;
/** Changes that are closer than this are told as one, in milliseconds. */
const GATHER = 250;
/** In milliseconds: less than any proxy waits in silence. */
const BEAT = 15_000;
const RETRY = 2_000;

/**
 * Tells a moderator that the queues have changed, never what: the desk reads them anew through the queries. There is
 * nothing to take up after a break: whoever connects reads everything. Ends with the person's role (lib/realtime/hub.ts).
 */
export async function deskStream(moderator: Actor): Promise<Response> {
  if (hub().countOf(moderator.id) >= MOST)
    throw new Problem('too-often', `At most ${MOST} streams at once.`, { retryAfter: 60 });
  await hub()
    .start()
    .catch((cause) => {
      throw new Problem('unavailable', undefined, { cause });
    });
  const source = new DeskStream(moderator.id);
  const body = new ReadableStream(source, { highWaterMark: 0, size: (bytes) => bytes.byteLength });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

type Controller = ReadableStreamDefaultController<Uint8Array>;

class DeskStream implements Stream, UnderlyingDefaultSource<Uint8Array> {
  readonly articleIds = null;
  readonly caller: string;
  private controller: Controller | null = null;
  private leave: (() => void) | undefined;
  private beat: NodeJS.Timeout | undefined;
  private late: NodeJS.Timeout | undefined;
  private done = false;

  constructor(caller: string) {
    this.caller = caller;
  }

  /** Runs when the client takes the body. */
  pull(controller: Controller): void {
    if (this.controller) return;
    this.controller = controller;
    this.leave = hub().open(this);
    this.send(retryFrame(RETRY));
    this.send(readyFrame([], hub().resumeFrom));
    this.beat = setInterval(() => this.send(beatFrame(hub().resumeFrom)), BEAT).unref();
  }

  cancel(): void {
    this.done = true;
    clearInterval(this.beat);
    clearTimeout(this.late);
    this.leave?.();
  }

  receive(happening: Happening): void {
    if (!changesQueues(happening) || this.late) return;
    this.late = setTimeout(() => {
      this.late = undefined;
      this.send(happeningsFrame('queues'));
    }, GATHER).unref();
  }

  end(): void {
    if (this.done) return;
    this.cancel();
    this.controller?.close();
  }

  private send(bytes: Uint8Array): void {
    // A client that does not read is told once more when it does: what waits for it says the same.
    if (!this.done && (this.controller?.desiredSize ?? 0) > -4096) this.controller?.enqueue(bytes);
  }
}
