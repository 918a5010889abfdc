import '../../../styles/import.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { exhibitHref } from '#components/exhibit/addresses.ts';
import { BringExhibit } from '#components/exhibit/bring-exhibit.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { Messages } from '#components/ui/messages.tsx';
import { getArticleRow } from '#lib/article/queries.ts';
import { canLayExhibit } from '#lib/exhibit/policy.ts';
import { getExhibit } from '#lib/exhibit/queries.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { pickMessages, translator } from '#lib/i18n/translator.ts';
import { getSetting } from '#lib/settings/queries.ts';

interface Props {
  params: Promise<{ slug: string }>;
}

const loadArticle = cache(async (slug: string) => getArticleRow(decodeURIComponent(slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (!(await loadArticle((await params).slug))) return {};
  return { title: translator(await getLocale(), 'exhibit')('bringTitle'), robots: { index: false } };
}

export default async function BringExhibitPage({ params }: Props) {
  const article = await loadArticle((await params).slug);
  if (!article) notFound();
  const [viewer, locale, importRole, exhibit] = await Promise.all([
    getViewer(),
    getLocale(),
    getSetting('articles.import-role'),
    getExhibit(article.id),
  ]);
  const t = translator(locale, 'exhibit');
  const { id, slug, title, lang, url } = article;
  const may = canLayExhibit(viewer, article, importRole);
  return (
    <main id="main" className="column">
      <div className="stack">
        <p>
          <a href={exhibitHref(slug)} aria-label={`${t('back')}: ${title}`}>
            <span lang={lang} dir="auto">
              {title}
            </span>
          </a>
        </p>
        <h1>{t('bringTitle')}</h1>
        <p className="lede">{t('bringLede')}</p>
        {!may && (
          <Gate
            locked={article.state === 'locked'}
            slug={slug}
            guest={viewer === null}
            signIn={translator(locale, 'common')('signIn')}
            t={t}
          />
        )}
      </div>
      {may && (
        <>
          <noscript>
            <p>{t('needsScript')}</p>
          </noscript>
          <Messages locale={locale} messages={pickMessages(locale, ['exhibit', 'common', 'problems'])}>
            <BringExhibit article={{ id, slug, host: hostOf(url) }} exhibit={exhibit} />
          </Messages>
        </>
      )}
    </main>
  );
}

const hostOf = (url: string | null) => (url && URL.canParse(url) ? new URL(url).host : null);

/** Why one cannot, and what to do. */
function Gate({
  locked,
  slug,
  guest,
  signIn,
  t,
}: {
  locked: boolean;
  slug: string;
  guest: boolean;
  signIn: string;
  t: ReturnType<typeof translator<'exhibit'>>;
}) {
  if (locked) return <p>{t('locked')}</p>;
  const next = encodeURIComponent(`/articles/${slug}/original`);
  return (
    <>
      <p>{t('gate')}</p>
      {guest && <LinkButton href={`/sign-in?next=${next}`}>{signIn}</LinkButton>}
    </>
  );
}
