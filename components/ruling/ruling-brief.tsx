import type { CardWords } from '#components/annotation/card.tsx';
import { Time } from '#components/ui/time.tsx';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { PutRight, RulingFacts } from './ruling-facts.tsx';

/** What checkers found, at the head of a card: the finding, by whom, and what happened to it last. */
export function RulingBrief({ annotation, words }: { annotation: AnnotationDetail; words: CardWords }) {
  const { ruling, anchor } = annotation;
  if (!ruling) return null;
  const last = ruling.changes.at(-1);
  return (
    <section className="ruling-brief" aria-label={words.card('rulingHeading')}>
      {ruling.state === 'published' && ruling.summary ? <p dir="auto">{ruling.summary}</p> : null}
      <PutRight ruling={ruling} words={words} />
      {last ? (
        <p className="small" dir="auto">
          <b>{words.card(`change.${last.kind}`)}</b> <Time value={last.at} locale={words.locale} />:{' '}
          {last.reason}
        </p>
      ) : null}
      <RulingFacts ruling={ruling} newest={anchor.revision} words={words} />
      <p className="small">
        <a href={`/claims/${annotation.id}#ruling`}>{words.card('wholeRuling')}</a>
      </p>
    </section>
  );
}
