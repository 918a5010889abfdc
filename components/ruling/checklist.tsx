'use client';

import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/icon.tsx';
import type { Requirement } from '#lib/verdict/requirements.ts';

/** What a checker asks themselves; the keys of its words. */
const QUESTIONS = ['fair', 'exact', 'retrace', 'interests', 'stake', 'answer', 'doubt'] as const;

interface ChecklistProps {
  mandatory: readonly Requirement[];
  missing: readonly Requirement[];
  asked: readonly string[];
  onAsk(asked: string[]): void;
}

/** What a ruling has to have here, as it is met while it is written; and what nobody but its writer can answer. */
export function Checklist({ mandatory, missing, asked, onAsk }: ChecklistProps) {
  const t = useTranslations('ruling');
  return (
    <aside className="checklist" aria-labelledby="checklist">
      <h2 id="checklist">{t('checklist.title')}</h2>
      <p className="small soft">{t('checklist.lede')}</p>
      {mandatory.length > 0 ? (
        <>
          <h3>{t('checklist.required')}</h3>
          <ul className="checklist-required">
            {mandatory.map((one) => {
              const met = !missing.includes(one);
              return (
                <li key={one} className={met ? 'met' : 'unmet'}>
                  <Icon name={met ? 'check' : 'close'} label={t(met ? 'checklist.met' : 'checklist.unmet')} />
                  <span>{t(`form.lacks.${one}`)}</span>
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
      <fieldset>
        <legend>{t('checklist.asked')}</legend>
        {QUESTIONS.map((one) => (
          <label key={one} className="checklist-question">
            <input
              type="checkbox"
              checked={asked.includes(one)}
              onChange={(event) =>
                onAsk(event.target.checked ? [...asked, one] : asked.filter((other) => other !== one))
              }
            />
            <span>{t(`checklist.${one}`)}</span>
          </label>
        ))}
      </fieldset>
    </aside>
  );
}
