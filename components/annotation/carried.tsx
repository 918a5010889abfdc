import { Time } from '#components/ui/time.tsx';
import type { Words } from '#components/ui/words.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { WordDiff } from './word-diff.tsx';

const DAY = 86_400_000;

interface CarriedProps {
  annotation: AnnotationDetail;
  words: { locale: Locale; card: Words<'card'> };
}

/** What became of the marked words in later revisions; nothing while they stand. */
export function Carried({ annotation, words }: CarriedProps) {
  const { anchor, target, counts } = annotation;
  const n = anchor.since;
  if (anchor.state === 'orphaned') {
    // The context is cut by its length: of the words that it begins and ends with a part may be missing.
    return (
      <div className="carried">
        <p>{words.card(anchor.places.length > 0 ? 'carried.ambiguous' : 'carried.orphaned', { n })}</p>
        <blockquote dir="auto">
          <span className="soft">…{target.prefix.replace(/^\S+\s+/u, '')}</span>
          <mark>{target.exact}</mark>
          <span className="soft">{target.suffix.replace(/\s+\S+$/u, '')}…</span>
        </blockquote>
      </div>
    );
  }
  if (anchor.state === 'moved') {
    return (
      <div className="carried">
        <p>{words.card('carried.moved', { n })}</p>
      </div>
    );
  }
  if (anchor.words === null) return null;
  if (anchor.state === 'edited') {
    return (
      <div className="carried">
        <p>{words.card('carried.edited', { n })}</p>
        <blockquote>
          <WordDiff before={target.exact} after={anchor.words} />
        </blockquote>
      </div>
    );
  }
  const checked = counts.assessments > 0;
  return (
    <div className="carried changed">
      <p>
        <b>{words.card(checked ? 'carried.changedChecked' : 'carried.changed')}</b>{' '}
        {anchor.sinceAt &&
          words.card.rich('carried.changedIn', {
            n,
            at: () => <Time value={anchor.sinceAt ?? ''} locale={words.locale} />,
          })}
      </p>
      <blockquote>
        <WordDiff before={target.exact} after={anchor.words} />
      </blockquote>
      <Stood annotation={annotation} words={words} />
    </div>
  );
}

/** Of a claim that shows that it was wrong: how long that stood once it had been marked. */
function Stood({ annotation, words }: CarriedProps) {
  const { anchor, verdict, createdAt } = annotation;
  if (!anchor.sinceAt || (verdict?.shown !== 'false' && verdict?.shown !== 'misleading')) return null;
  const days = Math.floor(Math.max(0, Date.parse(anchor.sinceAt) - Date.parse(createdAt)) / DAY);
  return <p>{words.card('carried.stood', { days })}</p>;
}
