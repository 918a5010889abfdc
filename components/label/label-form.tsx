'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { RequestProblem, request } from '#components/api/request.ts';
import { FormFrame } from '#components/form/form-parts.tsx';
import { useSubmit } from '#components/form/use-submit.ts';
import { announce } from '#components/ui/announce.ts';
import { FieldSet, TextArea, TextField } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import type { LabelInput, LabelView } from '#lib/label/schema.ts';
import { TONES, type Tone } from '#lib/verdict/labels.ts';
import type { LabelList } from './use-label-list.ts';

export interface Limits {
  name: number;
  description: number;
}

interface LabelFormProps {
  /** Null for a new one. */
  label: LabelView | null;
  list: LabelList;
  locale: Locale;
  limits: Limits;
  onClose(): void;
}

const LANGUAGES = ['en', 'de'] as const;
const EMPTY = { en: '', de: '' };

/** The words of a label in both languages, and whether it says what is wrong or what is right. */
export function LabelForm({ label, list, locale, limits, onClose }: LabelFormProps) {
  const t = useTranslations('labelList');
  const words = useTranslations('label');
  const submit = useSubmit();
  const [tone, setTone] = useState<Tone>(label?.tone ?? 'fault');
  const [name, setName] = useState(label?.name ?? EMPTY);
  const [description, setDescription] = useState(label?.description ?? EMPTY);
  const [version, setVersion] = useState(label?.version ?? 0);
  const [theirs, setTheirs] = useState<LabelView | null>(null);
  const fields = fieldsOf(submit.problem);
  const fault = (field: string) => fields[field] && t('fieldWrong');
  // A conflict is told in words of its own, with what the other one wrote.
  const frame = theirs ? { ...submit, words: null, problem: null } : submit;

  function save() {
    void submit.run(async () => {
      setTheirs(null);
      const input: LabelInput = { tone, name, description };
      try {
        if (label) await list.patch(label.key, { ...input, version });
        else await request('POST', '/api/labels', input);
      } catch (error) {
        if (error instanceof RequestProblem && error.code === 'edit-conflict') {
          const current = error.current as LabelView;
          setTheirs(current);
          setVersion(current.version);
        }
        throw error;
      }
      announce(t(label ? 'isSaved' : 'isAdded', { name: name[locale] }));
      await list.reread();
      onClose();
    });
  }

  return (
    <FormFrame
      title={label ? t('editOf', { name: label.name[locale] }) : t('addTitle')}
      submit={frame}
      submitLabel={t(label ? 'save' : 'add')}
      onSubmit={save}
      onClose={onClose}
    >
      {theirs && (
        <Notice tone="error">
          <p>{t('conflict', { en: theirs.name.en, de: theirs.name.de })}</p>
        </Notice>
      )}
      <FieldSet label={t('tone')}>
        {TONES.map((one) => (
          <label key={one} className="label-tone">
            <input type="radio" name="tone" checked={tone === one} onChange={() => setTone(one)} />{' '}
            {words(one)}
          </label>
        ))}
      </FieldSet>
      <div className="label-languages">
        {LANGUAGES.map((lang) => (
          <div key={lang} className="form">
            <TextField
              label={t(`name.${lang}`)}
              lang={lang}
              required
              maxLength={limits.name}
              value={name[lang]}
              error={fault(`name.${lang}`)}
              onChange={({ target }) => setName({ ...name, [lang]: target.value })}
            />
            <TextArea
              label={t(`description.${lang}`)}
              lang={lang}
              rows={3}
              maxLength={limits.description}
              value={description[lang]}
              error={fault(`description.${lang}`)}
              onChange={({ target }) => setDescription({ ...description, [lang]: target.value })}
            />
          </div>
        ))}
      </div>
    </FormFrame>
  );
}

function fieldsOf(problem: unknown): Record<string, string> {
  return problem instanceof RequestProblem ? problem.fields : {};
}
