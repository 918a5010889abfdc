'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { FieldErrors } from '#components/form/form-parts.tsx';
import { FieldSet, TextArea, TextField } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { typedHref } from '#lib/document/href.ts';
import type { SourceInput, Stance } from '#lib/evidence/schema.ts';
import { useWorkspace } from './workspace-context.tsx';

export interface SourceDraft {
  url: string;
  stance: Stance | null;
  quote: string;
  note: string;
}

export const EMPTY_SOURCE: SourceDraft = { url: '', stance: null, quote: '', note: '' };

export function isSourceDraft(data: unknown): data is SourceDraft {
  if (typeof data !== 'object' || data === null) return false;
  const { url, stance, quote, note } = data as Partial<Record<keyof SourceDraft, unknown>>;
  const known = stance === null || stance === 'supports' || stance === 'refutes' || stance === 'context';
  return known && [url, quote, note].every((part) => typeof part === 'string');
}

export function isEmptySource({ url, stance, quote, note }: SourceDraft): boolean {
  return !url.trim() && stance === null && !quote.trim() && !note.trim();
}

/** `example.org/x` is meant as https; a mail address is no source. */
function webAddress(url: string): string | null {
  const href = typedHref(url);
  return href?.startsWith('http') ? href : null;
}

export type SourceErrors = FieldErrors<'url' | 'stance'>;

/** What is missing before it can be sent. */
export function sourceErrors(
  draft: SourceDraft,
  t: (key: 'urlBad' | 'stanceMissing') => string,
): SourceErrors {
  return {
    ...(webAddress(draft.url) ? {} : { url: t('urlBad') }),
    ...(draft.stance ? {} : { stance: t('stanceMissing') }),
  };
}

/** To be called on a draft without errors. */
export function toSourceInput({ url, stance, quote, note }: SourceDraft): SourceInput {
  return { url: webAddress(url) ?? url, stance: stance ?? 'context', quote, note };
}

interface SourceFieldsProps {
  draft: SourceDraft;
  errors: SourceErrors;
  onChange(part: Partial<SourceDraft>): void;
  /** The address of a source cannot be changed once it is given. */
  fixedUrl?: boolean;
  autoFocus?: boolean;
}

export function SourceFields({
  draft,
  errors,
  onChange,
  fixedUrl = false,
  autoFocus = false,
}: SourceFieldsProps) {
  const t = useTranslations('annotate');
  const { rules } = useWorkspace();
  const name = useId();
  return (
    <>
      {!fixedUrl && (
        <TextField
          label={t('url')}
          error={errors.url}
          type="text"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={2048}
          placeholder="https://"
          autoFocus={autoFocus}
          value={draft.url}
          onChange={(event) => onChange({ url: event.target.value })}
        />
      )}
      <FieldSet label={t('stance')} error={errors.stance}>
        <div className="choices">
          {rules.stances.map((stance) => (
            <label key={stance} className={`choice stance-${stance}`}>
              <input
                type="radio"
                name={name}
                value={stance}
                checked={draft.stance === stance}
                onChange={() => onChange({ stance })}
              />
              <Icon name={stance} />
              {t(stance)}
            </label>
          ))}
        </div>
      </FieldSet>
      <TextArea
        label={t('quote')}
        aside={t('optional')}
        hint={t('quoteHint')}
        maxLength={rules.sourceTextMax}
        rows={2}
        value={draft.quote}
        onChange={(event) => onChange({ quote: event.target.value })}
      />
      <TextArea
        label={t('note')}
        aside={t('optional')}
        maxLength={rules.sourceTextMax}
        rows={2}
        value={draft.note}
        onChange={(event) => onChange({ note: event.target.value })}
      />
    </>
  );
}
