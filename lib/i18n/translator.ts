import { createTranslator } from 'use-intl/core';
import type { Locale } from './locale.ts';
import { MESSAGES, type Messages } from './messages.ts';

/** A function from a key of one namespace to words. `t('key', { n: 3 })`, ICU message syntax. */
export function translator<N extends keyof Messages>(locale: Locale, namespace: N) {
  return createTranslator<Messages, N>({ locale, messages: MESSAGES[locale], namespace });
}

/** The messages of some namespaces, to hand to a client component: what is not named is not sent. */
export function pickMessages(locale: Locale, namespaces: readonly (keyof Messages)[]): Partial<Messages> {
  return Object.fromEntries(namespaces.map((name) => [name, MESSAGES[locale][name]]));
}
