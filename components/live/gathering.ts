/** Between two readings: so many milliseconds for each who reads with us, so that all together read a hundred times a second. */
const PER_READER = 10;
const LONGEST = 5_000;
/** What belongs to one change comes within so many milliseconds. */
const SHORTEST = 30;
/** When a reading failed. */
const AGAIN = 5_000;

/**
 * Gathers what is to be read anew and has it read all at once. Readers of the same article are told of a change at the
 * same moment: the more there are, the longer each waits, by chance, so that a vote does not send all of them at once.
 */
export class Gathering {
  private readonly read: (ids: ReadonlySet<string>) => Promise<void>;
  private ids = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private reading = false;
  private readers = 1;
  /** When the next reading may begin, in milliseconds since 1970. */
  private next = 0;

  /** `read` may throw; then the same is read again later. */
  constructor(read: (ids: ReadonlySet<string>) => Promise<void>) {
    this.read = read;
  }

  add(id: string, readers = 1): void {
    this.ids.add(id);
    this.readers = readers;
    if (this.timer === undefined && !this.reading) this.schedule();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.ids.clear();
  }

  private schedule(least = SHORTEST): void {
    const pause = Math.min(this.readers * PER_READER, LONGEST);
    const wait = Math.max(least, Math.random() * pause, this.next - Date.now());
    this.next = Date.now() + wait + pause;
    this.timer = setTimeout(() => void this.run(), wait);
  }

  private async run(): Promise<void> {
    const { ids } = this;
    this.ids = new Set();
    this.timer = undefined;
    this.reading = true;
    const failed = await this.read(ids).then(
      () => false,
      () => true,
    );
    this.reading = false;
    // The server is away: what it tells when it is back makes up for it, or this does.
    if (failed) for (const id of ids) this.ids.add(id);
    if (this.ids.size > 0) this.schedule(failed ? AGAIN : SHORTEST);
  }
}
