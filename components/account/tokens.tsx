'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { problemWords } from '#components/api/problem-words.ts';
import { request } from '#components/api/request.ts';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { formatTime } from '#components/ui/time.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import type { ApiTokenView, NewApiToken } from '#lib/user/schema.ts';
import { Submit } from './submit.tsx';
import { useForm } from './use-form.ts';

/** The caller's API tokens: make one, see it once, end one. */
export function Tokens({ tokens, locale }: { tokens: ApiTokenView[]; locale: Locale }) {
  const t = useTranslations('account');
  const problems = useTranslations('problems');
  const [held, setHeld] = useState(tokens);
  const [made, setMade] = useState<NewApiToken | null>(null);
  const heading = useRef<HTMLParagraphElement>(null);
  const { form, submit, ready, busy, trouble, errors } = useForm();

  const create = async ({ name }: Record<string, string>) => {
    const { data } = await request<NewApiToken>('POST', '/api/users/me/tokens', { name });
    form.current?.reset();
    setMade(data);
    setHeld([data, ...held]);
  };

  async function end({ id, name }: ApiTokenView) {
    try {
      await request('DELETE', `/api/users/me/tokens/${id}`);
    } catch (error) {
      return announce(problemWords(problems, error), 'error');
    }
    setHeld(held.filter((token) => token.id !== id));
    if (made?.id === id) setMade(null);
    announce(t('settings.tokenEnded', { name }));
    heading.current?.focus();
  }

  return (
    <>
      <p ref={heading} tabIndex={-1}>
        {t('settings.tokensLede')}
      </p>
      <form
        ref={form}
        className="form"
        method="post"
        noValidate
        onSubmit={(event) => void submit(event, create)}
      >
        <TextField label={t('settings.tokenName')} name="name" autoComplete="off" error={errors.name} />
        <Submit {...{ trouble, busy, ready }}>{t('settings.tokenCreate')}</Submit>
      </form>
      {made ? <MadeToken secret={made.secret} /> : null}
      {held.length === 0 ? (
        <p>{t('settings.noTokens')}</p>
      ) : (
        <ul className="token-list">
          {held.map((token) => (
            <li key={token.id}>
              <span>
                <b>{token.name}</b> <span className="facts">{tokenFacts(t, token, locale)}</span>
              </span>
              <Button
                look="danger"
                aria-label={t('settings.tokenEndOf', { name: token.name })}
                onClick={() => void end(token)}
              >
                {t('settings.tokenEnd')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function tokenFacts(
  t: ReturnType<typeof useTranslations<'account'>>,
  token: ApiTokenView,
  locale: Locale,
): string {
  const made = formatTime(token.createdAt, locale);
  return token.lastUsedAt
    ? t('settings.tokenUsed', { made, used: formatTime(token.lastUsedAt, locale) })
    : t('settings.tokenUnused', { made });
}

function MadeToken({ secret }: { secret: string }) {
  const t = useTranslations('account');
  async function copy() {
    // Without https there is no clipboard; the words can be selected in one click.
    await navigator.clipboard?.writeText(secret).then(() => announce(t('settings.tokenCopied')));
  }
  return (
    <Notice tone="success">
      <p>{t('settings.tokenMade')}</p>
      <div className="token-secret">
        <code>{secret}</code>
        <Button onClick={() => void copy()}>{t('settings.tokenCopy')}</Button>
      </div>
    </Notice>
  );
}
