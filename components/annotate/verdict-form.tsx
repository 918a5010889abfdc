'use client';

import type { JSONContent } from '@tiptap/core';
import { useCallback, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { RichText } from '#components/annotation/rich-text.tsx';
import { RequestProblem, request } from '#components/api/request.ts';
import { Conflict, type FieldErrors, FormFrame, useFocusOnError } from '#components/form/form-parts.tsx';
import { useDraft } from '#components/form/use-draft.ts';
import { type Submit, useSubmit } from '#components/form/use-submit.ts';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { AssessmentView } from '#lib/assessment/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { Verdict } from '#lib/verdict/verdicts.ts';
import {
  isVerdictDraft,
  RationaleField,
  RestsOn,
  type VerdictDraft,
  VerdictPicker,
} from './verdict-fields.tsx';
import { useWorkspace } from './workspace-context.tsx';

interface Judgement extends VerdictDraft {
  sourceIds: string[];
}

function isJudgement(data: unknown): data is Judgement {
  return isVerdictDraft(data) && Array.isArray((data as Partial<Judgement>).sourceIds);
}

function judgementOf(own: AssessmentView | undefined): Judgement {
  return {
    verdict: own?.verdict ?? null,
    rationale: (own?.rationale as JSONContent | null | undefined) ?? null,
    sourceIds: own?.sourceIds ?? [],
  };
}

interface VerdictFormProps {
  annotation: AnnotationDetail;
  own: AssessmentView | undefined;
  onClose(): void;
}

/** One's own verdict on a claim: given, changed, or taken back. */
export function VerdictForm({ annotation, own, onClose }: VerdictFormProps) {
  const t = useTranslations('annotate');
  const { viewer, articleId } = useWorkspace();
  const place = { personId: viewer.id, articleId, form: `verdict:${annotation.id}` };
  const draft = useDraft(place, judgementOf(own), isJudgement);
  const { submit, current, give, takeBack } = useVerdict(annotation, own);
  const [errors, setErrors] = useState<FieldErrors<'verdict'>>({});
  const box = useRef<HTMLDivElement>(null);
  useFocusOnError(
    errors,
    useCallback(() => box.current, []),
  );
  const { value, change } = draft;
  const done = () => {
    draft.clear();
    onClose();
  };

  function save() {
    const { verdict } = value;
    setErrors(verdict ? {} : { verdict: t('verdictMissing') });
    // A source may have been taken away since the draft was kept.
    const sourceIds = value.sourceIds.filter((id) => annotation.sources.some((source) => source.id === id));
    if (verdict) void give({ ...value, verdict, sourceIds }).then((saved) => saved && done());
  }

  return (
    <div ref={box}>
      <FormFrame
        title={t(own ? 'changeVerdict' : 'yourVerdict')}
        submit={submit}
        submitLabel={t(own ? 'save' : 'saveVerdict')}
        onSubmit={save}
        onClose={onClose}
        restored={draft.restored}
        onDiscard={draft.reset}
        extra={
          own && (
            <Button look="quiet" onClick={() => void takeBack().then((taken) => taken && done())}>
              {t('takeBack')}
            </Button>
          )
        }
      >
        {current && (
          <Conflict onTheirs={() => change(judgementOf(current))}>
            <GivenVerdict assessment={current} />
          </Conflict>
        )}
        <VerdictPicker
          verdict={value.verdict}
          error={errors.verdict}
          onChange={(verdict) => change({ verdict })}
          autoFocus
        />
        <RestsOn
          sources={annotation.sources}
          chosen={value.sourceIds}
          onChange={(sourceIds) => change({ sourceIds })}
        />
        <RationaleField
          value={value.rationale}
          onChange={(rationale) => change({ rationale })}
          onSubmit={save}
        />
      </FormFrame>
    </div>
  );
}

function GivenVerdict({ assessment }: { assessment: AssessmentView }) {
  const words = useTranslations('verdict');
  return (
    <>
      <VerdictLabel shown={assessment.verdict} words={words} />
      {assessment.rationale && <RichText body={assessment.rationale as JSONContent} />}
    </>
  );
}

interface VerdictActions {
  submit: Submit;
  /** What the server has, when it is not what this page knew. */
  current: AssessmentView | null;
  /** Resolves with whether it was done; what went wrong is in `submit`. */
  give(judgement: Judgement & { verdict: Verdict }): Promise<boolean>;
  takeBack(): Promise<boolean>;
}

/** Gives and takes back verdicts, and says what the claim shows after it. */
export function useVerdict(
  { id, anchor }: AnnotationDetail,
  own: AssessmentView | undefined,
): VerdictActions {
  const t = useTranslations('annotate');
  const words = useTranslations('verdict');
  const { reread } = useWorkspace();
  const submit = useSubmit();
  const [current, setCurrent] = useState<AssessmentView | null>(null);
  const path = `/api/annotations/${id}/assessment`;
  const version = (current ?? own)?.version;

  async function give({ verdict, rationale, sourceIds }: Judgement & { verdict: Verdict }) {
    let saved = false;
    await submit.run(async () => {
      try {
        await request('PUT', path, {
          verdict,
          rationale,
          sourceIds,
          revision: anchor.revision,
          ...(version === undefined ? {} : { version }),
        });
      } catch (error) {
        if (error instanceof RequestProblem && error.code === 'edit-conflict')
          setCurrent(error.current as AssessmentView);
        throw error;
      }
      saved = true;
      const { verdict: summary } = await reread(id);
      announce(t('verdictSaved', { verdict: words(verdict), shown: words(summary?.shown ?? 'open') }));
    });
    return saved;
  }

  async function takeBack() {
    let taken = false;
    await submit.run(async () => {
      await request('DELETE', path);
      taken = true;
      const { verdict: summary } = await reread(id);
      announce(t('verdictTakenBack', { shown: words(summary?.shown ?? 'open') }));
    });
    return taken;
  }

  return { submit, current, give, takeBack };
}
