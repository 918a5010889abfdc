import { type Drop, type Subject, touches } from './drop.ts';

export interface Page {
  /** What it shows; null for an answer that is not to be kept. */
  subject: Subject | null;
  /** What keeping it costs. */
  bytes: number;
}

interface KeptPagesOptions<K extends { text: string }, P extends Page> {
  render(key: K): Promise<P>;
  /** Whether this process hears what the others do. While it does not, nothing is kept. */
  hears(): boolean;
  maxBytes: number;
  /** A page over this is not kept. */
  maxPageBytes: number;
  maxPages: number;
}

/** A page that is being rendered. */
interface Run<P> {
  result: Promise<P>;
  /** What was dropped since it began. */
  drops: Set<Drop>;
  /** For those who came after a drop: the page of a render that began after it. */
  next: PromiseWithResolvers<P> | null;
}

/** From here on a run no longer tells apart what was dropped meanwhile. */
const MOST_DROPS = 1_000;

/**
 * Finished pages, the least recently asked for go first. Of each key one render runs at a time, and whoever asks
 * meanwhile waits for it; whoever asks after something was dropped gets a page whose render began after that. A page
 * that a drop overlapped is given to those who wait for it and not kept.
 */
export class KeptPages<K extends { text: string }, P extends Page> {
  private readonly options: KeptPagesOptions<K, P>;
  /** In the order in which they were last asked for. */
  private readonly pages = new Map<string, P>();
  /** The keys of the pages of one article, or of the lists. */
  private readonly bySubject = new Map<string, Set<string>>();
  private readonly runs = new Map<string, Run<P>>();
  private bytes = 0;

  constructor(options: KeptPagesOptions<K, P>) {
    this.options = options;
  }

  /** How much is kept. */
  get size(): { pages: number; bytes: number } {
    return { pages: this.pages.size, bytes: this.bytes };
  }

  /** The kept page, if there is one. */
  peek({ text }: K): P | undefined {
    const page = this.pages.get(text);
    if (page) {
      this.pages.delete(text);
      this.pages.set(text, page);
    }
    return page;
  }

  /** The page, kept or rendered now. Rejects when rendering it failed. */
  async get(key: K): Promise<P> {
    const kept = this.peek(key);
    if (kept) return kept;
    const run = this.runs.get(key.text);
    if (!run) return this.begin(key);
    if (run.drops.size === 0) return run.result;
    run.next ??= Promise.withResolvers<P>();
    return run.next.promise;
  }

  /** Drops all that something can have changed. Runs before the change is acknowledged. */
  drop(drop: Drop): void {
    for (const { drops } of this.runs.values()) drops.add(drops.size < MOST_DROPS ? drop : 'all');
    if (drop === 'all') return this.forgetAll();
    if (drop.articleId !== null) this.forgetAllOf(drop.articleId);
    if (drop.lists) this.forgetAllOf(LISTS);
  }

  private begin(key: K): Promise<P> {
    const run: Run<P> = { result: this.options.render(key), drops: new Set(), next: null };
    const heard = this.options.hears();
    this.runs.set(key.text, run);
    run.result.then(
      (page) => this.end(key, run, page, heard && this.options.hears()),
      () => this.end(key, run, null, false),
    );
    return run.result;
  }

  private end(key: K, run: Run<P>, page: P | null, mayKeep: boolean): void {
    this.runs.delete(key.text);
    const current = page !== null && isCurrent(page, run.drops);
    if (current && mayKeep) this.keep(key, page);
    if (current) run.next?.resolve(page);
    else run.next?.resolve(this.begin(key));
  }

  private keep({ text }: K, page: P): void {
    const { maxBytes, maxPageBytes, maxPages } = this.options;
    if (page.subject === null || page.bytes > maxPageBytes) return;
    this.pages.set(text, page);
    this.bytes += page.bytes;
    const name = nameOf(page.subject);
    const together = this.bySubject.get(name) ?? new Set();
    this.bySubject.set(name, together.add(text));
    for (const oldest of this.pages.keys()) {
      if (this.bytes <= maxBytes && this.pages.size <= maxPages) break;
      this.forget(oldest);
    }
  }

  private forget(text: string): void {
    const page = this.pages.get(text);
    if (!page?.subject) return;
    this.pages.delete(text);
    this.bytes -= page.bytes;
    const name = nameOf(page.subject);
    const together = this.bySubject.get(name);
    together?.delete(text);
    if (together?.size === 0) this.bySubject.delete(name);
  }

  private forgetAllOf(subject: string): void {
    for (const text of this.bySubject.get(subject) ?? []) this.forget(text);
  }

  private forgetAll(): void {
    this.pages.clear();
    this.bySubject.clear();
    this.bytes = 0;
  }
}

/** No article has this id. */
const LISTS = 'lists';

const nameOf = (subject: Subject) => (subject === 'list' ? LISTS : subject.articleId);

/** Whether nothing that was dropped meanwhile can have changed it. What it is about is not known of every answer. */
function isCurrent({ subject }: Page, drops: ReadonlySet<Drop>): boolean {
  if (subject === null) return drops.size === 0;
  for (const drop of drops) if (touches(drop, subject)) return false;
  return true;
}
