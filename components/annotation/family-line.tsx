import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { SHOWN } from '#lib/verdict/verdicts.ts';
import type { CardWords } from './card.tsx';

/** That other claims say the same, and what they show; nothing where there are none. */
export function FamilyLine({
  annotation: { id, family },
  words,
}: {
  annotation: AnnotationDetail;
  words: CardWords;
}) {
  if (!family) return null;
  const others = SHOWN.flatMap((shown) => {
    const n = family.shown[shown] ?? 0;
    return n > 0 ? [{ shown, n }] : [];
  });
  return (
    <p className="card-family">
      <a href={`/claims/${id}#family`}>{words.card('family', { n: family.others })}</a>{' '}
      {others.length > 0 ? <span className="visually-hidden">{words.card('familyShows')}</span> : null}
      {others.map(({ shown, n }) => (
        <span key={shown}>
          <VerdictLabel shown={shown} words={words.verdict} />
          {n > 1 ? <span className="num"> {n}</span> : null}{' '}
        </span>
      ))}
      {family.contradictory ? <span className="tag bad">{words.card('contradictory')}</span> : null}
    </p>
  );
}
