'use client';

import { useTranslations } from 'use-intl/react';
import { Dialog } from '#components/ui/dialog.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import { AboutAuthor } from './about-author.tsx';
import { type DeskItem, likelyReason } from './item.ts';
import { KeysList } from './keys-list.tsx';
import { nameOf } from './name-of.ts';
import { ReasonDialog, type Taking } from './reason-dialog.tsx';
import type { QueueDeskState } from './use-queue-desk.ts';

/** Whichever dialog of the desk is open. */
export function DeskDialogs({ desk, locale }: { desk: QueueDeskState; locale: Locale }) {
  const { asking, ask } = desk.wishes;
  if (asking === null) return null;
  if (asking.what === 'keys')
    return <KeysList on={desk.keysOn} onSwitch={desk.switchKeys} onClose={desk.close} />;
  if (asking.what === 'about') return <About item={asking.item} desk={desk} locale={locale} />;
  const { action, items } = asking;
  return (
    <AskReason
      action={action}
      items={items}
      onClose={desk.close}
      onConfirm={(reason) => {
        ask(null);
        void desk.decisions.decide(action, items, reason);
        desk.follow();
      }}
    />
  );
}

/** The author on a small screen, where there is no room beside the items. */
function About({ item, desk, locale }: { item: DeskItem; desk: QueueDeskState; locale: Locale }) {
  const t = useTranslations('moderation');
  return (
    <Dialog open onClose={desk.close} title={t('person.heading')} closeLabel={t('close')}>
      <AboutAuthor
        item={item}
        locale={locale}
        onBan={() => desk.decide('ban', [item])}
        onUnban={() => {
          desk.close();
          desk.decide('unban', [item]);
        }}
      />
    </Dialog>
  );
}

function AskReason({
  action,
  items,
  onConfirm,
  onClose,
}: {
  action: Taking;
  items: readonly DeskItem[];
  onConfirm(reason: string): void;
  onClose(): void;
}) {
  const t = useTranslations('moderation');
  const [first] = items;
  const names = [...new Set(items.map((item) => nameOf(t, item)))];
  const people = new Set(items.map((item) => item.author?.id)).size;
  // One item is known by its words, several by who wrote them.
  const concerns = action !== 'ban' && items.length === 1 ? first?.text : names.join(', ');
  return (
    <ReasonDialog
      action={action}
      title={t(`ask.${action}`, { n: action === 'ban' ? people : items.length, name: names[0] ?? '' })}
      concerns={concerns ?? ''}
      does={t(`does.${action}`)}
      likely={likelyReason(items)}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
