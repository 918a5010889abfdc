import type { Happening } from '#lib/events/schema.ts';

/** Somebody who wants to know what happens. */
export interface Stream {
  /** Whose events are wanted; null for those of all articles. */
  articleIds: ReadonlySet<string> | null;
  /** Whose stream it is: the id of an account, ended when the person's sessions are; or the address of a guest. */
  caller: string;
  /** `readers` streams want to know of the same article. */
  receive(happening: Happening, readers: number): void;
  end(): void;
}

/** The open streams of a process, found by what they are about and by whose they are. Adding and taking away is O(1). */
export class Streams {
  private readonly all = new Set<Stream>();
  private readonly byArticle = new Map<string, Set<Stream>>();
  private readonly byCaller = new Map<string, Set<Stream>>();
  /** Those that want to know of all articles. */
  private readonly everywhere = new Set<Stream>();

  get size(): number {
    return this.all.size;
  }

  /** The returned function takes it away again. */
  add(stream: Stream): () => void {
    this.all.add(stream);
    const into = this.groupsOf(stream);
    for (const [groups, key] of into) {
      const group = groups.get(key);
      if (group) group.add(stream);
      else groups.set(key, new Set([stream]));
    }
    if (!stream.articleIds) this.everywhere.add(stream);
    return () => {
      this.all.delete(stream);
      this.everywhere.delete(stream);
      for (const [groups, key] of into) {
        const group = groups.get(key);
        group?.delete(stream);
        if (group?.size === 0) groups.delete(key);
      }
    };
  }

  countOf(caller: string): number {
    return this.byCaller.get(caller)?.size ?? 0;
  }

  about(articleId: string): ReadonlySet<Stream> {
    return this.byArticle.get(articleId) ?? NONE;
  }

  endOf(caller: string): void {
    for (const stream of [...(this.byCaller.get(caller) ?? NONE)]) stream.end();
  }

  /** One that ends others, or itself, meanwhile is no harm. */
  receive(happening: Happening): void {
    const { articleId } = happening;
    const readers = articleId === null ? NONE : this.about(articleId);
    for (const stream of readers) stream.receive(happening, readers.size);
    for (const stream of this.everywhere) stream.receive(happening, readers.size);
  }

  endAll(): void {
    for (const stream of [...this.all]) stream.end();
  }

  private groupsOf({ articleIds, caller }: Stream): [Map<string, Set<Stream>>, string][] {
    const articles = [...(articleIds ?? [])].map(
      (id) => [this.byArticle, id] as [Map<string, Set<Stream>>, string],
    );
    return [[this.byCaller, caller], ...articles];
  }
}

const NONE: ReadonlySet<Stream> = new Set();
