import { createHash } from 'node:crypto';
import { subscribe } from '#lib/events/bus.ts';
import { openedHub } from '#lib/realtime/hub.ts';
import { dropOf, type Subject } from './guest-pages/drop.ts';
import { KeptPages } from './guest-pages/kept-pages.ts';

/** An answer that is the same for everybody. */
export interface Made {
  body: string | Uint8Array<ArrayBuffer>;
  contentType: string;
  /** What it tells of: a change of that drops it. */
  subject: Subject;
  headers?: Record<string, string>;
}

interface KeptAnswer extends Made {
  bytes: number;
  etag: string;
  lastModified: Date;
}

interface Key {
  text: string;
  make(): Promise<Made>;
}

const MEGABYTE = 1024 * 1024;
/** What keeping one takes besides its bytes. */
const OVERHEAD = 1_024;

class KeptAnswers {
  private readonly kept = new KeptPages<Key, KeptAnswer>({
    render: async (key) => this.finish(key.text, await key.make()),
    hears: () => openedHub()?.connected === true,
    maxBytes: 48 * MEGABYTE,
    maxPageBytes: 8 * MEGABYTE,
    maxPages: 5_000,
  });
  /** Of each key the last version, and since when it is that. */
  private readonly versions = new Map<string, { etag: string; since: number }>();
  private heard: unknown = null;

  constructor() {
    subscribe((happening) => {
      const drop = dropOf(happening);
      if (drop) this.kept.drop(drop);
    });
  }

  get(key: Key): Promise<KeptAnswer> {
    const hub = openedHub();
    if (hub && hub !== this.heard) {
      this.heard = hub;
      hub.whenLost(() => this.kept.drop('all'));
    }
    return this.kept.get(key);
  }

  private finish(text: string, made: Made): KeptAnswer {
    const etag = `W/"${createHash('sha256').update(made.contentType).update(made.body).digest('base64url').slice(0, 22)}"`;
    return {
      ...made,
      etag,
      lastModified: new Date(this.since(text, etag)),
      bytes: made.body.length + OVERHEAD,
    };
  }

  /** When this version came to be, by what this process has seen of it: in whole seconds, and never that of another one. */
  private since(text: string, etag: string): number {
    const before = this.versions.get(text);
    if (before?.etag === etag) return before.since;
    const now = Math.floor(Date.now() / 1000) * 1000;
    const since = before ? Math.max(now, before.since + 1000) : now;
    this.versions.delete(text);
    this.versions.set(text, { etag, since });
    if (this.versions.size > 10_000) this.versions.delete(this.versions.keys().next().value ?? '');
    return since;
  }
}

// One per process, however often a bundler copies this module.
const global = globalThis as unknown as { obelusKeptAnswers?: KeptAnswers };

/**
 * Answers with what everybody gets, made once and kept until something that it tells of changes; or with word that the
 * client has it already. `key` names all that it depends on.
 */
export async function answerKept(
  headers: Headers,
  key: string,
  make: () => Promise<Made>,
): Promise<Response> {
  global.obelusKeptAnswers ??= new KeptAnswers();
  const kept = await global.obelusKeptAnswers.get({ text: key, make });
  const answer = new Headers({
    'content-type': kept.contentType,
    // Whoever keeps it asks each time whether it is still the one.
    'cache-control': 'public, no-cache',
    etag: kept.etag,
    'last-modified': kept.lastModified.toUTCString(),
    'access-control-allow-origin': '*',
    ...kept.headers,
  });
  if (isKnown(headers, kept)) return new Response(null, { status: 304, headers: answer });
  return new Response(kept.body, { headers: answer });
}

/** RFC 9110, section 13.2.2: the tag decides where one is sent. */
function isKnown(headers: Headers, { etag, lastModified }: KeptAnswer): boolean {
  const tags = headers.get('if-none-match');
  if (tags !== null) return tags.trim() === '*' || tags.includes(etag.slice(2));
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return !Number.isNaN(since) && lastModified.getTime() <= since;
}
