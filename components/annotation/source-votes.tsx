import type { Words } from '#components/ui/words.ts';
import type { SourceVotes as Votes } from '#lib/evidence/schema.ts';

/** How many find a source useful, for whoever only reads. */
export function SourceVotesTold({ votes, words }: { votes: Votes; words: Words<'card'> }) {
  const of = votes.useful + votes.notUseful;
  if (of === 0) return null;
  return <p className="small">{words('usefulTold', { n: votes.useful, of })}</p>;
}

interface SourceVotesProps {
  sourceId: string;
  votes: Votes;
  words: Words<'card'>;
  /** Left out where the page's own script listens (components/claim/source-voting.tsx). */
  onVote?: (pressed: 1 | -1) => void;
}

/** The two buttons. Pressed again, one is taken back. */
export function SourceVotes({ sourceId, votes, words, onVote }: SourceVotesProps) {
  const both = [
    { value: 1, label: words('useful'), n: votes.useful },
    { value: -1, label: words('notUseful'), n: votes.notUseful },
  ] as const;
  return (
    <div className="useful" role="group" aria-label={words('isUseful')} data-source={sourceId}>
      {both.map(({ value, label, n }) => (
        <button
          key={value}
          type="button"
          data-vote={value}
          aria-pressed={votes.mine === value}
          onClick={onVote && (() => onVote(value))}
        >
          {label} <span className="num">{n > 0 ? n : ''}</span>
        </button>
      ))}
    </div>
  );
}
