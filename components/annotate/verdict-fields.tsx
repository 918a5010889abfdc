'use client';

import type { JSONContent } from '@tiptap/core';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { shortAddress } from '#components/annotation/sources.tsx';
import { Composer } from '#components/editor/composer.tsx';
import { FieldSet } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { SourceView } from '#lib/evidence/schema.ts';
import { VERDICTS, type Verdict } from '#lib/verdict/verdicts.ts';
import { useWorkspace } from './workspace-context.tsx';

export interface VerdictDraft {
  verdict: Verdict | null;
  rationale: JSONContent | null;
}

export const EMPTY_VERDICT: VerdictDraft = { verdict: null, rationale: null };

export function isVerdictDraft(data: unknown): data is VerdictDraft {
  if (typeof data !== 'object' || data === null) return false;
  const { verdict, rationale } = data as Partial<Record<keyof VerdictDraft, unknown>>;
  return (verdict === null || VERDICTS.some((one) => one === verdict)) && isDocument(rationale);
}

/** Null, or roughly a document: the editor drops what its schema does not know. */
export function isDocument(data: unknown): data is JSONContent | null {
  return data === null || (typeof data === 'object' && (data as JSONContent).type === 'doc');
}

interface VerdictPickerProps {
  verdict: Verdict | null;
  error?: string;
  onChange(verdict: Verdict): void;
  autoFocus?: boolean;
}

/** Radio buttons, each with its icon and its word: never the hue alone. */
export function VerdictPicker({ verdict, error, onChange, autoFocus = false }: VerdictPickerProps) {
  const t = useTranslations('annotate');
  const words = useTranslations('verdict');
  const name = useId();
  return (
    <FieldSet label={t('yourVerdict')} error={error}>
      <div className="choices">
        {VERDICTS.map((one, index) => (
          <label key={one} className={`choice v-${one}`}>
            <input
              type="radio"
              name={name}
              value={one}
              autoFocus={autoFocus && (verdict === null ? index === 0 : one === verdict)}
              checked={verdict === one}
              onChange={() => onChange(one)}
            />
            <Icon name={one} />
            {words(one)}
          </label>
        ))}
      </div>
    </FieldSet>
  );
}

export function RationaleField({
  value,
  onChange,
  onSubmit,
}: {
  value: JSONContent | null;
  onChange(value: JSONContent | null): void;
  onSubmit(): void;
}) {
  const t = useTranslations('annotate');
  const { rules } = useWorkspace();
  return (
    <Composer
      label={t('rationale')}
      optional={t('optional')}
      hint={t('rationaleHint')}
      maxLength={rules.rationaleMax}
      value={value}
      onChange={onChange}
      onSubmit={onSubmit}
    />
  );
}

interface RestsOnProps {
  sources: readonly SourceView[];
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}

/** Which of the claim's sources a verdict rests on. */
export function RestsOn({ sources, chosen, onChange }: RestsOnProps) {
  const t = useTranslations('annotate');
  const words = useTranslations('card');
  if (sources.length === 0) return <p className="small">{t('restsOnNone')}</p>;
  return (
    <FieldSet label={t('restsOn')}>
      <div className="rests-on">
        {sources.map(({ id, title, url, stance }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            />
            <span>
              {title ?? shortAddress(url)} <span className="small">({words(`stance.${stance}`)})</span>
            </span>
          </label>
        ))}
      </div>
    </FieldSet>
  );
}
