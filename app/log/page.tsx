import '../styles/log.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LogList } from '#components/log/log-list.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkTabs } from '#components/ui/tabs.tsx';
import { Problem } from '#lib/errors/problem.ts';
import { queryValue, type SearchParams } from '#lib/http/account-page.ts';
import { pageMetadata } from '#lib/http/page-metadata.ts';
import { getLocale } from '#lib/http/viewer.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { listLog } from '#lib/moderation/log/queries.ts';
import { ACTIONS, type Action } from '#lib/moderation/schema.ts';

const PAGE_SIZE = 50;

interface Props {
  searchParams: SearchParams;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = translator(await getLocale(), 'log');
  const hidden = Object.keys(await searchParams).length > 0;
  return pageMetadata({ title: t('title'), description: t('description'), path: '/log', hidden });
}

export default async function LogPage({ searchParams }: Props) {
  const [locale, asked, cursor] = await Promise.all([
    getLocale(),
    queryValue(searchParams, 'action'),
    queryValue(searchParams, 'cursor'),
  ]);
  const action = ACTIONS.find((name) => name === asked);
  if (asked !== undefined && !action) notFound();
  const page = await readPage(action, cursor);
  const t = translator(locale, 'log');
  const isFirst = cursor === undefined;
  return (
    <main id="main" className="column log">
      <header className="log-head">
        <h1>{t('title')}</h1>
        {isFirst && <p className="lede">{t('lede')}</p>}
      </header>
      <LinkTabs
        label={t('filter')}
        items={[undefined, ...ACTIONS].map((name) => ({
          href: logHref(name),
          label: name ? t(`actions.${name}`) : t('all'),
          current: name === action,
        }))}
      />
      {page.items.length > 0 ? (
        <LogList entries={page.items} locale={locale} />
      ) : (
        <Empty isFirst={isFirst} isFiltered={action !== undefined} locale={locale} />
      )}
      {(page.nextCursor || !isFirst) && (
        <nav className="row" aria-label={t('pages')}>
          {page.nextCursor && (
            <LinkButton rel="next" href={logHref(action, page.nextCursor)}>
              {t('older')}
            </LinkButton>
          )}
          {!isFirst && (
            <LinkButton look="quiet" href={logHref(action)}>
              {t('newest')}
            </LinkButton>
          )}
        </nav>
      )}
    </main>
  );
}

function Empty({ isFirst, isFiltered, locale }: { isFirst: boolean; isFiltered: boolean; locale: Locale }) {
  const t = translator(locale, 'log');
  if (!isFirst) return <p className="small">{t('noOlder')}</p>;
  if (isFiltered) return <EmptyState>{t('emptyAction')}</EmptyState>;
  return (
    <EmptyState title={t('empty')}>
      <p>{t('emptyNext')}</p>
    </EmptyState>
  );
}

function logHref(action: Action | undefined, cursor?: string): string {
  const query = new URLSearchParams({ ...(action ? { action } : {}), ...(cursor ? { cursor } : {}) });
  return query.size > 0 ? `/log?${query}` : '/log';
}

async function readPage(action: Action | undefined, cursor: string | undefined) {
  try {
    return await listLog({ action, cursor, limit: PAGE_SIZE });
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid') notFound();
    throw error;
  }
}
