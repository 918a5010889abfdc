'use client';

import { type ComponentProps, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';

/** A password that can be looked at while it is typed. */
export function PasswordField({
  label,
  hint,
  error,
  ...rest
}: { label: ReactNode; hint?: ReactNode; error?: ReactNode } & ComponentProps<'input'>) {
  const t = useTranslations('account');
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className="password-line">
          <input
            {...control}
            {...rest}
            className="input"
            type={shown ? 'text' : 'password'}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
          />
          <Button
            look="quiet"
            aria-label={t('showPassword')}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? t('hide') : t('show')}
          </Button>
        </div>
      )}
    </Field>
  );
}
