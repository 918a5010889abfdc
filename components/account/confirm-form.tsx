'use client';

import { useTranslations } from 'use-intl/react';
import { PasswordField } from './password-field.tsx';
import { authRequest } from './sign-in-requests.ts';
import { Submit } from './submit.tsx';
import { useForm } from './use-form.ts';

/** Makes the account that waited for its address. */
export function ConfirmForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('account');
  const { form, submit, ready, busy, trouble, errors } = useForm(({ code }) =>
    code === 'wrong-credentials' || code === 'invalid' ? { errors: { password: t('confirm.wrong') } } : null,
  );

  const confirm = async ({ password = '' }: Record<string, string>) => {
    await authRequest('callback/confirmation', { token, password, callbackUrl: '/' });
    location.assign('/');
  };

  return (
    <form
      ref={form}
      className="form"
      method="post"
      noValidate
      onSubmit={(event) => void submit(event, confirm)}
    >
      <input hidden type="text" name="email" autoComplete="username" value={email} readOnly />
      <PasswordField
        label={t('password')}
        name="password"
        autoComplete="current-password"
        error={errors.password}
      />
      <Submit {...{ trouble, busy, ready }}>{t('confirm.submit')}</Submit>
    </form>
  );
}
