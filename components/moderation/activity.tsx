import type { AuthorFacts } from '#lib/moderation/queue/schema.ts';

const WIDTH = 10;
const GAP = 2;
const HEIGHT = 40;
/** A day without a comment is a line on the ground. */
const GROUND = 1;

/** Comments a day as bars, the last one today; what was put away stands at the foot of its bar. */
export function Activity({ days, label }: { days: AuthorFacts['days']; label: string }) {
  const most = Math.max(1, ...days.map(({ comments }) => comments));
  const high = (n: number) => (n / most) * (HEIGHT - GROUND);
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${days.length * (WIDTH + GAP) - GAP} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {days.map(({ comments, away }, day) => (
        <g key={day} transform={`translate(${day * (WIDTH + GAP)} 0)`}>
          <rect y={HEIGHT - GROUND - high(comments)} width={WIDTH} height={GROUND + high(comments)} />
          {away > 0 ? (
            <rect className="bad" y={HEIGHT - high(away)} width={WIDTH} height={high(away)} />
          ) : null}
        </g>
      ))}
    </svg>
  );
}
