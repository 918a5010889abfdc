import type { Feed, FeedHost } from './feed.ts';
import { Leader } from './leader.ts';
import { CHANNEL, type FromLeader, type FromTab, LOCK } from './tab-messages.ts';

/** How often tabs and leader show that they live, in milliseconds. */
const PULSE = 10_000;
/** A leader that was silent for so long sleeps, or is stuck: another takes its place. */
const SILENCE = 25_000;
/** How soon it has to answer somebody who comes. */
const ANSWER = 8_000;

/**
 * One stream for all tabs of a browser: over HTTP/1.1 a browser opens six connections to a host, and eight tabs with a
 * stream each could load nothing any more. Whoever holds a lock leads and holds the stream; the others tell it what they
 * want, and hear from it. The lock of a tab that closes goes to the next.
 */
export class SharedFeed implements Feed {
  private readonly host: FeedHost;
  private readonly tab = crypto.randomUUID();
  private channel: BroadcastChannel | null = null;
  private leader: Leader | null = null;
  /** Ends the wish to lead, or the leading. */
  private candidacy: AbortController | null = null;
  private pulse: ReturnType<typeof setInterval> | undefined;
  private pulsedAt = 0;
  /** When something of the leader has to be heard at the latest. */
  private deadline = 0;
  private joined = false;

  /** Web Locks are there in secure contexts only. */
  static isPossible(): boolean {
    return typeof BroadcastChannel === 'function' && navigator.locks !== undefined;
  }

  constructor(host: FeedHost) {
    this.host = host;
  }

  want(): void {
    if (!this.channel) {
      this.channel = new BroadcastChannel(CHANNEL);
      this.channel.onmessage = ({ data }) => this.hear(data);
      this.pulsedAt = Date.now();
      this.pulse = setInterval(() => this.beat(), PULSE);
      this.stand();
    }
    this.sayWhat();
  }

  rest(): void {
    if (!this.channel) return;
    clearInterval(this.pulse);
    this.post({ type: 'leave', tab: this.tab });
    this.resign();
    this.channel.close();
    this.channel = null;
  }

  wake(): void {
    this.leader?.wake();
    // Another tab has the stream: it hears by itself that the network is back. It may not have lived through the sleep.
    if (this.channel && !this.leader) this.deadline = Math.min(this.deadline, Date.now() + ANSWER);
  }

  /** Waits for the lock. `steal` takes it from whoever has it and does not answer. */
  private stand(steal = false): void {
    const candidacy = new AbortController();
    this.candidacy = candidacy;
    const { signal } = candidacy;
    const lead = () => (signal.aborted ? undefined : this.lead(signal));
    const lock = navigator.locks.request(LOCK, steal ? { steal } : { signal }, lead);
    // Called off, or taken away by somebody who thought us dead: back to the end of the line.
    lock.catch(() => {
      if (signal.aborted) return;
      this.resign();
      if (this.channel) this.stand();
    });
  }

  /** Leads until it resigns. */
  private lead(signal: AbortSignal): Promise<void> {
    this.leader = new Leader((message) => this.tell(message));
    this.tell({ type: 'lead' });
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
  }

  private resign(): void {
    this.candidacy?.abort();
    this.leader?.close();
    this.leader = null;
  }

  private sayWhat(): void {
    this.joined = false;
    this.deadline = Date.now() + ANSWER;
    this.post({ type: 'want', tab: this.tab, wants: this.host.places() });
  }

  private beat(): void {
    const late = Date.now() - this.pulsedAt > 2 * PULSE;
    this.pulsedAt = Date.now();
    if (this.leader) {
      this.leader.still(this.tab);
      this.leader.forgetLost();
      return this.tell({ type: 'alive' });
    }
    this.post({ type: 'still', tab: this.tab });
    // After a sleep everybody was silent.
    if (late) this.deadline = Date.now() + SILENCE;
    if (Date.now() < this.deadline) return;
    this.deadline = Date.now() + SILENCE;
    this.candidacy?.abort();
    this.stand(true);
  }

  /** To the leader, which may be this tab. */
  private post(message: FromTab): void {
    if (this.leader) this.lookAfter(message);
    else this.channel?.postMessage(message);
  }

  /** To all tabs, this one too. */
  private tell(message: FromLeader): void {
    this.channel?.postMessage(message);
    this.follow(message);
  }

  private hear(message: FromLeader | FromTab): void {
    if (message.type === 'want' || message.type === 'still' || message.type === 'leave')
      this.lookAfter(message);
    else if (!this.leader) this.follow(message);
  }

  private lookAfter(message: FromTab): void {
    const { leader } = this;
    if (!leader) return;
    if (message.type === 'leave') leader.leave(message.tab);
    else if (message.type === 'want') leader.want(message.tab, message.wants);
    else if (!leader.still(message.tab)) this.tell({ type: 'who', tab: message.tab });
    if (message.type === 'want' && message.tab !== this.tab) this.tell({ type: 'alive' });
  }

  private follow(message: FromLeader): void {
    this.deadline = Date.now() + SILENCE;
    const { type } = message;
    if (type === 'lead' || (type === 'who' && message.tab === this.tab)) this.sayWhat();
    else if (type === 'event') this.host.onEvent(message.event);
    else if (type === 'reset') this.host.onReset(message.articleIds);
    else if (type === 'place') {
      this.joined ||= message.joined.includes(this.tab);
      // Who has not joined may have missed something before it.
      if (this.joined) this.host.onPlace(message.place, message.articleIds);
    }
  }
}
