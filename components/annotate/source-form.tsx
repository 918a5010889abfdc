'use client';

import { useCallback, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { RequestProblem, request } from '#components/api/request.ts';
import { Conflict, FormFrame, useFocusOnError } from '#components/form/form-parts.tsx';
import { useDraft } from '#components/form/use-draft.ts';
import { useSubmit } from '#components/form/use-submit.ts';
import { announce } from '#components/ui/announce.ts';
import type { SourceInput, SourceView } from '#lib/evidence/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import {
  EMPTY_SOURCE,
  isSourceDraft,
  type SourceErrors,
  SourceFields,
  sourceErrors,
  toSourceInput,
} from './source-fields.tsx';
import { useWorkspace } from './workspace-context.tsx';

interface SourceFormProps {
  annotation: AnnotationDetail;
  /** The own source that is edited; a new one without. */
  source?: SourceView;
  onClose(): void;
}

/** Lays a page beside a claim, or changes what was said of one. */
export function SourceForm({ annotation, source, onClose }: SourceFormProps) {
  const t = useTranslations('annotate');
  const { viewer, articleId, reread } = useWorkspace();
  const form = source ? `source:${source.id}` : `source-of:${annotation.id}`;
  const draft = useDraft({ personId: viewer.id, articleId, form }, source ?? EMPTY_SOURCE, isSourceDraft);
  const submit = useSubmit();
  const [errors, setErrors] = useState<SourceErrors>({});
  const [current, setCurrent] = useState<SourceView | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useFocusOnError(
    errors,
    useCallback(() => box.current, []),
  );
  const { value, change } = draft;

  function save() {
    const wrong = sourceErrors(value, t);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    void submit.run(async (submission) => {
      const { url, ...said } = toSourceInput(value);
      if (source) await patch(source, said);
      else
        await request('POST', `/api/annotations/${annotation.id}/sources`, { url, ...said }, { submission });
      draft.clear();
      onClose();
      announce(t(source ? 'sourceChanged' : 'sourceSaved'));
      await reread(annotation.id);
    });
  }

  async function patch({ id, version }: SourceView, changes: Omit<SourceInput, 'url'>) {
    try {
      await request('PATCH', `/api/sources/${id}`, { ...changes, version: current?.version ?? version });
    } catch (error) {
      if (error instanceof RequestProblem && error.code === 'edit-conflict')
        setCurrent(error.current as SourceView);
      throw error;
    }
  }

  return (
    <div ref={box}>
      <FormFrame
        title={t(source ? 'editSource' : 'addSource')}
        submit={submit}
        submitLabel={t(source ? 'save' : 'saveSource')}
        onSubmit={save}
        onClose={onClose}
        restored={draft.restored}
        onDiscard={draft.reset}
      >
        {current && (
          <Conflict
            onTheirs={() => {
              const { stance, kind, quote, note, archiveUrl } = current;
              change({ stance, kind, quote, quoteStart: null, note, archiveUrl });
            }}
          >
            <p>
              {t(current.stance)} {current.kind && `(${t(`sourceKinds.${current.kind}`)})`}{' '}
              {current.quote && <q dir="auto">{current.quote}</q>}
            </p>
            <p dir="auto">{current.note}</p>
          </Conflict>
        )}
        <SourceFields draft={value} errors={errors} onChange={change} fixedUrl={Boolean(source)} autoFocus />
      </FormFrame>
    </div>
  );
}
