import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { bringHref } from './addresses.ts';

/** For whoever may bring the original thread, where it is not here. */
export function BringLink({ slug, locale }: { slug: string; locale: Locale }) {
  return (
    <p className="bring-link">
      <a href={bringHref(slug)}>{translator(locale, 'exhibit')('bring')}</a>
    </p>
  );
}
