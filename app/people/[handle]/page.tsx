import '../../styles/person.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PersonHead } from '#components/person/person-head.tsx';
import { PersonList } from '#components/person/person-list.tsx';
import { isPersonTab, PERSON_TABS, type PersonTab, personHref } from '#components/person/tabs.ts';
import { LinkTabs } from '#components/ui/tabs.tsx';
import { FoldsNotice } from '#components/verdict/folds-notice.tsx';
import { Problem } from '#lib/errors/problem.ts';
import type { Reading } from '#lib/flows/folds.ts';
import { listPersonAnnotations, listPersonAssessments, listPersonSources } from '#lib/flows/person-page.ts';
import { asksToReveal } from '#lib/http/own-choice.ts';
import { pageMetadata } from '#lib/http/page-metadata.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';
import { getUserByHandle } from '#lib/user/queries.ts';

const PAGE_SIZE = 25;

interface Props {
  params: Promise<{ handle: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const getPerson = cache(getUserByHandle);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { handle } = await params;
  const [person, { cursor }] = await Promise.all([getPerson(handle), searchParams]);
  if (!person) return {};
  const t = translator(await getLocale(), 'person');
  const { name, counts } = person;
  return pageMetadata({
    title: t('title', { name, handle: person.handle }),
    description: person.about || t('description', { name, ...counts }),
    path: personHref(person.handle),
    type: 'profile',
    hidden: cursor !== undefined,
  });
}

export default async function PersonPage({ params, searchParams }: Props) {
  const { handle } = await params;
  const query = await searchParams;
  const [viewer, locale, person, reveal] = await Promise.all([
    getViewer(),
    getLocale(),
    getPerson(handle),
    asksToReveal(searchParams),
  ]);
  if (!person) notFound();
  const t = translator(locale, 'person');
  const tab = isPersonTab(query.tab) ? query.tab : 'annotations';
  const cursor = [query.cursor].flat()[0];
  const page = await readPage(tab, person.id, cursor, { viewer, reveal });
  const isOwn = viewer?.id === person.id;
  return (
    <main id="main" className="column person">
      <PersonHead person={person} isOwn={isOwn} locale={locale} />
      <LinkTabs
        label={t('tabs', { name: person.name })}
        items={PERSON_TABS.map((key) => ({
          href: personHref(person.handle, key),
          label: (
            <>
              {t(key)} <span className="num">{person.counts[key]}</span>
            </>
          ),
          current: key === tab,
        }))}
      />
      <FoldsNotice folds={page.folds} href={personHref(person.handle, tab, cursor)} locale={locale} />
      <PersonList page={page} person={person} isOwn={isOwn} locale={locale} isFirst={cursor === undefined} />
    </main>
  );
}

async function readPage(tab: PersonTab, id: string, cursor: string | undefined, reading: Reading) {
  const request = { cursor, limit: PAGE_SIZE };
  try {
    switch (tab) {
      case 'annotations':
        return { tab, ...(await listPersonAnnotations(id, request, reading)) };
      case 'assessments':
        return { tab, ...(await listPersonAssessments(id, request, reading)) };
      case 'sources':
        return { tab, ...(await listPersonSources(id, request)) };
    }
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid') notFound();
    throw error;
  }
}
