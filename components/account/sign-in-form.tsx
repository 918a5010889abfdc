'use client';

import { useTranslations } from 'use-intl/react';
import { request } from '#components/api/request.ts';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { PasswordField } from './password-field.tsx';
import { authRequest, signInWithPassword } from './sign-in-requests.ts';
import { Submit } from './submit.tsx';
import { useForm } from './use-form.ts';

/** Every way to sign in that this place offers. */
export function SignInForm({ next, providers }: { next: string; providers: { id: string; name: string }[] }) {
  const t = useTranslations('account');
  const { form, submit, refuse, ready, busy, trouble, errors } = useForm();

  const signIn = async ({ email = '', password = '' }: Record<string, string>) => {
    if (!email.trim()) return refuse({ email: t('fields.email') });
    if (!password) return refuse({ password: t('fields.noPassword') });
    await signInWithPassword(email, password, next);
  };

  const byLink = () =>
    submit(null, async ({ email = '' }) => {
      if (!email.trim()) return refuse({ email: t('signIn.byLinkHint') });
      await request('POST', '/api/sign-in-links', { email, next });
      location.assign('/sign-in/check-mail?for=sign-in');
    });

  const byProvider = (id: string) =>
    submit(null, async () => location.assign(await authRequest(`signin/${id}`, { callbackUrl: next })));

  return (
    <form
      ref={form}
      className="form"
      method="post"
      noValidate
      onSubmit={(event) => void submit(event, signIn)}
    >
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
        name="password"
        autoComplete="current-password"
        error={errors.password}
      />
      <Submit {...{ trouble, busy, ready }}>{t('signIn.submit')}</Submit>
      <a href="/forgot-password">{t('signIn.forgot')}</a>
      <div className="or">{t('or')}</div>
      <div className="ways">
        <Button onClick={() => void byLink()} disabled={!ready}>
          {t('signIn.byLink')}
        </Button>
        {providers.map(({ id, name }) => (
          <Button key={id} onClick={() => void byProvider(id)} disabled={!ready}>
            {t('signIn.with', { provider: name })}
          </Button>
        ))}
      </div>
    </form>
  );
}
