import { Fragment, type ReactNode } from 'react';
import { Time } from '#components/ui/time.tsx';
import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { AssessmentView } from '#lib/assessment/schema.ts';
import type { SourceView } from '#lib/evidence/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { totalOf } from '#lib/verdict/ratings.ts';
import { isBeforeChange } from './before-change.ts';
import type { CardWords } from './card.tsx';
import { RichText } from './rich-text.tsx';
import { shortAddress } from './sources.tsx';
import { Standing } from './standing.tsx';

/**
 * Who judged how and why. Those who gave no reason share one line: the tally has counted them already. What ratings make of
 * them, and rating them, is a click away.
 */
export function Assessments({
  annotation: { assessments, sources, anchor },
  words,
  rate,
}: {
  annotation: AnnotationDetail;
  words: CardWords;
  /** How the reader can say whether one helps; nothing for a guest. */
  rate?: ((assessment: AssessmentView) => ReactNode) | undefined;
}) {
  if (assessments.length === 0) return null;
  const reasoned = assessments.filter(({ rationaleText }) => rationaleText);
  const silent = assessments.filter(({ rationaleText }) => !rationaleText);
  return (
    <div className="card-part" role="group" aria-label={words.card('assessmentsHeading')}>
      {reasoned.length > 0 ? (
        <ul className="assessments">
          {reasoned.map((assessment) => (
            <Assessment
              key={assessment.id}
              assessment={assessment}
              sources={sources}
              anchor={anchor}
              words={words}
            >
              {rate?.(assessment)}
            </Assessment>
          ))}
        </ul>
      ) : null}
      {silent.length > 0 ? (
        <p className="small silent">
          {words.card('withoutRationale')}
          {silent.map((assessment, at) => (
            <Fragment key={assessment.id}>
              {at > 0 ? ', ' : null}
              <a href={`/people/${assessment.author.handle}`}>{assessment.author.name}</a> (
              {[words.verdict(assessment.verdict), ...spokeOf(assessment, anchor, words)].join(', ')})
            </Fragment>
          ))}
        </p>
      ) : null}
      <Silent assessments={silent} words={words} rate={rate} />
    </div>
  );
}

interface SilentProps {
  assessments: readonly AssessmentView[];
  words: CardWords;
  rate: ((assessment: AssessmentView) => ReactNode) | undefined;
}

/** One by one, where they can be rated or somebody has: a bare verdict is rated like any other. */
function Silent({ assessments, words, rate }: SilentProps) {
  const given = assessments.map((assessment) => ({ assessment, rating: rate?.(assessment) ?? null }));
  const canRate = given.some(({ rating }) => rating !== null);
  const told = given.filter(({ assessment, rating }) => rating !== null || totalOf(assessment.ratings) > 0);
  if (told.length === 0) return null;
  return (
    <details className="silent-more">
      <summary>{words.card(canRate ? 'rateSilent' : 'silentFound', { n: told.length })}</summary>
      <ul>
        {told.map(({ assessment, rating }) => (
          <li key={assessment.id} id={`assessment-${assessment.id}`}>
            <b>{assessment.author.name}</b>
            <Standing assessment={assessment} words={words.card} />
            {rating}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Of what a verdict spoke, where that is not what stands there now, and whether its author had seen the others. */
function spokeOf(
  assessment: AssessmentView,
  anchor: AnnotationDetail['anchor'],
  { card }: CardWords,
): string[] {
  return [
    ...(assessment.revision < anchor.revision ? [card('ofRevision', { n: assessment.revision })] : []),
    ...(assessment.current ? [] : [card('earlierWording')]),
    ...(isBeforeChange(assessment, anchor) ? [card('beforeChange')] : []),
    ...(assessment.sawTally ? [card('sawTally')] : []),
  ];
}

export function Assessment({
  assessment,
  sources,
  anchor,
  words,
  children,
}: {
  assessment: AssessmentView;
  sources: SourceView[];
  /** Where the claim stands now. */
  anchor: AnnotationDetail['anchor'];
  words: CardWords;
  /** What the reader can do with it. */
  children?: ReactNode;
}) {
  const { author, verdict, rationale, rationaleText, current, createdAt } = assessment;
  // Where there is one source only, nobody asks which one it was.
  const restsOn = sources.length > 1 ? sources.filter(({ id }) => assessment.sourceIds.includes(id)) : [];
  return (
    <li id={`assessment-${assessment.id}`}>
      <p className="who">
        <VerdictLabel shown={verdict} words={words.verdict} />
        <a href={`/people/${author.handle}`}>{author.name}</a>
        <Time value={createdAt} locale={words.locale} />
        {current ? null : <span className="tag">{words.card('earlierWording')}</span>}
        {assessment.revision < anchor.revision ? (
          <span>{words.card('ofRevision', { n: assessment.revision })}</span>
        ) : null}
        {isBeforeChange(assessment, anchor) ? (
          <span className="tag">{words.card('beforeChange')}</span>
        ) : null}
        {assessment.sawTally ? <span>{words.card('sawTally')}</span> : null}
      </p>
      {rationale ? (
        <RichText body={rationale} />
      ) : rationaleText ? (
        <p className="said">{rationaleText}</p>
      ) : null}
      {restsOn.length > 0 ? (
        <p className="small rests">
          {restsOn.map(({ id, title, url }, at) => (
            <Fragment key={id}>
              {at > 0 ? ' · ' : '→ '}
              <a href={`#source-${id}`}>{title ?? shortAddress(url)}</a>
            </Fragment>
          ))}
        </p>
      ) : null}
      <Standing assessment={assessment} words={words.card} />
      {children}
    </li>
  );
}
