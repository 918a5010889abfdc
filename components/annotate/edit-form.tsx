'use client';

import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { RequestProblem, request } from '#components/api/request.ts';
import { Conflict, type FieldErrors, FormFrame, useFocusOnError } from '#components/form/form-parts.tsx';
import { useDraft } from '#components/form/use-draft.ts';
import { useSubmit } from '#components/form/use-submit.ts';
import { announce, announceQuietly } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import { FieldSet, TextArea } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { Kind } from '#lib/annotation/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { othersTookPart } from './own.ts';
import { useWorkspace } from './workspace-context.tsx';

interface EditDraft {
  kind: Kind;
  statement: string;
  /** Other words than before, or null. */
  target: { exact: string; start: number; end: number } | null;
}

function isEditDraft(data: unknown): data is EditDraft {
  if (typeof data !== 'object' || data === null) return false;
  const { kind, statement, target } = data as Partial<EditDraft>;
  const known = target === null || (typeof target === 'object' && typeof target.exact === 'string');
  return (kind === 'claim' || kind === 'remark') && typeof statement === 'string' && known;
}

interface EditFormProps {
  annotation: AnnotationDetail;
  revision: number;
  onClose(): void;
}

/** Statement, kind and span of one's own annotation. */
export function EditForm({ annotation, revision, onClose }: EditFormProps) {
  const t = useTranslations('annotate');
  const { viewer, articleId, rules, put } = useWorkspace();
  const initial = draftOf(annotation, rules.statementMax);
  const draft = useDraft(
    { personId: viewer.id, articleId, form: `edit:${annotation.id}` },
    initial,
    isEditDraft,
  );
  const submit = useSubmit();
  const [errors, setErrors] = useState<FieldErrors<'statement'>>({});
  const [current, setCurrent] = useState<AnnotationDetail | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useFocusOnError(
    errors,
    useCallback(() => box.current, []),
  );
  useEffect(
    () => box.current?.querySelector<HTMLElement>('textarea, input')?.focus({ preventScroll: true }),
    [],
  );
  const { value, change } = draft;
  const isClaim = value.kind === 'claim';

  function save() {
    const missing = isClaim && !value.statement.trim();
    setErrors(missing ? { statement: t('statementMissing') } : {});
    if (missing) return;
    void submit.run(async () => {
      const { kind, statement, target } = value;
      const patch = {
        kind,
        ...(kind === 'claim' ? { statement: statement.trim() } : {}),
        ...(target ? { target: { ...target, revision } } : {}),
        version: (current ?? annotation).version,
      };
      try {
        const { data } = await request<AnnotationDetail>('PATCH', `/api/annotations/${annotation.id}`, patch);
        draft.clear();
        put(data);
        onClose();
        announce(t(data.wording > annotation.wording ? 'editedReworded' : 'edited'));
      } catch (error) {
        if (error instanceof RequestProblem && error.code === 'edit-conflict') {
          setCurrent(error.current as AnnotationDetail);
        }
        throw error;
      }
    });
  }

  return (
    <div ref={box}>
      <FormFrame
        title={t(annotation.kind === 'claim' ? 'editClaim' : 'editRemark')}
        submit={submit}
        submitLabel={t('save')}
        onSubmit={save}
        onClose={onClose}
        restored={draft.restored}
        onDiscard={draft.reset}
      >
        {current && (
          <Conflict onTheirs={() => change(draftOf(current, rules.statementMax))}>
            <p dir="auto">{current.statement ?? current.target.exact}</p>
            <q dir="auto">{current.target.exact}</q>
          </Conflict>
        )}
        {othersTookPart(annotation) && <Notice>{t('rewordWarning')}</Notice>}
        {isClaim && (
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
        )}
        {/* What is said of a comment on the original stays there, and stays a claim. */}
        {annotation.target.exhibitComment === null && (
          <>
            <SpanField
              annotation={annotation}
              chosen={value.target}
              onChange={(target) => change({ target })}
            />
            <KindField annotation={annotation} kind={value.kind} onChange={(kind) => change({ kind })} />
          </>
        )}
      </FormFrame>
    </div>
  );
}

/** A remark that becomes a claim begins with its words as the statement. */
function draftOf({ kind, statement, target }: AnnotationDetail, max: number): EditDraft {
  const words = target.exact.replace(/\s+/gu, ' ').trim();
  return { kind, statement: statement ?? words.slice(0, max).replace(/[\uD800-\uDBFF]$/, ''), target: null };
}

interface SpanFieldProps {
  annotation: AnnotationDetail;
  chosen: EditDraft['target'];
  onChange(target: EditDraft['target']): void;
}

function SpanField({ annotation, chosen, onChange }: SpanFieldProps) {
  const t = useTranslations('annotate');
  const { chooseSpan } = useWorkspace();
  const [choosing, setChoosing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  async function choose() {
    setChoosing(true);
    announceQuietly(t('spanAgainHelp'));
    const selected = await chooseSpan();
    setChoosing(false);
    button.current?.focus();
    if (!selected) return;
    const { exact, start, end } = selected;
    onChange({ exact, start, end });
    announceQuietly(t('spanChosen', { words: exact }));
  }

  return (
    <FieldSet label={t('span')} hint={choosing ? t('spanAgainHelp') : undefined}>
      <blockquote className="passage" dir="auto">
        {chosen?.exact ?? annotation.target.exact}
      </blockquote>
      <div>
        <Button ref={button} onClick={() => void choose()}>
          {t('spanAgain')}
        </Button>
      </div>
    </FieldSet>
  );
}

interface KindFieldProps {
  annotation: AnnotationDetail;
  kind: Kind;
  onChange(kind: Kind): void;
}

function KindField({ annotation, kind, onChange }: KindFieldProps) {
  const t = useTranslations('annotate');
  const name = useId();
  // Sources and verdicts have no place on a remark.
  const fixed = annotation.counts.sources + annotation.counts.assessments > 0;
  return (
    <FieldSet label={t('kind')} hint={fixed ? t('kindFixed') : undefined}>
      {(['claim', 'remark'] as const).map((one) => (
        <label key={one} className="kind-choice">
          <input
            type="radio"
            name={name}
            checked={kind === one}
            disabled={fixed && one === 'remark'}
            onChange={() => onChange(one)}
          />
          {t(one === 'claim' ? 'kindClaim' : 'kindRemark')}
        </label>
      ))}
    </FieldSet>
  );
}
