import type { createTranslator } from 'use-intl/core';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Messages } from '#lib/i18n/messages.ts';

declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages;
    Locale: Locale;
  }
}

/**
 * The words of one namespace. Components that run on the server and in the browser take them as a prop:
 * `translator(locale, 'card')` there, `useTranslations('card')` here.
 */
export type Words<N extends keyof Messages> = ReturnType<typeof createTranslator<Messages, N>>;
