/** Ids of what was told lately, so that it is not told twice. Remembers each for `milliseconds` at least. */
export class Recent {
  private readonly milliseconds: number;
  private readonly most: number;
  private readonly clock: () => number;
  private since: number;
  private now = new Set<string>();
  private before = new Set<string>();

  /** Forgets sooner when there are more than `most` in that time. */
  constructor(milliseconds: number, most: number, clock: () => number = () => performance.now()) {
    this.milliseconds = milliseconds;
    this.most = most;
    this.clock = clock;
    this.since = clock();
  }

  has(id: string): boolean {
    return this.now.has(id) || this.before.has(id);
  }

  add(id: string): void {
    if (this.clock() - this.since >= this.milliseconds || this.now.size >= this.most) {
      this.before = this.now;
      this.now = new Set();
      this.since = this.clock();
    }
    this.now.add(id);
  }
}
