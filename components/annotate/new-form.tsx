'use client';

import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { request } from '#components/api/request.ts';
import { Composer } from '#components/editor/composer.tsx';
import { type FieldErrors, FormFrame, useFocusOnError } from '#components/form/form-parts.tsx';
import { useDraft } from '#components/form/use-draft.ts';
import { useSubmit } from '#components/form/use-submit.ts';
import { SimilarClaims } from '#components/search/similar-claims.tsx';
import { announce } from '#components/ui/announce.ts';
import { TextArea } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { isNewDraft, type NewDraft, newForm, toAnnotateInput } from './new-draft.ts';
import { isEmptySource, SourceFields, sourceErrors } from './source-fields.tsx';
import { RationaleField, VerdictPicker } from './verdict-fields.tsx';
import { useWorkspace } from './workspace-context.tsx';

type Errors = FieldErrors<'statement' | 'comment' | 'url' | 'stance' | 'archiveUrl' | 'verdict'>;

interface NewFormProps {
  /** How the form begins; what was kept of an earlier beginning on the same passage wins. */
  initial: NewDraft;
  revision: number;
  onSaved(annotation: AnnotationDetail): void;
  onClose(): void;
}

/** A new claim asks for its statement, a new remark for what is to be said; everything else may follow later. */
export function NewForm({ initial, revision, onSaved, onClose }: NewFormProps) {
  const t = useTranslations('annotate');
  const { articleId, viewer, rules } = useWorkspace();
  const place = { personId: viewer.id, articleId, form: newForm(initial) };
  const draft = useDraft(place, initial, isNewDraft);
  const submit = useSubmit();
  const [errors, setErrors] = useState<Errors>({});
  const box = useRef<HTMLDivElement>(null);
  useFocusOnError(
    errors,
    useCallback(() => box.current, []),
  );
  const { value, change } = draft;
  const isClaim = value.kind === 'claim';

  function save() {
    const wrong = errorsOf(value, t);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    void submit.run(async (submission) => {
      const input = toAnnotateInput(value, revision);
      const path = `/api/articles/${articleId}/annotations`;
      const { data } = await request<AnnotationDetail>('POST', path, input, { submission });
      draft.clear();
      announce(t(isClaim ? 'claimSaved' : 'remarkSaved'));
      onSaved(data);
    });
  }

  return (
    <div ref={box}>
      <FormFrame
        title={t(isClaim ? 'newClaim' : 'newRemark')}
        submit={submit}
        submitLabel={t(isClaim ? 'saveClaim' : 'saveRemark')}
        onSubmit={save}
        onClose={onClose}
        restored={draft.restored}
        onDiscard={draft.reset}
      >
        <blockquote className="passage" dir="auto" aria-label={t('passage')}>
          {value.target.exact}
        </blockquote>
        {isClaim ? (
          <ClaimFields value={value} change={change} errors={errors} onSubmit={save} />
        ) : (
          <Composer
            label={t('remarkText')}
            error={errors.comment}
            maxLength={rules.commentMax}
            value={value.comment}
            onChange={(comment) => change({ comment })}
            onSubmit={save}
            autoFocus
          />
        )}
      </FormFrame>
    </div>
  );
}

/** So much of the passage tells whether somebody marked the same, in units. */
const QUOTE_SENT = 500;

interface ClaimFieldsProps {
  value: NewDraft;
  change(part: Partial<NewDraft>): void;
  errors: Errors;
  onSubmit(): void;
}

function ClaimFields({ value, change, errors, onSubmit }: ClaimFieldsProps) {
  const t = useTranslations('annotate');
  const { rules, lang } = useWorkspace();
  const { source, verdict, comment } = value;
  return (
    <>
      <TextArea
        label={t('statement')}
        hint={t('statementHint')}
        error={errors.statement}
        rows={2}
        dir="auto"
        maxLength={rules.statementMax}
        value={value.statement}
        onChange={(event) => change({ statement: event.target.value })}
      />
      <SimilarClaims
        statement={value.statement}
        quote={value.target.exact.slice(0, QUOTE_SENT)}
        lang={lang}
        linked={value.sameAs ?? []}
        onLink={(sameAs) => change({ sameAs })}
      />
      <Optional
        label={t('addSource')}
        open={!isEmptySource(source)}
        wrong={Boolean(errors.url ?? errors.stance ?? errors.archiveUrl)}
      >
        <SourceFields
          draft={source}
          errors={errors}
          onChange={(part) => change({ source: { ...source, ...part } })}
        />
      </Optional>
      <Optional
        label={t('addVerdict')}
        open={verdict.verdict !== null || verdict.rationale !== null}
        wrong={Boolean(errors.verdict)}
      >
        <VerdictPicker
          verdict={verdict.verdict}
          error={errors.verdict}
          onChange={(chosen) => change({ verdict: { ...verdict, verdict: chosen } })}
        />
        <p className="small">{t(isEmptySource(source) ? 'restsOnNone' : 'restsOnNew')}</p>
        <RationaleField
          value={verdict.rationale}
          onChange={(rationale) => change({ verdict: { ...verdict, rationale } })}
          onSubmit={onSubmit}
        />
      </Optional>
      <Optional label={t('addComment')} open={comment !== null}>
        <Composer
          label={t('commentLabel')}
          maxLength={rules.commentMax}
          value={comment}
          onChange={(said) => change({ comment: said })}
          onSubmit={onSubmit}
        />
      </Optional>
    </>
  );
}

interface OptionalProps {
  label: string;
  /** Whether something stands in it from before. */
  open: boolean;
  /** Something in it is wrong: it must be seen. */
  wrong?: boolean;
  children: ReactNode;
}

/** A part of the form that need not be filled in. Its fields are made when it is first opened. */
function Optional({ label, open, wrong = false, children }: OptionalProps) {
  const t = useTranslations('annotate');
  const [shown, setShown] = useState(open);
  return (
    <details
      className="optional"
      open={shown || wrong}
      onToggle={(event) => setShown(event.currentTarget.open)}
    >
      <summary>
        <Icon name="chevron-right" />
        {label} <span className="aside small">{t('optional')}</span>
      </summary>
      {(shown || wrong) && <div className="form">{children}</div>}
    </details>
  );
}

function errorsOf(value: NewDraft, t: ReturnType<typeof useTranslations<'annotate'>>): Errors {
  if (value.kind === 'remark') return value.comment ? {} : { comment: t('remarkMissing') };
  return {
    ...(value.statement.trim() ? {} : { statement: t('statementMissing') }),
    ...(isEmptySource(value.source) ? {} : sourceErrors(value.source, t)),
    ...(value.verdict.rationale && !value.verdict.verdict ? { verdict: t('verdictMissing') } : {}),
  };
}
