/** What the script of a guest's form says; `#` stands for a name or a number. */
export interface GuestWords {
  replyTitle: string;
  guest: string;
  pending: string;
  posted: string;
  label: string;
  missing: Record<'text' | 'name' | 'email', string>;
  /** By the code of the problem. */
  refusals: Record<string, string>;
  wait: readonly [one: string, more: string];
}

export const readGuestWords = (form: HTMLElement): GuestWords => JSON.parse(form.dataset.words ?? '');

/** What a refusal means, in words that help. */
export function refusalWords(words: GuestWords, code: string, retryAfter: number): string {
  if (code !== 'too-often') return words.refusals[code] ?? words.refusals.internal ?? '';
  const seconds = Math.max(1, Math.ceil(retryAfter));
  return seconds === 1 ? words.wait[0] : words.wait[1].replace('#', String(seconds));
}
