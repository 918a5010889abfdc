'use client';

import { useTranslations } from 'use-intl/react';
import { authRequest } from './sign-in-requests.ts';
import { Submit } from './submit.tsx';
import { useForm } from './use-form.ts';

export function SignOutForm() {
  const t = useTranslations('account');
  const { form, submit, ready, busy, trouble } = useForm();

  const signOut = async () => {
    await authRequest('signout', {});
    location.assign('/');
  };

  return (
    <form ref={form} className="form" method="post" onSubmit={(event) => void submit(event, signOut)}>
      <Submit {...{ trouble, busy, ready }}>{t('signOut.submit')}</Submit>
    </form>
  );
}
