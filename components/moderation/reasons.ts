import type { Words } from '#components/ui/words.ts';

/**
 * The reasons that are offered, in the order of their number keys. The log keeps them as these words, alone or as
 * `spam: what the moderator added`: so everybody reads them in their own language, and programs can count them.
 */
export const CANNED = ['spam', 'abuse', 'threat', 'off-topic', 'privacy', 'misleading'] as const;
export type Canned = (typeof CANNED)[number];

export function isCanned(word: string | undefined): word is Canned {
  return CANNED.some((canned) => canned === word);
}

/** As it is sent and kept. */
export function writeReason(canned: Canned | null, own: string): string {
  const added = own.trim();
  if (canned === null) return added;
  return added === '' ? canned : `${canned}: ${added}`;
}

/** Takes apart what was kept; a reason that a program gave is all in its own words. */
export function readReason(reason: string): { canned: Canned | null; own: string } {
  const [, word, own = ''] = /^([a-z-]+)(?:: ([\s\S]+))?$/.exec(reason) ?? [];
  return isCanned(word) ? { canned: word, own } : { canned: null, own: reason };
}

/** In the words of the reader's language. */
export function reasonWords(t: Words<'moderation'>, reason: string): string {
  const { canned, own } = readReason(reason);
  if (canned === null) return own;
  return own === '' ? t(`reasons.${canned}`) : `${t(`reasons.${canned}`)}: ${own}`;
}
