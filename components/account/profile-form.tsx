'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { request } from '#components/api/request.ts';
import { announce } from '#components/ui/announce.ts';
import { Select, TextArea, TextField } from '#components/ui/field.tsx';
import type { OwnUserView } from '#lib/user/schema.ts';
import { Submit } from './submit.tsx';
import { useForm } from './use-form.ts';

export function ProfileForm({
  user,
  languages,
}: {
  user: OwnUserView;
  languages: { value: string; label: string }[];
}) {
  const t = useTranslations('account');
  const problems = useTranslations('problems');
  const version = useRef(user.version);
  const [locale, setLocale] = useState(user.locale);
  const { form, submit, ready, busy, trouble, errors } = useForm(({ code, current }) => {
    if (code === 'handle-taken') return { errors: { handle: problems('handle-taken') } };
    if (code !== 'edit-conflict') return null;
    version.current = (current as OwnUserView).version;
    return { trouble: t('settings.conflict') };
  });

  const save = async ({ name, handle, about, language }: Record<string, string>) => {
    const changes = { name, handle, about, locale: language || null, version: version.current };
    const { data } = await request<OwnUserView>('PATCH', '/api/users/me', changes);
    version.current = data.version;
    announce(t('settings.saved'));
    if (data.locale !== locale) location.reload();
    setLocale(data.locale);
  };

  return (
    <form ref={form} className="form" method="post" noValidate onSubmit={(event) => void submit(event, save)}>
      <TextField
        label={t('name')}
        name="name"
        autoComplete="name"
        defaultValue={user.name}
        error={errors.name}
      />
      <TextField
        label={t('settings.handle')}
        hint={t('settings.handleHint', { handle: user.handle })}
        name="handle"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={user.handle}
        error={errors.handle}
      />
      <TextArea label={t('settings.about')} name="about" defaultValue={user.about} error={errors.about} />
      <Select label={t('settings.language')} name="language" defaultValue={user.locale ?? ''}>
        <option value="">{t('settings.languageAuto')}</option>
        {languages.map(({ value, label }) => (
          <option key={value} value={value} lang={value}>
            {label}
          </option>
        ))}
      </Select>
      <Submit {...{ trouble, busy, ready }}>{t('settings.save')}</Submit>
    </form>
  );
}
