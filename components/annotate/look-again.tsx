'use client';

import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { isBeforeChange } from '#components/annotation/before-change.ts';
import { request } from '#components/api/request.ts';
import { SubmitProblem } from '#components/form/form-parts.tsx';
import { useSubmit } from '#components/form/use-submit.ts';
import { announce, announceQuietly } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import type { AssessmentView } from '#lib/assessment/schema.ts';
import type { SourceView } from '#lib/evidence/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { mayEdit, othersTookPart, ownOf } from './own.ts';
import { useVerdict } from './verdict-form.tsx';
import { useWorkspace } from './workspace-context.tsx';

/** What a new revision, and the loss of evidence, ask of those who marked and judged a passage. */
export function LookAgain({ annotation }: { annotation: AnnotationDetail }) {
  const { viewer } = useWorkspace();
  const { state } = annotation.anchor;
  const edits = mayEdit(annotation, viewer);
  const own = ownOf(annotation, viewer.handle).assessment;
  const judged = own?.current && isBeforeChange(own, annotation.anchor);
  return (
    <>
      {state === 'changed' && edits && <StillHolds annotation={annotation} />}
      {state === 'orphaned' && edits && <Reattach annotation={annotation} />}
      {judged && <JudgedBefore annotation={annotation} />}
      {own?.current && <EvidenceLost annotation={annotation} own={own} />}
    </>
  );
}

type Target = { exact: string; start: number; end: number };

/** Marks other words for an annotation, as its editing form does it. */
function useMarkAnew(annotation: AnnotationDetail) {
  const t = useTranslations('annotate');
  const { put } = useWorkspace();
  const submit = useSubmit();
  const mark = (target: Target, said: 'attached' | 'stillHeld') =>
    submit.run(async () => {
      const { data } = await request<AnnotationDetail>('PATCH', `/api/annotations/${annotation.id}`, {
        target: { ...target, revision: annotation.anchor.revision },
        version: annotation.version,
      });
      // Its card may stand somewhere else now: it is there before the page goes to it.
      flushSync(() => put(data));
      announce(t(data.wording > annotation.wording ? 'editedReworded' : said));
      history.replaceState(history.state, '', `#annotation-${annotation.id}`);
      dispatchEvent(new HashChangeEvent('hashchange'));
    });
  return { submit, mark };
}

function StillHolds({ annotation }: { annotation: AnnotationDetail }) {
  const t = useTranslations('annotate');
  const { submit, mark } = useMarkAnew(annotation);
  const { start, end, words } = annotation.anchor;
  if (start === null || end === null || words === null) return null;
  return (
    <div className="reworded">
      <p>
        {t(annotation.kind === 'claim' ? 'changedAsk' : 'changedAskRemark')}{' '}
        {othersTookPart(annotation) && t('changedReword')}
      </p>
      <Button
        look="primary"
        busy={submit.busy}
        onClick={() => void mark({ exact: words, start, end }, 'stillHeld')}
      >
        {t('stillHolds')}
      </Button>
      <SubmitProblem submit={submit} />
    </div>
  );
}

/** Units of context shown around a place that is offered. */
const AROUND = 40;

/** Fewer words stand in any text by chance. */
const TELLING = 12;
const MOST_PLACES = 5;

/** Where it may belong: the places that are equally good, or else those where the very same words stand. */
function placesFor({ anchor, target }: AnnotationDetail, text: string): AnnotationDetail['anchor']['places'] {
  if (anchor.places.length > 0) return anchor.places;
  const { exact } = target;
  const places = [];
  if (exact.length >= TELLING) {
    for (
      let at = text.indexOf(exact);
      at >= 0 && places.length < MOST_PLACES;
      at = text.indexOf(exact, at + 1)
    )
      places.push({ start: at, end: at + exact.length });
  }
  return places;
}

/** An annotation whose words are gone, or in several places, is given a place by who may edit it. */
function Reattach({ annotation }: { annotation: AnnotationDetail }) {
  const t = useTranslations('annotate');
  const { chooseSpan, text } = useWorkspace();
  const { submit, mark } = useMarkAnew(annotation);
  const places = useMemo(() => placesFor(annotation, text), [annotation, text]);

  async function choose() {
    announceQuietly(t('spanAgainHelp'));
    const selected = await chooseSpan();
    if (!selected) return;
    const { exact, start, end } = selected;
    await mark({ exact, start, end }, 'attached');
  }

  return (
    <div className="reworded">
      <p>{t(places.length > 1 ? 'whichPlace' : places.length > 0 ? 'thisPlace' : 'reattachAsk')}</p>
      {places.length > 0 && (
        <ul className="places">
          {places.map(({ start, end }) => {
            const exact = text.slice(start, end);
            return (
              <li key={start}>
                <q dir="auto">
                  …{text.slice(Math.max(0, start - AROUND), start).toWellFormed()}
                  <b>{exact}</b>
                  {text.slice(end, end + AROUND).toWellFormed()}…
                </q>
                <Button
                  busy={submit.busy}
                  aria-label={t('hereNamed', { words: text.slice(end, end + AROUND).trim() || exact })}
                  onClick={() => void mark({ exact, start, end }, 'attached')}
                >
                  {t('here')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <Button look={places.length > 0 ? 'quiet' : 'primary'} onClick={() => void choose()}>
        {t('reattach')}
      </Button>
      <SubmitProblem submit={submit} />
    </div>
  );
}

/** One's own verdict on words that say something else now: it stands for the old ones until it is given anew. */
function JudgedBefore({ annotation }: { annotation: AnnotationDetail }) {
  const t = useTranslations('annotate');
  const { viewer } = useWorkspace();
  const { assessment } = ownOf(annotation, viewer.handle);
  const { submit, give } = useVerdict(annotation, assessment);
  if (!assessment) return null;
  const { verdict, rationale, sourceIds } = assessment;
  return (
    <div className="reworded">
      <p>{t('judgedBefore', { n: assessment.revision })}</p>
      <Button busy={submit.busy} onClick={() => void give({ verdict, rationale, sourceIds })}>
        {t('confirm')}
      </Button>
      <SubmitProblem submit={submit} />
    </div>
  );
}

/** One's own verdict rests on a source that held when it was given and does not now. */
function EvidenceLost({ annotation, own }: { annotation: AnnotationDetail; own: AssessmentView }) {
  const t = useTranslations('annotate');
  const { submit, give } = useVerdict(annotation, own);
  const lost = lostSince(own, annotation.sources);
  if (lost.length === 0) return null;
  const { verdict, rationale, sourceIds } = own;
  return (
    <div className="reworded">
      <p>{t('evidenceLost', { n: lost.length, hosts: lost.map(({ host }) => host).join(', ') })}</p>
      <Button busy={submit.busy} onClick={() => void give({ verdict, rationale, sourceIds })}>
        {t('confirm')}
      </Button>
      <SubmitProblem submit={submit} />
    </div>
  );
}

/** The sources that a verdict rests on and that were lost since it was given. */
function lostSince(own: AssessmentView, sources: readonly SourceView[]): SourceView[] {
  const given = Date.parse(own.editedAt ?? own.createdAt);
  return sources.filter(
    ({ id, lostAt }) => lostAt !== null && Date.parse(lostAt) > given && own.sourceIds.includes(id),
  );
}
