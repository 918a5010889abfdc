import type { Words } from '#components/ui/words.ts';
import type { TallyView } from '#lib/assessment/schema.ts';
import { type Bar, spread, WHOLE } from '#lib/verdict/spread.ts';

interface TallyWords {
  card: Words<'card'>;
  verdict: Words<'verdict'>;
}

/**
 * The spread of the verdicts that people gave: a picture, and the same in words. Those without a source stand apart, hollow
 * and below: they decide nothing.
 */
export function Tally({ tally, words }: { tally: TallyView; words: TallyWords }) {
  const { sourced, unsourced } = spread(tally);
  return (
    <div className="tally" tabIndex={-1}>
      <Part bar={sourced} title={words.card('tallySourced', { n: sourced.total })} words={words} />
      <Part
        bar={unsourced}
        title={words.card('tallyUnsourced', { n: unsourced.total })}
        words={words}
        beside={sourced.total}
      />
    </div>
  );
}

/** A number stands in its piece of the bar from this size on, of {@link WHOLE}. */
const ROOM_FOR_NUMBER = 110;
const percent = (units: number) => `${(units * 100) / WHOLE}%`;

interface PartProps {
  bar: Bar;
  title: string;
  words: TallyWords;
  /** Of those that decide nothing: how many stand above them. Fewer are drawn shorter. */
  beside?: number;
}

/** The least length of a bar that is drawn shorter, of all: it has to be seen. */
const SHORTEST = 0.08;

/** A bar; the line of words below it says the same, in the same order. */
function Part({ bar, title, words, beside }: PartProps) {
  if (bar.total === 0) return null;
  const apart = beside !== undefined;
  const length = apart && beside > bar.total ? Math.max(SHORTEST, bar.total / beside) : 1;
  return (
    <div className={apart ? 'tally-part apart' : 'tally-part'}>
      <p className="small">{title}</p>
      <svg
        className="tally-bar"
        width={percent(Math.round(length * WHOLE))}
        height={apart ? 8 : 18}
        aria-hidden="true"
      >
        {bar.segments.map(({ verdict, n, start, size }) => (
          <g key={verdict} className={`v-${verdict}`}>
            <rect x={percent(start)} width={percent(size)} height="100%" rx="2" />
            {!apart && size >= ROOM_FOR_NUMBER ? (
              <text x={percent(start + size / 2)} y="13">
                {n}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
      <ul className="tally-legend">
        {bar.segments.map(({ verdict, n, percent: share }) => (
          <li key={verdict} className={`pic v-${verdict}`}>
            <span>{words.verdict(verdict)}</span> <b className="num">{n}</b>
            {apart ? null : (
              <>
                {' '}
                <span className="small num">{words.card('tallyShare', { percent: share })}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
