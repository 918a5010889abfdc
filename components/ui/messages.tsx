'use client';

import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl/react';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Messages as Catalogue } from '#lib/i18n/messages.ts';

/** Gives the client components below their words: hand over what they need with `pickMessages(locale, […])`. */
export function Messages({
  locale,
  messages,
  children,
}: {
  locale: Locale;
  messages: Partial<Catalogue>;
  children: ReactNode;
}) {
  return (
    <IntlProvider locale={locale} messages={messages as Catalogue} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
