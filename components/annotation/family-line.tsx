import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { SHOWN } from '#lib/verdict/verdicts.ts';
import type { CardWords } from './card.tsx';

/** That other claims say the same, and what they show; nothing where there are none. */
export function FamilyLine({
  annotation: { id, family, verdict },
  words,
}: {
  annotation: AnnotationDetail;
  words: CardWords;
}) {
  if (!family) return null;
  // The claim itself says above what it shows.
  const others = SHOWN.flatMap((shown) => {
    const n = (family.shown[shown] ?? 0) - (verdict?.shown === shown ? 1 : 0);
    return n > 0 ? [{ shown, n }] : [];
  });
  return (
    <p className="card-family">
      <a href={`/claims/${id}#family`}>{words.card('family', { n: family.claims - 1 })}</a>{' '}
      <span className="visually-hidden">{words.card('familyShows')}</span>
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
