'use client';

import { type FormEvent, useEffect, useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { problemWords } from '#components/api/problem-words.ts';
import { RequestProblem, request } from '#components/api/request.ts';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { formatTime } from '#components/ui/time.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import type { SettingView } from '#lib/settings/schema.ts';
import { CHOICES, takesMany } from './choices.ts';

/** One setting: what each choice does and costs, which is in force, and a button that puts another one in force. */
export function SettingForm({ setting: first, locale }: { setting: SettingView; locale: Locale }) {
  const t = useTranslations('settings');
  const problems = useTranslations('problems');
  const [setting, setSetting] = useState(first);
  const [value, setValue] = useState(first.value);
  const [busy, setBusy] = useState(false);
  const [ready, setReady] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => setReady(true), []);
  const { title, lede, values } = CHOICES[setting.key];
  const heading = useId();
  const many = takesMany(setting.key);
  const changed = !same(value, setting.value);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (busy || !changed) return;
    setBusy(true);
    setTrouble(null);
    try {
      const body = { value, version: setting.version };
      setSetting((await request<SettingView>('PATCH', `/api/settings/${setting.key}`, body)).data);
      announce(t('saved'));
    } catch (error) {
      setTrouble(explain(error));
    }
    setBusy(false);
  }

  /** With a conflict the next press knows of the other one's choice. */
  function explain(error: unknown): string {
    if (!(error instanceof RequestProblem) || error.code !== 'edit-conflict')
      return problemWords(problems, error);
    const current = error.current as SettingView;
    setSetting(current);
    const theirs = values.filter((choice) => isChosen(current.value, choice.value));
    return t('conflict', { value: theirs.map(({ name }) => t(name)).join(', ') || t('nothing') });
  }

  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t(title)}</h2>
      <p className="small">{t(lede)}</p>
      <form className="form" method="post" onSubmit={(event) => void save(event)}>
        <fieldset className="setting-choices" aria-labelledby={heading}>
          {values.map((choice) => (
            <label key={choice.name} className="setting-choice">
              <input
                type={many ? 'checkbox' : 'radio'}
                name={setting.key}
                checked={isChosen(value, choice.value)}
                onChange={() => {
                  setValue(many ? toggled(value, choice.value) : choice.value);
                  setTrouble(null);
                }}
              />
              <span>
                <b>{t(choice.name)}</b>
                <span className="hint">{t(choice.does)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {trouble ? <Notice tone="error">{trouble}</Notice> : null}
        <div className="actions">
          <Button
            type="submit"
            look={changed ? 'primary' : 'plain'}
            busy={busy}
            disabled={!ready}
            aria-disabled={busy || !changed || undefined}
            aria-describedby={`${heading}-state`}
          >
            {t('save')}
          </Button>
          <span className="small" id={`${heading}-state`}>
            {stateWords()}
          </span>
        </div>
        <noscript>
          <p>{t('noScript')}</p>
        </noscript>
      </form>
    </section>
  );

  function stateWords(): string {
    if (changed) return t('changed');
    return setting.updatedAt
      ? t('inForce', { date: formatTime(setting.updatedAt, locale, true) })
      : t('untouched');
  }
}

type Value = SettingView['value'];

function isChosen(value: Value, choice: string | number | boolean): boolean {
  return Array.isArray(value) ? value.includes(String(choice)) : value === choice;
}

function toggled(value: Value, choice: string | number | boolean): Value {
  const chosen = Array.isArray(value) ? value : [];
  const one = String(choice);
  return chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];
}

/** In whatever order several were chosen. */
function same(one: Value, other: Value): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((choice) => other.includes(choice));
}
