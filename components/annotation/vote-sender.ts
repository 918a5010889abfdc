import { request } from '#components/api/request.ts';
import type { SourceVotes } from '#lib/evidence/schema.ts';

type Mine = -1 | 0 | 1;

/** The votes as they would be with another one of mine. */
export function revoted({ useful, notUseful, mine }: SourceVotes, next: Mine): SourceVotes {
  return {
    useful: useful - Number(mine === 1) + Number(next === 1),
    notUseful: notUseful - Number(mine === -1) + Number(next === -1),
    mine: next,
  };
}

interface Voting {
  show(votes: SourceVotes): void;
  /** It stands, on the server too. */
  done(votes: SourceVotes): void;
  failed(error: unknown): void;
}

/** Shows a vote at once and tells the server; what that refuses is taken back. Of several presses the last one counts. */
export class VoteSender {
  /** By source: what is wished, while it is on its way. */
  private readonly wished = new Map<string, Mine>();

  async press(sourceId: string, votes: SourceVotes, pressed: 1 | -1, to: Voting): Promise<void> {
    const value: Mine = votes.mine === pressed ? 0 : pressed;
    const isOnItsWay = this.wished.has(sourceId);
    this.wished.set(sourceId, value);
    to.show(revoted(votes, value));
    if (!isOnItsWay) await this.send(sourceId, votes, to);
  }

  private async send(sourceId: string, before: SourceVotes, to: Voting): Promise<void> {
    let known = before;
    try {
      for (let value = this.wished.get(sourceId); value !== undefined; ) {
        const { data } = await request<SourceVotes>('PUT', `/api/sources/${sourceId}/vote`, { value });
        known = data;
        const next = this.wished.get(sourceId);
        if (next === value) break;
        value = next;
      }
      to.done(known);
    } catch (error) {
      to.failed(error);
    }
    this.wished.delete(sourceId);
    to.show(known);
  }
}
