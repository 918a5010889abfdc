import '../../styles/queue.css';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { QueueDesk } from '#components/moderation/queue-desk.tsx';
import { Messages } from '#components/ui/messages.tsx';
import { countQueues, listQueue } from '#lib/flows/queues.ts';
import { queryValue, type SearchParams } from '#lib/http/account-page.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { pickMessages, translator } from '#lib/i18n/translator.ts';
import { canModerate } from '#lib/moderation/policy.ts';
import { QUEUES, type QueueCounts, type QueueName } from '#lib/moderation/queue/schema.ts';

const PAGE_SIZE = 20;

interface Props {
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await getLocale(), 'moderation');
  return { title: t('title'), robots: { index: false } };
}

export default async function QueuePage({ searchParams }: Props) {
  const asked = await queryValue(searchParams, 'queue');
  const [viewer, locale] = await Promise.all([getViewer(), getLocale()]);
  if (!viewer) redirect('/sign-in?next=/admin/queue');
  if (!canModerate(viewer)) notFound();
  const counts = await countQueues(viewer);
  const queue = asked === undefined ? firstWaiting(counts) : QUEUES.find((name) => name === asked);
  if (!queue) notFound();
  const page = await listQueue(viewer, queue, { limit: PAGE_SIZE });
  return (
    <Messages locale={locale} messages={pickMessages(locale, ['moderation', 'problems'])}>
      <QueueDesk
        queue={queue}
        page={page}
        counts={{ ...counts, [queue]: page.total }}
        viewerId={viewer.id}
        now={new Date().toISOString()}
        locale={locale}
      />
    </Messages>
  );
}

/** Whoever only says “the queue” gets the first one in which something waits. */
function firstWaiting(counts: QueueCounts): QueueName {
  return QUEUES.find((name) => name !== 'rejected' && counts[name] > 0) ?? QUEUES[0];
}
