import '../styles/account.css';
import type { ReactNode } from 'react';
import { Messages } from '#components/ui/messages.tsx';
import { getLocale } from '#lib/http/viewer.ts';
import { pickMessages } from '#lib/i18n/translator.ts';

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  return (
    <Messages locale={locale} messages={pickMessages(locale, ['account', 'problems'])}>
      {children}
    </Messages>
  );
}
