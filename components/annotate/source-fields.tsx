'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { FieldErrors } from '#components/form/form-parts.tsx';
import { FieldSet, Select, TextArea, TextField } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { typedHref } from '#lib/document/href.ts';
import { archivedOriginal, copyTrouble } from '#lib/evidence/archive.ts';
import type { SourceInput, SourceKind, Stance } from '#lib/evidence/schema.ts';
import { QuoteChooser } from './quote-chooser.tsx';
import { useWorkspace } from './workspace-context.tsx';

export interface SourceDraft {
  url: string;
  stance: Stance | null;
  kind?: SourceKind | null | undefined;
  quote: string;
  /** Where the quote was chosen in the text of the page, unless it was typed. */
  quoteStart?: number | null | undefined;
  note: string;
  archiveUrl?: string | null | undefined;
}

export const EMPTY_SOURCE: SourceDraft = { url: '', stance: null, quote: '', note: '' };

export function isSourceDraft(data: unknown): data is SourceDraft {
  if (typeof data !== 'object' || data === null) return false;
  const { url, stance, quote, note, archiveUrl } = data as Partial<Record<keyof SourceDraft, unknown>>;
  const known = stance === null || stance === 'supports' || stance === 'refutes' || stance === 'context';
  return known && [url, quote, note, archiveUrl ?? ''].every((part) => typeof part === 'string');
}

export function isEmptySource({ url, stance, kind, quote, note, archiveUrl }: SourceDraft): boolean {
  const said = [url, quote, note, archiveUrl ?? ''].some((part) => part.trim());
  return !said && stance === null && !kind;
}

/** `example.org/x` is meant as https; a mail address is no source. */
function webAddress(url: string): string | null {
  const href = typedHref(url);
  return href?.startsWith('http') ? href : null;
}

export type SourceErrors = FieldErrors<'url' | 'stance' | 'archiveUrl'>;

/** What is missing before it can be sent. */
export function sourceErrors(
  draft: SourceDraft,
  t: (key: 'urlBad' | 'stanceMissing' | 'archiveBad' | 'archiveOther') => string,
): SourceErrors {
  const trouble = archiveTrouble(draft);
  return {
    ...(webAddress(draft.url) ? {} : { url: t('urlBad') }),
    ...(draft.stance ? {} : { stance: t('stanceMissing') }),
    ...(trouble ? { archiveUrl: t(trouble === 'other-page' ? 'archiveOther' : 'archiveBad') } : {}),
  };
}

function archiveTrouble({ url, archiveUrl }: SourceDraft) {
  const page = webAddress(url);
  if (!archiveUrl?.trim() || !page) return null;
  const copy = webAddress(archiveUrl);
  return copy ? copyTrouble(copy, archivedOriginal(page) ?? page) : 'no-archive';
}

/** To be called on a draft without errors. */
export function toSourceInput(draft: SourceDraft): SourceInput {
  const { url, stance, kind, quote, quoteStart, note, archiveUrl } = draft;
  return {
    url: webAddress(url) ?? url,
    stance: stance ?? 'context',
    kind: kind ?? null,
    quote,
    ...(typeof quoteStart === 'number' ? { quoteStart } : {}),
    note,
    archiveUrl: archiveUrl?.trim() ? (webAddress(archiveUrl) ?? archiveUrl) : null,
  };
}

const kindOf = (value: string, kinds: readonly SourceKind[]) => kinds.find((kind) => kind === value) ?? null;

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
      <Select
        label={t('sourceKind')}
        aside={t('optional')}
        value={draft.kind ?? ''}
        onChange={(event) => onChange({ kind: kindOf(event.target.value, rules.sourceKinds) })}
      >
        <option value="">{t('sourceKindUnsaid')}</option>
        {rules.sourceKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`sourceKinds.${kind}`)}
          </option>
        ))}
      </Select>
      <TextArea
        label={t('quote')}
        aside={t('optional')}
        hint={t('quoteHint')}
        maxLength={rules.sourceTextMax}
        rows={2}
        value={draft.quote}
        onChange={(event) => onChange({ quote: event.target.value, quoteStart: null })}
      />
      <QuoteChooser url={webAddress(draft.url)} onChoose={onChange} />
      <TextArea
        label={t('note')}
        aside={t('optional')}
        maxLength={rules.sourceTextMax}
        rows={2}
        value={draft.note}
        onChange={(event) => onChange({ note: event.target.value })}
      />
      <TextField
        label={t('archiveUrl')}
        aside={t('optional')}
        hint={t('archiveHint')}
        error={errors.archiveUrl}
        type="text"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={2048}
        value={draft.archiveUrl ?? ''}
        onChange={(event) => onChange({ archiveUrl: event.target.value })}
      />
    </>
  );
}
