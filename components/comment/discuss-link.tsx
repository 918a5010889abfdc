import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';

/** To the thread on an annotation; where there is a script, it opens in the card (guest-loading.ts). */
export function DiscussLink({ id, comments, locale }: { id: string; comments: number; locale: Locale }) {
  return (
    <a className="button quiet" href={`/claims/${id}#discussion`} data-discuss="">
      {translator(locale, 'thread')('discuss', { n: comments })}
    </a>
  );
}
