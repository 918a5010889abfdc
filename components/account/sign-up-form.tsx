'use client';

import { useTranslations } from 'use-intl/react';
import { request } from '#components/api/request.ts';
import { TextField } from '#components/ui/field.tsx';
import { PasswordField } from './password-field.tsx';
import { signInWithPassword } from './sign-in-requests.ts';
import { Submit } from './submit.tsx';
import { useForm } from './use-form.ts';

export function SignUpForm({ next, passwordMin }: { next: string; passwordMin: number }) {
  const t = useTranslations('account');
  const { form, submit, ready, busy, trouble, errors } = useForm();

  const signUp = async ({ email = '', password = '', name = '' }: Record<string, string>) => {
    const { status } = await request('POST', '/api/users', { email, password, name });
    if (status === 202) location.assign('/sign-in/check-mail?for=confirm');
    else await signInWithPassword(email, password, next);
  };

  return (
    <form
      ref={form}
      className="form"
      method="post"
      noValidate
      onSubmit={(event) => void submit(event, signUp)}
    >
      <TextField label={t('name')} hint={t('nameHint')} name="name" autoComplete="name" error={errors.name} />
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
      <PasswordField
        label={t('password')}
        hint={t('passwordHint', { min: passwordMin })}
        name="password"
        autoComplete="new-password"
        error={errors.password}
      />
      <Submit {...{ trouble, busy, ready }}>{t('signUp.submit')}</Submit>
    </form>
  );
}
