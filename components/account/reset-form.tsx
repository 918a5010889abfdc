'use client';

import { useTranslations } from 'use-intl/react';
import { request } from '#components/api/request.ts';
import { PasswordField } from './password-field.tsx';
import { signInWithPassword } from './sign-in-requests.ts';
import { Submit } from './submit.tsx';
import { useForm } from './use-form.ts';

/** A new password by the link of a mail; then signs in with it. */
export function ResetForm({
  token,
  email,
  passwordMin,
}: {
  token: string;
  email: string;
  passwordMin: number;
}) {
  const t = useTranslations('account');
  const { form, submit, ready, busy, trouble, errors } = useForm();

  const reset = async ({ password = '' }: Record<string, string>) => {
    const { data } = await request<{ email: string }>(
      'PUT',
      `/api/password-resets/${encodeURIComponent(token)}`,
      { password },
    );
    await signInWithPassword(data.email, password, '/');
  };

  return (
    <form
      ref={form}
      className="form"
      method="post"
      noValidate
      onSubmit={(event) => void submit(event, reset)}
    >
      {/* For password managers: whose password it is. */}
      <input hidden type="text" name="email" autoComplete="username" value={email} readOnly />
      <PasswordField
        label={t('newPassword')}
        hint={t('passwordHint', { min: passwordMin })}
        name="password"
        autoComplete="new-password"
        error={errors.password}
      />
      <Submit {...{ trouble, busy, ready }}>{t('reset.submit')}</Submit>
    </form>
  );
}
