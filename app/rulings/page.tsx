import '../styles/listing.css';
import '../styles/ruling.css';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { DraftList } from '#components/ruling/draft-list.tsx';
import { listDrafts } from '#lib/flows/ruling-desk.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';
import { canReadDrafts } from '#lib/ruling/policy.ts';

const AT_ONCE = 30;

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await getLocale(), 'ruling');
  return { title: t('desk.title'), robots: { index: false } };
}

export default async function RulingsPage() {
  const [viewer, locale] = await Promise.all([getViewer(), getLocale()]);
  if (!viewer) redirect('/sign-in?next=/rulings');
  if (!canReadDrafts(viewer)) notFound();
  const [waiting, returned, drafts] = await Promise.all([
    listDrafts(viewer, { state: 'awaiting-approval', limit: AT_ONCE }),
    listDrafts(viewer, { state: 'returned', limit: AT_ONCE }),
    listDrafts(viewer, { state: 'draft', limit: AT_ONCE }),
  ]);
  const t = translator(locale, 'ruling');
  return (
    <main id="main" className="column rulings-page">
      <h1>{t('desk.title')}</h1>
      <p className="lede">{t('desk.lede')}</p>
      <DraftList heading="desk.waiting" empty="desk.waitingNone" items={waiting.items} locale={locale} />
      <DraftList heading="desk.returned" empty="desk.returnedNone" items={returned.items} locale={locale} />
      <DraftList heading="desk.drafts" empty="desk.draftsNone" items={drafts.items} locale={locale} />
    </main>
  );
}
