import type { Metadata } from 'next';
import { LinkButton } from '#components/ui/button.tsx';
import { getLocale } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'layout')('notFoundTitle') };
}

export default async function NotFound() {
  const t = translator(await getLocale(), 'layout');
  return (
    <main id="main" className="column">
      <h1>{t('notFoundTitle')}</h1>
      <div className="stack">
        <p className="lede">{t('notFound')}</p>
        <div className="row">
          <LinkButton href="/">{t('toArticles')}</LinkButton>
        </div>
      </div>
    </main>
  );
}
