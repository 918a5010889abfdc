import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import './styles/ui.css';
import './styles/layout.css';
import './styles/icons.css';
import './styles/article.css';
import './styles/annotation.css';
import './styles/label.css';
import './styles/light.css';
import './styles/editor.css';
import './styles/annotate.css';
import './styles/live.css';
import './styles/comment.css';
import './styles/exhibit.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { PageScript } from '#components/guest/page-script.tsx';
import { Footer } from '#components/layout/footer.tsx';
import { Header } from '#components/layout/header.tsx';
import { Announcer } from '#components/ui/announcer.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { countNews } from '#lib/evidence/judging/queries.ts';
import { countWaiting } from '#lib/flows/queues.ts';
import { isTheme, THEME_COOKIE } from '#lib/http/preferences.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';
import { canModerate } from '#lib/moderation/policy.ts';
import { countReturned } from '#lib/ruling/draft/queries.ts';
import { canReadDrafts } from '#lib/ruling/policy.ts';
import { interLatin, sourceSerifLatin } from './fonts.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await getLocale(), 'layout');
  return {
    title: { default: 'Obelus', template: '%s · Obelus' },
    description: t('description'),
    icons: { icon: '/icon.svg' },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  // A form in a sheet stays above the keyboard of a phone.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf9f4' },
    { media: '(prefers-color-scheme: dark)', color: '#14161a' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [viewer, locale, jar] = await Promise.all([getViewer(), getLocale(), cookies()]);
  const [waiting, news, returned] = await Promise.all([
    canModerate(viewer) ? countWaiting(viewer) : null,
    viewer ? countNews(viewer.id) : 0,
    viewer && canReadDrafts(viewer) ? countReturned(viewer.id) : 0,
  ]);
  const chosen = jar.get(THEME_COOKIE)?.value;
  const theme = isTheme(chosen) ? chosen : 'system';
  return (
    <html
      lang={locale}
      className={classNames(interLatin.variable, sourceSerifLatin.variable)}
      data-theme={theme === 'system' ? undefined : theme}
    >
      <body>
        <a className="skip" href="#main">
          {translator(locale, 'common')('skipToText')}
        </a>
        <Header viewer={viewer} waiting={waiting} news={news} returned={returned} locale={locale} />
        {children}
        <Footer locale={locale} theme={theme} />
        <Announcer />
        <PageScript />
      </body>
    </html>
  );
}
