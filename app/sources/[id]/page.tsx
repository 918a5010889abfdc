import '../../styles/history.css';
import '../../styles/sources.css';
import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { Compared } from '#components/source/compared.tsx';
import { SourceHistory } from '#components/source/history.tsx';
import { Seen } from '#components/source/seen.tsx';
import { SourceHead } from '#components/source/source-head.tsx';
import { sourceHref } from '#components/source/source-href.ts';
import { Uses } from '#components/source/uses.tsx';
import { FoldsNotice } from '#components/verdict/folds-notice.tsx';
import { id as pageId } from '#lib/errors/fields.ts';
import { getSourcePage, type SourcePage as Page, type SourceAddress } from '#lib/flows/source-page.ts';
import type { SearchParams } from '#lib/http/account-page.ts';
import { asksToReveal } from '#lib/http/own-choice.ts';
import { pageMetadata } from '#lib/http/page-metadata.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';
import { canTakePart } from '#lib/user/policy.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

/** Asked for twice, by the page and by its metadata. */
const loadPage = cache(async (id: string, query: string) => {
  const given = new URLSearchParams(query);
  const address = addressOf(given);
  if (!pageId.safeParse(id).success || !address) return null;
  const [viewer, reveal] = await Promise.all([getViewer(), asksToReveal(Object.fromEntries(given))]);
  return getSourcePage({ viewer, reveal }, id, address);
});

async function load({ params, searchParams }: Props) {
  const given = Object.entries(await searchParams).map(([name, value]) => [name, [value].flat()[0] ?? '']);
  const query = new URLSearchParams(given).toString();
  return { page: await loadPage((await params).id, query), query };
}

/** The address of what is shown. */
function hereOn({ record }: Page, query: string): string {
  const given = new URLSearchParams(query);
  given.delete('reveal');
  return given.size > 0 ? `${sourceHref(record.id)}?${given}` : sourceHref(record.id);
}

/** Null for a query that no link of ours has. */
function addressOf(query: URLSearchParams): SourceAddress | null {
  const part = query.get('part') ?? undefined;
  const ids = [query.get('snapshot') ?? [], query.get('compare')?.split('.') ?? []].flat();
  if (ids.some((id) => !pageId.safeParse(id).success)) return null;
  if (part !== undefined && !/^[1-9]\d{0,3}$/.test(part)) return null;
  const [from, to] = query.get('compare')?.split('.') ?? [];
  return {
    snapshot: query.get('snapshot') ?? undefined,
    part: part === undefined ? undefined : Number(part),
    compare: from && to ? [from, to] : undefined,
    cursor: query.get('cursor') ?? undefined,
  };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { page } = await load(props);
  if (!page) return {};
  const t = translator(await getLocale(), 'sources');
  const title = page.record.title ?? page.record.host;
  // It holds other people's text, which a search engine finds at its own address.
  return pageMetadata({
    title,
    description: t('descriptionOf', { title }),
    path: sourceHref(page.record.id),
    hidden: true,
  });
}

export default async function SourcePage(props: Props) {
  const [{ page, query }, viewer, locale] = await Promise.all([load(props), getViewer(), getLocale()]);
  if (!page) notFound();
  // It was joined to another one, under whose address everything of it is.
  const { id } = await props.params;
  if (page.record.id !== id) permanentRedirect(`${sourceHref(page.record.id)}${query && `?${query}`}`);
  const isLater = new URLSearchParams(query).has('cursor');
  return (
    <main id="main" className="column source-page">
      <SourceHead page={page.record} mayTry={canTakePart(viewer)} locale={locale} />
      <FoldsNotice folds={page.folds} href={hereOn(page, query)} locale={locale} />
      <Compared page={page} locale={locale} />
      <Uses page={page} isLater={isLater} locale={locale} />
      <Seen page={page} isGuest={viewer === null} locale={locale} />
      <SourceHistory page={page} locale={locale} />
    </main>
  );
}
