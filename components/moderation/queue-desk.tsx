'use client';

import { useTranslations } from 'use-intl/react';
import { Ago, useClock } from '#components/ui/ago.tsx';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import type { QueueCounts, QueueName, QueuePage } from '#lib/moderation/queue/schema.ts';
import { AboutAuthor } from './about-author.tsx';
import { chosen, selectNone } from './desk.ts';
import { DeskDialogs } from './desk-dialogs.tsx';
import { DeskFoot } from './desk-foot.tsx';
import { EmptyQueue } from './empty-queue.tsx';
import { ITEM_DECISIONS } from './item.ts';
import { MoreWhenSeen } from './more-when-seen.tsx';
import { QueueItem } from './queue-item.tsx';
import { QueueNav } from './queue-nav.tsx';
import { type QueueDeskState, useQueueDesk } from './use-queue-desk.ts';

export interface QueueDeskProps {
  queue: QueueName;
  page: QueuePage;
  counts: QueueCounts;
  viewerId: string;
  /** The server's time. */
  now: string;
  locale: Locale;
}

/** One queue of the moderators: what waits in the middle, the queues at the left, who wrote it at the right. */
export function QueueDesk(props: QueueDeskProps) {
  const { queue, locale } = props;
  const t = useTranslations('moderation');
  const desk = useQueueDesk(props);
  const now = useClock(props.now);
  const { items, active, selected } = desk.state.desk;
  const item = items.find(({ key }) => key === active);
  const acting = chosen(desk.state.desk);
  const actions = ITEM_DECISIONS.filter(
    (action) => acting.length > 0 && acting.every(({ actions: can }) => can.includes(action)),
  );
  return (
    <main id="main" className="desk" data-ready={desk.ready || undefined}>
      <aside className="desk-queues">
        <QueueNav current={queue} counts={desk.counts} t={t} />
      </aside>
      <div className="desk-middle">
        <header className="desk-head">
          <h1 id="desk-heading" tabIndex={-1}>
            {t(`queue.${queue}`)}
          </h1>
          {items[0] ? (
            <p className="small">
              {t.rich(`waits.${queue}`, {
                ago: () => <Ago value={items[0]?.since ?? ''} now={now} locale={locale} />,
              })}
            </p>
          ) : null}
          <Button look="quiet" aria-keyshortcuts="?" onClick={() => desk.wishes.ask({ what: 'keys' })}>
            <Icon name="keyboard" />
            {t('allKeys')} <kbd aria-hidden="true">?</kbd>
          </Button>
        </header>
        <Items {...props} desk={desk} clock={now} />
        <DeskFoot
          decisions={desk.decisions}
          onUndo={desk.undo}
          selected={selected.size}
          actions={actions}
          onDecide={(action) => desk.decide(action, acting)}
          onAbout={item && selected.size === 0 ? () => desk.wishes.ask({ what: 'about', item }) : null}
          onSelectNone={() => {
            desk.state.change(selectNone);
            desk.follow();
          }}
        />
      </div>
      <aside className="desk-person" aria-label={t('person.heading')}>
        {item ? (
          <AboutAuthor
            item={item}
            locale={locale}
            onBan={() => desk.decide('ban', [item])}
            onUnban={() => desk.decide('unban', [item])}
          />
        ) : null}
      </aside>
      <DeskDialogs desk={desk} locale={locale} />
    </main>
  );
}

function Items({ queue, locale, desk, clock }: QueueDeskProps & { desk: QueueDeskState; clock: Date }) {
  const t = useTranslations('moderation');
  const { items, active, selected, settled } = desk.state.desk;
  const total = Math.max(items.length, desk.counts[queue]);
  if (items.length === 0 && !desk.hasMore) return <EmptyQueue queue={queue} counts={desk.counts} />;
  return (
    <>
      <div
        role="feed"
        aria-label={t('items', { queue: t(`queue.${queue}`) })}
        aria-busy={desk.more === 'loading'}
      >
        {items.map((item, place) => (
          <QueueItem
            key={item.key}
            item={item}
            active={item.key === active}
            selected={selected.has(item.key)}
            settled={settled.get(item.key)}
            place={place + 1}
            total={total}
            now={clock}
            locale={locale}
            on={desk.on}
          />
        ))}
      </div>
      {desk.more === 'failed' ? (
        <p className="desk-more">
          {t('moreFailed')} <Button onClick={() => void desk.loadMore()}>{t('retry')}</Button>
        </p>
      ) : null}
      {desk.more === 'loading' ? <p className="desk-more">{t('more')}</p> : null}
      <MoreWhenSeen onSeen={desk.loadMore} />
    </>
  );
}
