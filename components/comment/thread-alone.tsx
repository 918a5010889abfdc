import type { Metadata } from 'next';
import { LiveOffer } from '#components/live/live-offer.tsx';
import type { ThreadView } from '#lib/flows/thread-page.ts';
import type { NamedPlace } from '#lib/flows/thread-place.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { Discussion } from './discussion.tsx';

/** What the page of a thread alone says of itself. It stands in the whole page as well, and is to be found there. */
export function aloneMetadata({ place, title }: NamedPlace, locale: Locale): Metadata {
  return {
    title: translator(locale, 'thread')('aloneTitle', { title }),
    robots: { index: false },
    alternates: { canonical: place.path },
  };
}

interface ThreadAloneProps {
  found: NamedPlace;
  view: ThreadView;
  viewer: Viewer;
  locale: Locale;
}

/** A thread without what it is about: a script fetches parts of it from there, and it can be read there. */
export function ThreadAlone({ found, view, viewer, locale }: ThreadAloneProps) {
  const { position, place, title, lang } = found;
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
      <Discussion place={place} view={view} viewer={viewer} locale={locale} />
    </main>
  );
}
