'use client';

import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { announce } from '#components/ui/announce.ts';
import { type Decision, WITHOUT_REASON } from '#lib/moderation/schema.ts';
import type { DeskItem } from './item.ts';
import type { Taking } from './reason-dialog.tsx';
import type { Decisions } from './use-decisions.ts';

/** The dialog that is open. */
export type Asking =
  | { what: 'reason'; action: Taking; items: readonly DeskItem[] }
  | { what: 'about'; item: DeskItem }
  | { what: 'keys' };

interface Wishes {
  asking: Asking | null;
  ask(asking: Asking | null): void;
  /** What a key or a button wishes: asks for a reason where one is needed, and says why where it cannot be. */
  wish(action: Decision, items: readonly DeskItem[]): void;
}

export function useAsking(viewerId: string, decide: Decisions['decide']): Wishes {
  const t = useTranslations('moderation');
  const [asking, ask] = useState<Asking | null>(null);
  const wish = useCallback(
    (action: Decision, items: readonly DeskItem[]) => {
      if (items.length === 0) return announce(t('nothing'));
      const odd = items.find((item) => !allows(item, action));
      if (odd) return announce(t(`notFor.${whyNot(odd, action, viewerId)}`));
      if (WITHOUT_REASON.includes(action)) void decide(action, items, '');
      else ask({ what: 'reason', action: action as Taking, items });
    },
    [t, viewerId, decide],
  );
  return { asking, ask, wish };
}

function allows({ actions, author }: DeskItem, action: Decision): boolean {
  if (action === 'ban') return author?.canBan === true && !author.banned;
  if (action === 'unban') return author?.canBan === true && author.banned;
  return actions.includes(action);
}

function whyNot({ author }: DeskItem, action: Decision, viewerId: string) {
  if (author?.id === viewerId) return 'own';
  if (action !== 'ban' && action !== 'unban') return action;
  if (!author) return 'banGuest';
  return author.banned ? 'banned' : 'ban';
}
