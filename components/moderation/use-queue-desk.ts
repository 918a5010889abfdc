'use client';

import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { announceQuietly } from '#components/ui/announce.ts';
import { COUNT_MAX, type QueueCounts } from '#lib/moderation/queue/schema.ts';
import type { Decision } from '#lib/moderation/schema.ts';
import { chosen, extend, extendTo, goTo, selectNone, step, take, toggle } from './desk.ts';
import { DECISION_KEYS, type DeskItem, toDeskItem } from './item.ts';
import type { QueueDeskProps } from './queue-desk.tsx';
import type { ItemHandlers } from './queue-item.tsx';
import { useAsking } from './use-asking.ts';
import { useDecisions } from './use-decisions.ts';
import { type DeskState, useDesk } from './use-desk.ts';
import { useFresh } from './use-fresh.ts';
import { type Keys, useKeySwitch, useKeys } from './use-keys.ts';
import { type UnderWay, useQueue } from './use-queue.ts';

/** All that happens on the desk. */
export function useQueueDesk({ queue, page, counts, viewerId }: QueueDeskProps) {
  const t = useTranslations('moderation');
  const first = useMemo(() => page.items.map(toDeskItem), [page]);
  const state = useDesk(first);
  const underWay = useRef<UnderWay>({ open: 0, began: 0 });
  const total = useRef(counts[queue]);
  const onLeft = useCallback((n: number) => announceQuietly(t('leftByOthers', { n })), [t]);
  const known = useQueue({
    queue,
    state,
    counts,
    nextCursor: page.nextCursor,
    underWay,
    decidedElsewhere: t('decidedElsewhere'),
    onLeft,
  });
  useEffect(() => {
    total.current = known.counts[queue];
  }, [known.counts, queue]);
  const { moved, reread } = known;
  const decisions = useDecisions({ queue, state, underWay, moved, total, reread });
  const wishes = useAsking(viewerId, decisions.decide);
  const follow = useFollow(state);
  useFresh(reread);
  useWaiting(known.counts);

  const { wish, ask } = wishes;
  const decide = useCallback(
    (action: Decision, items: readonly DeskItem[]) => {
      wish(action, items);
      follow();
    },
    [wish, follow],
  );
  const on = useHandlers(state, decide, follow, ask);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const [keysOn, switchKeys] = useKeySwitch();
  const undo = useCallback(() => void decisions.undo().then(follow), [decisions.undo, follow]);
  useKeys(keysOf({ state, follow, decide, undo, showKeys: () => ask({ what: 'keys' }) }), keysOn);

  const close = useCallback(() => {
    ask(null);
    follow();
  }, [ask, follow]);
  return { ...known, state, decisions, wishes, decide, follow, on, undo, close, keysOn, switchKeys, ready };
}

/** The header says how much waits, on every page; here it is known as it changes. The header is no part of the desk. */
function useWaiting({ reported, pending }: QueueCounts): void {
  const waiting = reported + pending;
  useEffect(() => {
    for (const count of document.querySelectorAll<HTMLElement>('[data-waiting]')) {
      count.textContent = waiting >= COUNT_MAX ? `${COUNT_MAX}+` : String(waiting);
      const badge = count.closest<HTMLElement>('.badge');
      if (badge) badge.hidden = waiting === 0;
    }
  }, [waiting]);
}

export type QueueDeskState = ReturnType<typeof useQueueDesk>;

/** After a step by key, and after a decision, the focus goes to the item that is active then. */
function useFollow({ latest }: DeskState): () => void {
  const [wanted, follow] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    if (wanted === 0 || document.querySelector('dialog:modal')) return;
    const { active } = latest.current;
    const element = document.getElementById(active === null ? 'desk-heading' : `item-${active}`);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  }, [wanted, latest]);
  return follow;
}

function useHandlers(
  { change }: DeskState,
  decide: (action: Decision, items: readonly DeskItem[]) => void,
  follow: () => void,
  ask: ReturnType<typeof useAsking>['ask'],
): ItemHandlers {
  return useMemo(
    () => ({
      activate: (key) => change((desk) => goTo(desk, key)),
      select: (key, withShift) => change((desk) => (withShift ? extendTo(desk, key) : toggle(desk, key))),
      decide: (action, item) => decide(action, [item]),
      about: (item) => ask({ what: 'about', item }),
      moveOn: (key) => {
        change((desk) => take(desk, [key]));
        follow();
      },
    }),
    [change, decide, follow, ask],
  );
}

interface KeyWork {
  state: DeskState;
  follow(): void;
  decide(action: Decision, items: readonly DeskItem[]): void;
  undo(): void;
  showKeys(): void;
}

function keysOf({ state: { latest, change }, follow, decide, undo, showKeys }: KeyWork): Keys {
  const walk = (work: Parameters<DeskState['change']>[0]) => () => {
    change(work);
    follow();
  };
  const decisions = Object.entries(DECISION_KEYS).map(([action, key]) => [
    key,
    () => decide(action as Decision, chosen(latest.current)),
  ]);
  const select = walk((desk) => (desk.active === null ? desk : toggle(desk, desk.active)));
  return {
    ...Object.fromEntries(decisions),
    Delete: () => decide('remove', chosen(latest.current)),
    j: walk((desk) => step(desk, 1)),
    k: walk((desk) => step(desk, -1)),
    'Shift+j': walk((desk) => extend(desk, 1)),
    'Shift+k': walk((desk) => extend(desk, -1)),
    s: select,
    ' ': select,
    Escape: walk(selectNone),
    Enter: () => document.querySelector<HTMLElement>('.item[aria-current] [data-open]')?.click(),
    u: undo,
    '?': showKeys,
  };
}
