'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { shortAddress } from '#components/annotation/sources.tsx';
import { Composer } from '#components/editor/composer.tsx';
import { Checkbox, FieldSet, TextArea } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { SourceView } from '#lib/evidence/schema.ts';
import { isVerified } from '#lib/ruling/parts.ts';
import type { RulingDesk } from '#lib/ruling/schema.ts';
import type { Requirement } from '#lib/verdict/requirements.ts';
import { VERDICTS, type Verdict } from '#lib/verdict/verdicts.ts';
import type { RulingDraft } from './ruling-draft.ts';

/** What the schemas allow, handed over by the server: they themselves would bring all of zod into the page. */
export interface RulingRules {
  summaryMax: number;
  reasoningMax: number;
  textMax: number;
}

export type RulingErrors = Partial<Record<'verdict' | 'correction' | Requirement, string>>;

interface FieldsProps {
  value: RulingDraft;
  change(part: Partial<RulingDraft>): void;
  errors: RulingErrors;
  desk: RulingDesk;
  sources: readonly SourceView[];
  rules: RulingRules;
  /** Where a source is added. */
  placeHref: string;
  onSubmit(): void;
}

/** Everything that a ruling says, in the order in which it is read. */
export function RulingFields(props: FieldsProps) {
  const { value, change, errors, desk, rules, onSubmit } = props;
  const t = useTranslations('ruling');
  const aside = (one: Requirement) => (desk.mandatory.includes(one) ? t('form.mandatory') : null);
  return (
    <>
      {desk.ruling ? <Correction {...props} /> : null}
      <VerdictField
        verdict={value.verdict}
        error={errors.verdict}
        onChange={(verdict) => change({ verdict })}
      />
      <Words
        {...props}
        name="summary"
        label={t('form.summary')}
        hint={t('form.summaryHint')}
        aside={aside('summary')}
        error={errors.summary}
        max={rules.summaryMax}
        rows={3}
      />
      <SourcesField {...props} error={errors['verified-sources'] ?? errors['primary-source']} />
      <Composer
        label={t('form.reasoning')}
        optional={aside('reasoning') ?? undefined}
        hint={t('form.reasoningHint')}
        error={errors.reasoning ?? null}
        maxLength={rules.reasoningMax}
        value={value.reasoning}
        onChange={(reasoning) => change({ reasoning })}
        onSubmit={onSubmit}
      />
      {(
        [
          ['evidenceAgainst', 'evidence-against'],
          ['selectedBecause', 'selected-because'],
          ['askedForComment', 'asked-for-comment'],
        ] as const
      ).map(([name, requirement]) => (
        <Words
          key={name}
          {...props}
          name={name}
          label={t(`form.${name}`)}
          hint={t(`form.${name}Hint`)}
          aside={aside(requirement)}
          error={errors[requirement]}
          max={rules.textMax}
          rows={3}
        />
      ))}
    </>
  );
}

interface WordsProps extends Pick<FieldsProps, 'value' | 'change'> {
  name: 'summary' | 'evidenceAgainst' | 'selectedBecause' | 'askedForComment' | 'correction';
  label: string;
  hint: string;
  aside: string | null;
  error: string | undefined;
  max: number;
  rows: number;
}

/** From which part of its limit on a text tells how much is left. */
const NEAR = 0.8;

function Words({ value, change, name, label, hint, aside, error, max, rows }: WordsProps) {
  const t = useTranslations('ruling');
  const length = value[name].length;
  return (
    <TextArea
      label={label}
      aside={aside}
      hint={length > max * NEAR ? `${hint} ${t('form.count', { n: length, max })}` : hint}
      error={error}
      rows={rows}
      maxLength={max}
      dir="auto"
      value={value[name]}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  );
}

/** Why what was published is changed; it stands first, for it is why somebody opens the form again. */
function Correction(props: FieldsProps) {
  const { value, change, errors, desk, rules } = props;
  const t = useTranslations('ruling');
  const n = desk.ruling?.putRight?.revision ?? desk.putRight;
  return (
    <>
      <Words
        {...props}
        name="correction"
        label={t('form.correction')}
        hint={t('form.correctionHint')}
        aside={t('form.mandatory')}
        error={errors.correction}
        max={rules.textMax}
        rows={2}
      />
      {n === null || n === undefined ? null : (
        <Checkbox
          label={t('form.putRight', { n })}
          hint={t('form.putRightHint')}
          checked={value.putRight}
          onChange={(event) => change({ putRight: event.target.checked })}
        />
      )}
    </>
  );
}

interface VerdictFieldProps {
  verdict: Verdict | null;
  error: string | undefined;
  onChange(verdict: Verdict): void;
}

/** Radio buttons, each with its icon and its word: never the hue alone. */
function VerdictField({ verdict, error, onChange }: VerdictFieldProps) {
  const t = useTranslations('ruling');
  const words = useTranslations('verdict');
  const name = useId();
  return (
    <FieldSet label={t('form.verdict')} error={error}>
      <div className="choices">
        {VERDICTS.map((one) => (
          <label key={one} className={`choice v-${one}`}>
            <input
              type="radio"
              name={name}
              value={one}
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

function SourcesField({
  value,
  change,
  desk,
  sources,
  placeHref,
  error,
}: FieldsProps & { error: string | undefined }) {
  const t = useTranslations('ruling');
  const card = useTranslations('card');
  const { sourceIds } = value;
  const toggle = (id: string, chosen: boolean) =>
    change({ sourceIds: chosen ? [...sourceIds, id] : sourceIds.filter((other) => other !== id) });
  return (
    <FieldSet label={t('form.sources')} hint={t('form.sourcesHint')} error={error}>
      {sources.length === 0 ? <p className="small">{t('form.noSources')}</p> : null}
      <div className="ruling-choices">
        {sources.map((source) => (
          <label key={source.id} className="ruling-choice">
            <input
              type="checkbox"
              checked={sourceIds.includes(source.id)}
              onChange={(event) => toggle(source.id, event.target.checked)}
            />
            <span>
              <span dir="auto">{source.title ?? shortAddress(source.url)}</span>
              <span className="small ruling-choice-facts">
                <span>{card(`stance.${source.stance}`)}</span>
                {source.title ? <span dir="auto">{source.host}</span> : null}
                {source.kind === 'primary' ? <span>{t('form.primary')}</span> : null}
                <Verified source={source} stood={desk.ruling?.verifiedIds} />
              </span>
              {source.quote ? (
                <q className="small ruling-choice-quote" dir="auto">
                  {source.quote}
                </q>
              ) : null}
            </span>
          </label>
        ))}
      </div>
      <p className="small">
        <a href={placeHref}>{t('form.addSource')}</a>
      </p>
    </FieldSet>
  );
}

/** Whether its quote stands on its page, or did when the ruling was published. */
function Verified({ source, stood }: { source: SourceView; stood: readonly string[] | undefined }) {
  const t = useTranslations('ruling');
  if (isVerified(source)) {
    return (
      <span className="verified">
        <Icon name="check" />
        {t('form.verified')}
      </span>
    );
  }
  return (
    <span>
      <Icon name="warning" />
      {t(stood?.includes(source.id) ? 'form.wasVerified' : 'form.notVerified')}
    </span>
  );
}
