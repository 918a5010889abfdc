import type { Words } from '#components/ui/words.ts';
import { COUNT_MAX, QUEUES, type QueueCounts, type QueueName } from '#lib/moderation/queue/schema.ts';

export function queueHref(queue: QueueName): string {
  return `/admin/queue?queue=${queue}`;
}

/** A count as it is shown: counting stops somewhere. */
export function countWords(t: Words<'moderation'>, n: number): string {
  return n >= COUNT_MAX ? t('many', { n: String(COUNT_MAX) }) : String(n);
}

/** The queues, and how much lies in each. */
export function QueueNav({
  current,
  counts,
  t,
}: {
  current: QueueName;
  counts: QueueCounts;
  t: Words<'moderation'>;
}) {
  return (
    <nav aria-label={t('queues')}>
      <ul className="queues">
        {QUEUES.map((queue) => (
          <li key={queue}>
            <a href={queueHref(queue)} aria-current={queue === current ? 'page' : undefined}>
              {t(`queue.${queue}`)} <span className="num">{countWords(t, counts[queue])}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
