import type { ReactNode } from 'react';
import { LabelChips } from '#components/label/label-chips.tsx';
import { LabelTags } from '#components/label/label-tags.tsx';
import { RulingBrief } from '#components/ruling/ruling-brief.tsx';
import { Button } from '#components/ui/button.tsx';
import { Time } from '#components/ui/time.tsx';
import type { Words } from '#components/ui/words.ts';
import { Tally } from '#components/verdict/tally.tsx';
import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { AssessmentView } from '#lib/assessment/schema.ts';
import type { SourceView } from '#lib/evidence/schema.ts';
import { voicesOf } from '#lib/evidence/voices.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { Assessments } from './assessments.tsx';
import { Carried } from './carried.tsx';
import { Comments } from './comments.tsx';
import { FamilyLine } from './family-line.tsx';
import { Folded } from './folded.tsx';
import { gist, lookOf } from './passage.ts';
import { Sources } from './sources.tsx';

export interface CardWords {
  locale: Locale;
  card: Words<'card'>;
  verdict: Words<'verdict'>;
}

/** What of a card only somebody who takes part can use. */
export interface CardParts {
  /** Shows what others made of the claim. */
  reveal?: ReactNode;
  /** Says whether an assessment helps. */
  rate?(assessment: AssessmentView): ReactNode;
  /** Says whether a source is useful; null where it is one's own. */
  votesOn?(source: SourceView): ReactNode;
  /** What can be done where the page of a source could not be had. */
  again?(source: SourceView): ReactNode;
}

interface CardProps {
  annotation: AnnotationDetail;
  words: CardWords;
  /** The labels, where the reader can put them on. */
  labels?: ReactNode;
  parts?: CardParts | undefined;
  /** What the reader can do with it. */
  children?: ReactNode;
}

/**
 * An annotation in the margin. At rest it says what it shows and of what; active it shows all that people laid beside
 * it. Which of the two is CSS: the margin script sets `data-active`, and without it everything is there to be read.
 */
export function Card(props: CardProps) {
  const { id, anchor } = props.annotation;
  return (
    <article
      className={`card v-${lookOf(props.annotation)}`}
      id={`annotation-${id}`}
      data-annotation={id}
      data-span={anchor.start === null ? undefined : `${anchor.start} ${anchor.end}`}
      tabIndex={-1}
      aria-labelledby={`annotation-${id}-gist`}
    >
      <CardInside {...props} />
    </article>
  );
}

/** All that is in a card. */
export function CardInside({ annotation, words, parts, labels, children }: CardProps) {
  const { id, kind, verdict, anchor } = annotation;
  return (
    <>
      <Button className="card-handle" aria-label={words.card('close')} data-close="" />
      <header className="card-head">
        <VerdictLabel shown={lookOf(annotation)} words={words.verdict} />
        {verdict?.basis === 'ruling' ? <span className="small">· {words.card('ruling')}</span> : null}
        {annotation.ruling?.putRight ? <span className="tag">{words.card('putRightTag')}</span> : null}
        {needsLook(annotation) ? <span className="tag bad">{words.card('needsLook')}</span> : null}
        {anchor.state === 'changed' ? <span className="tag">{words.card('passageChanged')}</span> : null}
        <LabelTags chosen={annotation.labels.chosen} locale={words.locale} />
        {annotation.state === 'withdrawn' ? <span className="tag">{words.card('withdrawn')}</span> : null}
      </header>
      <p
        className={kind === 'remark' ? 'statement said-short' : 'statement'}
        id={`annotation-${id}-gist`}
        dir="auto"
      >
        <a href={`#annotation-${id}`}>{gist(annotation)}</a>
      </p>
      <Carried annotation={annotation} words={words} />
      <div className="card-more">
        <RulingBrief annotation={annotation} words={words} />
        {verdict?.folded ? (
          <Folded annotation={annotation} words={words.card}>
            {parts?.reveal}
          </Folded>
        ) : null}
        {verdict && verdict.tally.total > 0 ? <Tally tally={verdict.tally} words={words} /> : null}
        {labels || <LabelChips labels={annotation.labels} locale={words.locale} words={words.card} />}
        <Sources
          sources={annotation.sources}
          words={words.card}
          locale={words.locale}
          votesOn={parts?.votesOn}
          again={parts?.again}
        />
        <Assessments annotation={annotation} words={words} rate={parts?.rate} />
        <Comments comments={annotation.comments} words={words} />
      </div>
      <FamilyLine annotation={annotation} words={words} />
      <CardMeta annotation={annotation} words={words} />
      <CardOrigin annotation={annotation} words={words} />
      {children ? <div className="card-actions">{children}</div> : null}
    </>
  );
}

/** Said where nothing else on the card at rest says it: a passage that changed has words of its own. */
function needsLook({ verdict, anchor }: AnnotationDetail): boolean {
  return verdict?.state === 'needs-look' && anchor.state !== 'changed' && anchor.state !== 'orphaned';
}

function CardMeta({ annotation, words }: { annotation: AnnotationDetail; words: CardWords }) {
  const { counts, kind } = annotation;
  const lonely = kind === 'claim' && counts.sources === 0;
  return (
    <p className="card-meta">
      {kind === 'claim' ? <span>{howManySources(annotation, words)}</span> : null}
      {counts.assessments > 0 ? <span>{words.card('assessments', { n: counts.assessments })}</span> : null}
      {counts.comments > 0 ? (
        <a href={`/claims/${annotation.id}#discussion`}>{words.card('comments', { n: counts.comments })}</a>
      ) : null}
      {lonely && annotation.verdict?.shown === 'open' ? (
        <a href={`/claims/${annotation.id}`}>{words.card('helpCheck')}</a>
      ) : null}
    </p>
  );
}

/** How many sources there are, and how many voices where that is fewer. */
function howManySources({ sources, counts }: AnnotationDetail, words: CardWords): string {
  const voices = voicesOf(sources).length;
  if (voices === counts.sources) return words.card('sources', { n: counts.sources });
  return words.card('voices', { sources: counts.sources, n: voices });
}

function CardOrigin({ annotation, words }: { annotation: AnnotationDetail; words: CardWords }) {
  return (
    <p className="card-origin">
      <a href={`/people/${annotation.author.handle}`}>{annotation.author.name}</a>
      <a href={`/claims/${annotation.id}`} className="permalink">
        <Time value={annotation.createdAt} locale={words.locale} />
      </a>
      {annotation.editedAt ? <span>{words.card('edited')}</span> : null}
      {annotation.target.revision < annotation.anchor.revision ? (
        <span>{words.card('ofRevision', { n: annotation.target.revision })}</span>
      ) : null}
    </p>
  );
}
