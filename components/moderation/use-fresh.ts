'use client';

import { useEffect } from 'react';

/** How often it is looked when no stream tells, and how long after one broke that the browser does not take up. */
const EVERY_MS = 20_000;
/** After a reading that could not be taken. */
const AGAIN_MS = 500;

/**
 * Runs `reread` when the server tells that the queues have changed, now and then while it cannot tell, and at once when
 * the page is seen again. A page that is not seen holds no stream. One at a time.
 */
export function useFresh(reread: () => Promise<boolean>): void {
  useEffect(() => {
    const fresh = new Fresh(reread);
    return () => fresh.stop();
  }, [reread]);
}

class Fresh {
  private readonly reread: () => Promise<boolean>;
  private source: EventSource | null = null;
  private running = false;
  private stale = false;
  private later: number | undefined;
  private readonly timer = setInterval(() => this.tick(), EVERY_MS);

  constructor(reread: () => Promise<boolean>) {
    this.reread = reread;
    document.addEventListener('visibilitychange', this.seen);
    if (!document.hidden) this.listen();
  }

  stop(): void {
    clearInterval(this.timer);
    clearTimeout(this.later);
    document.removeEventListener('visibilitychange', this.seen);
    this.close();
  }

  private readonly seen = (): void => {
    if (document.hidden) return this.close();
    this.listen();
    // Nobody told meanwhile.
    void this.run();
  };

  private tick(): void {
    if (document.hidden || this.source?.readyState === EventSource.OPEN) return;
    this.listen();
    void this.run();
  }

  private listen(): void {
    if (this.source && this.source.readyState !== EventSource.CLOSED) return;
    let broke = false;
    this.source = new EventSource('/api/moderation/events');
    this.source.addEventListener('queues', () => void this.run());
    this.source.addEventListener('error', () => {
      broke = true;
    });
    this.source.addEventListener('ready', () => {
      if (broke) void this.run();
      broke = false;
    });
  }

  private close(): void {
    this.source?.close();
    this.source = null;
  }

  private again(): void {
    clearTimeout(this.later);
    this.later = window.setTimeout(() => void this.run(), AGAIN_MS);
  }

  private async run(): Promise<void> {
    this.stale = true;
    if (this.running) return;
    this.running = true;
    while (this.stale) {
      this.stale = false;
      if (!(await this.reread())) this.again();
    }
    this.running = false;
  }
}
