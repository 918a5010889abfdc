'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { request } from '#components/api/request.ts';
import { announce } from '#components/ui/announce.ts';
import { PasswordField } from './password-field.tsx';
import { Submit } from './submit.tsx';
import { useForm } from './use-form.ts';

export function PasswordForm({
  hasPassword,
  email,
  passwordMin,
}: {
  hasPassword: boolean;
  email: string;
  passwordMin: number;
}) {
  const t = useTranslations('account');
  const [has, setHas] = useState(hasPassword);
  const { form, submit, ready, busy, trouble, errors } = useForm();

  const change = async ({ current, password }: Record<string, string>) => {
    await request('PUT', '/api/users/me/password', { password, ...(has ? { current } : {}) });
    form.current?.reset();
    setHas(true);
    announce(t('settings.passwordDone'));
  };

  return (
    <form
      ref={form}
      className="form"
      method="post"
      noValidate
      onSubmit={(event) => void submit(event, change)}
    >
      <input hidden type="text" name="email" autoComplete="username" value={email} readOnly />
      {has ? (
        <PasswordField
          label={t('currentPassword')}
          name="current"
          autoComplete="current-password"
          error={errors.current}
        />
      ) : (
        <p>{t('settings.noPassword')}</p>
      )}
      <PasswordField
        label={t('newPassword')}
        hint={t('passwordHint', { min: passwordMin })}
        name="password"
        autoComplete="new-password"
        error={errors.password}
      />
      <Submit {...{ trouble, busy, ready }}>
        {has ? t('settings.passwordSubmit') : t('settings.passwordSet')}
      </Submit>
    </form>
  );
}
