'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { FieldSet } from '#components/ui/field.tsx';
import type { Pasted } from './pasted.ts';
import { FORMS } from './text-file.ts';

interface FormChoiceProps {
  pasted: Pasted;
  onChange(pasted: Pasted): void;
}

/** As what the text is read: guessed, and the person's to say. */
export function FormChoice({ pasted, onChange }: FormChoiceProps) {
  const t = useTranslations('import');
  const name = useId();
  const chosen = pasted.takesRich ? 'rich' : pasted.form;
  const choices = pasted.rich ? (['rich', ...FORMS] as const) : FORMS;

  function choose(choice: (typeof choices)[number]) {
    if (choice !== 'rich') return onChange({ ...pasted, form: choice, takesRich: false });
    onChange({ ...pasted, text: pasted.rich?.text ?? pasted.text, takesRich: true });
  }

  const dropped = pasted.rich && !pasted.takesRich && pasted.text !== pasted.rich.text;
  return (
    <FieldSet label={t('form')} hint={dropped ? t('richDropped') : t(`formHints.${chosen}`)}>
      <div className="form-choice">
        {choices.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name={name}
              value={choice}
              checked={choice === chosen}
              onChange={() => choose(choice)}
            />
            {t(`forms.${choice}`)}
          </label>
        ))}
      </div>
    </FieldSet>
  );
}
