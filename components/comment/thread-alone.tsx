import type { ReactNode } from 'react';
import { LiveOffer } from '#components/live/live-offer.tsx';
import type { NamedPlace } from '#lib/flows/thread-place.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';

/** A thread without what it is about: a script fetches parts of it from there, and it can be read there. */
export function ThreadAlone({
  position,
  place,
  title,
  lang,
  locale,
  children,
}: NamedPlace & { locale: Locale; children: ReactNode }) {
  const t = translator(locale, 'thread');
  return (
    <main id="main" className="column thread-alone" data-article={place.articleId} data-position={position}>
      <LiveOffer locale={locale} />
      <h1 lang={lang} dir="auto">
        {title}
      </h1>
      <p>
        <a href={place.path}>{t(place.kind === 'article' ? 'aloneBack' : 'aloneBackClaim')}</a>
      </p>
      {children}
    </main>
  );
}
