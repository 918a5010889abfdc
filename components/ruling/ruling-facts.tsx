import { Time } from '#components/ui/time.tsx';
import type { Words } from '#components/ui/words.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { RulingView } from '#lib/ruling/schema.ts';

interface RulingFactsProps {
  ruling: RulingView;
  /** The newest revision of the article. */
  newest: number;
  words: { locale: Locale; card: Words<'card'> };
}

/** By whom a ruling is, since when, and of what it spoke. */
export function RulingFacts({ ruling, newest, words: { locale, card } }: RulingFactsProps) {
  const { author, approver, publishedAt, revision, current } = ruling;
  return (
    <p className="small ruling-facts">
      <span>
        {card.rich('ruledBy', {
          name: author.name,
          person: (name) => <a href={`/people/${author.handle}`}>{name}</a>,
        })}
      </span>
      <Time value={publishedAt} locale={locale} />
      {approver ? (
        <span>
          {card.rich('approvedBy', {
            name: approver.name,
            person: (name) => <a href={`/people/${approver.handle}`}>{name}</a>,
          })}
        </span>
      ) : null}
      {revision < newest ? <span>{card('ofRevision', { n: revision })}</span> : null}
      {current ? null : <span className="tag">{card('earlierWording')}</span>}
    </p>
  );
}

const HOUR = 3600;
const DAY = 24 * HOUR;

/** That the article put right what the ruling found, and how long that took. */
export function PutRight({ ruling, words: { card } }: Pick<RulingFactsProps, 'ruling' | 'words'>) {
  const { putRight } = ruling;
  if (!putRight) return null;
  const { revision: n, seconds } = putRight;
  if (seconds === null) return <p className="put-right">{card('putRight.before', { n })}</p>;
  return (
    <p className="put-right">
      {seconds < DAY
        ? card('putRight.hours', { n, hours: Math.floor(seconds / HOUR) })
        : card('putRight.days', { n, days: Math.floor(seconds / DAY) })}
    </p>
  );
}
