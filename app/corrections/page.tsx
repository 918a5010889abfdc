import '../styles/listing.css';
import '../styles/texts.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CorrectionList } from '#components/texts/correction-list.tsx';
import { PublicText } from '#components/texts/public-text.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { Problem } from '#lib/errors/problem.ts';
import { readPublicText } from '#lib/flows/public-texts.ts';
import { queryValue, type SearchParams } from '#lib/http/account-page.ts';
import { pageMetadata } from '#lib/http/page-metadata.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';
import { pageOfCorrections } from '#lib/ruling/queries.ts';

const PAGE_SIZE = 30;

interface Props {
  searchParams: SearchParams;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = translator(await getLocale(), 'textsPage');
  return pageMetadata({
    title: t('corrections'),
    description: t('correctionsDescription'),
    path: '/corrections',
    hidden: (await queryValue(searchParams, 'cursor')) !== undefined,
  });
}

export default async function CorrectionsPage({ searchParams }: Props) {
  const [viewer, locale, cursor] = await Promise.all([
    getViewer(),
    getLocale(),
    queryValue(searchParams, 'cursor'),
  ]);
  const [text, { items, nextCursor }] = await Promise.all([
    readPublicText('corrections', locale),
    readPage(cursor),
  ]);
  const t = translator(locale, 'textsPage');
  return (
    <main id="main" className="column text-page">
      <PublicText text={text} viewer={viewer} locale={locale} />
      <section className="corrections" aria-labelledby="corrections">
        <h2 id="corrections">{t('list')}</h2>
        {items.length > 0 ? (
          <CorrectionList items={items} locale={locale} />
        ) : (
          <p className="small">{t(cursor === undefined ? 'none' : 'noOlder')}</p>
        )}
        {(nextCursor || cursor !== undefined) && (
          <nav className="row" aria-label={t('pages')}>
            {nextCursor && (
              <LinkButton rel="next" href={`/corrections?cursor=${nextCursor}#corrections`}>
                {t('older')}
              </LinkButton>
            )}
            {cursor !== undefined && (
              <LinkButton look="quiet" href="/corrections#corrections">
                {t('newest')}
              </LinkButton>
            )}
          </nav>
        )}
      </section>
    </main>
  );
}

async function readPage(cursor: string | undefined) {
  try {
    return await pageOfCorrections({ cursor, limit: PAGE_SIZE });
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid') notFound();
    throw error;
  }
}
