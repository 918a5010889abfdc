import { EventStream } from './event-stream.ts';
import type { LiveEvent } from './live-event.ts';
import type { Place } from './place.ts';

/** A tab that wants to know. */
export interface FeedHost {
  /** The articles that it watches, and up to where it knows each. */
  places(): ReadonlyMap<string, Place>;
  onEvent(event: LiveEvent): void;
  onReset(articleIds: readonly string[]): void;
  onPlace(place: Place, articleIds: readonly string[]): void;
}

/** Brings a tab the events of what it watches. */
export interface Feed {
  /** It wants to know, or watches other articles now: what it missed comes first. */
  want(): void;
  /** It wants nothing for now. */
  rest(): void;
  /** The network came or went, or the machine woke. */
  wake(): void;
}

/** A stream of the tab's own: where tabs cannot agree on one. */
export class OwnFeed implements Feed {
  private readonly host: FeedHost;
  private readonly stream: EventStream;

  constructor(host: FeedHost) {
    this.host = host;
    this.stream = new EventStream(host);
  }

  want(): void {
    this.stream.follow(this.host.places());
  }

  rest(): void {
    this.stream.close();
  }

  wake(): void {
    this.stream.wake();
  }
}
