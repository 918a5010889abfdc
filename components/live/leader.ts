import { EventStream } from './event-stream.ts';
import { earlier, type Place } from './place.ts';
import type { FromLeader } from './tab-messages.ts';

/** Tabs that open together are served by one stream, in milliseconds. */
const GATHER = 50;
/** A tab that was not heard of for so long is gone without a word. */
const LOST = 60_000;
/** What one stream can be about; as many windows are not seen at once. */
const ARTICLES_MAX = 20;

interface Tab {
  wants: ReadonlyMap<string, Place>;
  /** Whether the stream that is open was opened with its wishes: it has missed nothing since. */
  joined: boolean;
  heardAt: number;
}

/** The tab that holds the stream for all tabs of the browser. */
export class Leader {
  private readonly tabs = new Map<string, Tab>();
  private readonly tell: (message: FromLeader) => void;
  private readonly stream: EventStream;
  /** Those for whom the stream was opened that is being opened. */
  private joining: string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `tell` reaches all tabs, this one too. */
  constructor(tell: (message: FromLeader) => void) {
    this.tell = tell;
    this.stream = new EventStream({
      onEvent: (event) => tell({ type: 'event', event }),
      onReset: (articleIds) => tell({ type: 'reset', articleIds }),
      onPlace: (place, articleIds, ready) => this.moved(place, articleIds, ready),
    });
  }

  /** A tab watches these articles. What it missed is told to all: nobody minds hearing something twice. */
  want(tab: string, wants: ReadonlyMap<string, Place>): void {
    this.tabs.set(tab, { wants, joined: false, heardAt: Date.now() });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.reopen(), GATHER);
  }

  /** A sign of life; false when the tab is not known (any more). */
  still(tab: string): boolean {
    const known = this.tabs.get(tab);
    if (known) known.heardAt = Date.now();
    return known !== undefined;
  }

  leave(tab: string): void {
    this.tabs.delete(tab);
  }

  /** Takes those for gone that were not heard of. */
  forgetLost(): void {
    for (const [tab, { heardAt }] of this.tabs) if (Date.now() - heardAt > LOST) this.tabs.delete(tab);
  }

  wake(): void {
    this.stream.wake();
  }

  close(): void {
    clearTimeout(this.timer);
    this.stream.close();
  }

  private reopen(): void {
    const places = new Map<string, Place>();
    for (const { wants, joined } of this.tabs.values()) {
      for (const [articleId, place] of wants) {
        const told = joined ? (this.stream.placeOf(articleId) ?? place) : place;
        const other = places.get(articleId);
        if (other !== undefined || places.size < ARTICLES_MAX)
          places.set(articleId, other === undefined ? told : earlier(other, told));
      }
    }
    this.joining = [...this.tabs.keys()];
    this.stream.follow(places);
  }

  private moved(place: Place, articleIds: readonly string[], ready: boolean): void {
    if (ready) {
      for (const name of this.joining) {
        const tab = this.tabs.get(name);
        if (tab) tab.joined = true;
      }
    }
    this.tell({ type: 'place', place, articleIds, joined: ready ? this.joining : [] });
  }
}
