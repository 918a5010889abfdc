'use client';

import { useTranslations } from 'use-intl/react';
import { request } from '#components/api/request.ts';
import { Submit } from './submit.tsx';
import { useForm } from './use-form.ts';

export function SessionsForm() {
  const t = useTranslations('account');
  const { form, submit, ready, busy, trouble } = useForm();

  const endAll = async () => {
    await request('DELETE', '/api/users/me/sessions');
    location.assign('/sign-in');
  };

  return (
    <form ref={form} className="form" method="post" onSubmit={(event) => void submit(event, endAll)}>
      <Submit {...{ trouble, busy, ready }}>{t('settings.sessionsEnd')}</Submit>
    </form>
  );
}
