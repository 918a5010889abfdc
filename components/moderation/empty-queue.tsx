'use client';

import { useTranslations } from 'use-intl/react';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { QueueCounts } from '#lib/moderation/queue/schema.ts';
import { QUEUES, type QueueName } from '#lib/moderation/queue/schema.ts';
import { queueHref } from './queue-nav.tsx';

/** Where others wait, first what readers complained about. */
function nextQueue(queue: QueueName, counts: QueueCounts): QueueName | null {
  return QUEUES.find((other) => other !== queue && other !== 'rejected' && counts[other] > 0) ?? null;
}

/** Nothing is left: what comes here, and where something waits. */
export function EmptyQueue({ queue, counts }: { queue: QueueName; counts: QueueCounts }) {
  const t = useTranslations('moderation');
  const next = nextQueue(queue, counts);
  return (
    <EmptyState
      title={t(`empty.${queue}`)}
      actions={
        <>
          {next ? (
            <LinkButton href={queueHref(next)} look="primary">
              {t(`elsewhere.${next === 'reported' ? 'reported' : 'pending'}`, { n: counts[next] })}
            </LinkButton>
          ) : null}
          <LinkButton href="/log">{t('empty.toLog')}</LinkButton>
        </>
      }
    >
      <p>{t(`empty.${queue}Next`)}</p>
    </EmptyState>
  );
}
