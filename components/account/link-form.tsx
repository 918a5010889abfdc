'use client';

import { useTranslations } from 'use-intl/react';
import { authRequest } from './sign-in-requests.ts';
import { Submit } from './submit.tsx';
import { useForm } from './use-form.ts';

/** The button that a link to sign in leads to: opening the page alone does nothing. */
export function LinkForm({ token, next }: { token: string; next: string }) {
  const t = useTranslations('account');
  const { form, submit, ready, busy, trouble } = useForm();

  const signIn = async () => {
    await authRequest('callback/link', { token, callbackUrl: next });
    location.assign(next);
  };

  return (
    <form ref={form} className="form" method="post" onSubmit={(event) => void submit(event, signIn)}>
      <Submit {...{ trouble, busy, ready }}>{t('link.submit')}</Submit>
    </form>
  );
}
