import type { Words } from '#components/ui/words.ts';
import type { TallyView } from '#lib/assessment/schema.ts';

/** The spread of the verdicts that people gave: a picture, and the same in words. */
export function Tally({
  tally,
  words,
}: {
  tally: TallyView;
  words: { card: Words<'card'>; verdict: Words<'verdict'> };
}) {
  const sorted = tally.rows.toSorted((a, b) => b.total - a.total);
  const rows = sorted
    .map(({ verdict, total }) => words.card('tallyRow', { verdict: words.verdict(verdict), n: total }))
    .join(', ');
  return (
    <div className="tally" role="img" aria-label={words.card('tally', { n: tally.total, rows })}>
      {sorted.map(({ verdict, total }) => (
        <div key={verdict} className={`tally-row v-${verdict}`}>
          <span>{words.verdict(verdict)}</span>
          <svg width="100%" height="7" aria-hidden="true">
            <rect className="ground" width="100%" height="7" rx="2" />
            <rect className="amount" width={`${(total / tally.total) * 100}%`} height="7" rx="2" />
          </svg>
          <span className="num">{total}</span>
        </div>
      ))}
    </div>
  );
}
