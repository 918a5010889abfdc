'use client';

import { useTranslations } from 'use-intl/react';
import { request } from '#components/api/request.ts';
import { TextField } from '#components/ui/field.tsx';
import { Submit } from './submit.tsx';
import { useForm } from './use-form.ts';

export function ForgotForm() {
  const t = useTranslations('account');
  const { form, submit, ready, busy, trouble, errors } = useForm();

  const ask = async ({ email = '' }: Record<string, string>) => {
    await request('POST', '/api/password-resets', { email });
    location.assign('/sign-in/check-mail?for=reset');
  };

  return (
    <form ref={form} className="form" method="post" noValidate onSubmit={(event) => void submit(event, ask)}>
      <TextField
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        error={errors.email}
      />
      <Submit {...{ trouble, busy, ready }}>{t('forgot.submit')}</Submit>
    </form>
  );
}
