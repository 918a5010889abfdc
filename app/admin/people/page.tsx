import '../../styles/people.css';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { PeopleList } from '#components/people/people-list.tsx';
import { PeopleSearch, peopleHref } from '#components/people/people-search.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Messages } from '#components/ui/messages.tsx';
import { Problem } from '#lib/errors/problem.ts';
import { listPeople } from '#lib/flows/people.ts';
import { type PeopleQuery, peopleQuery } from '#lib/flows/people-view.ts';
import type { SearchParams } from '#lib/http/account-page.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { pickMessages, translator } from '#lib/i18n/translator.ts';
import { canGiveRoles, canListPeople, canSeeAddresses } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';

interface Props {
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await getLocale(), 'people');
  return { title: t('title'), robots: { index: false }, referrer: 'no-referrer' };
}

export default async function PeoplePage({ searchParams }: Props) {
  const [viewer, locale, query] = await Promise.all([getViewer(), getLocale(), readQuery(searchParams)]);
  if (!viewer) redirect('/sign-in?next=/admin/people');
  if (!canListPeople(viewer)) notFound();
  const page = await readPage(viewer, query);
  const t = translator(locale, 'people');
  return (
    <main id="main" className="column people-page">
      <h1>{t('title')}</h1>
      <p className="lede">{t('lede')}</p>
      <PeopleSearch filter={query} byAddress={canSeeAddresses(viewer)} locale={locale} />
      {page.items.length > 0 ? (
        <Messages locale={locale} messages={pickMessages(locale, ['people', 'moderation', 'problems'])}>
          <PeopleList
            // Another search shows others, or the same ones as they are now.
            key={peopleHref(query, query.cursor)}
            people={page.items}
            rights={{ viewerId: viewer.id, giveRoles: canGiveRoles(viewer) }}
            locale={locale}
          />
        </Messages>
      ) : (
        <Nobody isFirst={query.cursor === undefined} locale={locale} />
      )}
      {(page.nextCursor || query.cursor) && (
        <nav className="row" aria-label={t('pages')}>
          {page.nextCursor && (
            <LinkButton rel="next" href={peopleHref(query, page.nextCursor)}>
              {t('older')}
            </LinkButton>
          )}
          {query.cursor && (
            <LinkButton look="quiet" href={peopleHref(query)}>
              {t('newest')}
            </LinkButton>
          )}
        </nav>
      )}
    </main>
  );
}

function Nobody({ isFirst, locale }: { isFirst: boolean; locale: Locale }) {
  const t = translator(locale, 'people');
  if (!isFirst) return <p className="small">{t('noOlder')}</p>;
  return (
    <EmptyState title={t('none')}>
      <p>{t('noneNext')}</p>
    </EmptyState>
  );
}

/** A field of the form that was left open says nothing. */
async function readQuery(searchParams: SearchParams): Promise<PeopleQuery> {
  const given = Object.entries(await searchParams).map(([name, value]) => [name, [value].flat()[0]]);
  const parsed = peopleQuery.safeParse(Object.fromEntries(given.filter(([, value]) => value)));
  if (!parsed.success) notFound();
  return parsed.data;
}

async function readPage(viewer: Viewer, query: PeopleQuery) {
  try {
    return await listPeople(viewer, query);
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid') notFound();
    throw error;
  }
}
