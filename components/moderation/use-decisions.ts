'use client';

import { type RefObject, useCallback, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Submission } from '#components/api/request.ts';
import { announceQuietly } from '#components/ui/announce.ts';
import type { QueueName } from '#lib/moderation/queue/schema.ts';
import type { ActionView, Decision } from '#lib/moderation/schema.ts';
import {
  type Attempt,
  aboutWords,
  afterwards,
  isAboutPeople,
  queueAfter,
  takesOff,
  toInput,
  withPeople,
} from './attempt.ts';
import { goTo, layBack, renew, settle, take } from './desk.ts';
import type { DeskItem } from './item.ts';
import type { PastDeed } from './past.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { sendDecision, takeBack } from './requests.ts';
import type { DeskState } from './use-desk.ts';
import { type Past, usePast } from './use-past.ts';
import type { Queue, UnderWay } from './use-queue.ts';

/** What was just done or went wrong, and what can be done about it. */
export interface Line {
  words: string;
  /** Whose words it was about, and how they begin. */
  about?: string;
  tone: 'done' | 'failed';
  /** What a press on “Try again” sends. */
  again?: Attempt;
  /** First somebody has to sign in again. */
  signedOut?: boolean;
}

export interface Decisions {
  line: Line | null;
  /** What would be taken back next. */
  last: Past['last'];
  decide(action: Decision, items: readonly DeskItem[], reason: string): Promise<void>;
  again(attempt: Attempt): Promise<void>;
  undo(): Promise<void>;
}

interface Options {
  queue: QueueName;
  state: DeskState;
  underWay: RefObject<UnderWay>;
  moved: Queue['moved'];
  /** How many stand in the queue. */
  total: RefObject<number>;
  reread: Queue['reread'];
}

/** Deciding, and taking back: the desk is ahead of the server, and goes back where the server says no. */
export function useDecisions(options: Options): Decisions {
  const [line, setLine] = useState<Line | null>(null);
  const onFound = useCallback(({ words, about }: PastDeed) => setLine({ words, about, tone: 'done' }), []);
  const past = usePast(onFound);
  const again = useSending(options, past, setLine);
  const decide = useCallback<Decisions['decide']>(
    (action, items, reason) => again({ action, items, reason, submission: new Submission() }),
    [again],
  );
  return { line, last: past.last, decide, again, undo: useUndo(options, past, setLine) };
}

type SetLine = (line: Line) => void;

function useSending({ queue, state, underWay, moved, total }: Options, past: Past, setLine: SetLine) {
  const t = useTranslations('moderation');
  const problems = useTranslations('problems');
  const { change } = state;
  const { push, forget, keep } = past;

  const refused = useCallback(
    (attempt: Attempt, { words, settled, renewed, mayTryAgain, signedOut }: Refusal) => {
      const left = takesOff(attempt, queue) ? attempt.items : [];
      change((desk) => settle(renew(layBack(desk, left), renewed), settled));
      moved(-left.length, queue, queueAfter(attempt.action));
      const again = mayTryAgain ? { again: attempt } : {};
      setLine({ words: t('refused', { why: words }), tone: 'failed', signedOut, ...again });
    },
    [change, moved, queue, setLine, t],
  );

  return useCallback(
    async (attempt: Attempt) => {
      const { action, items, submission } = attempt;
      const keys = items.map(({ key }) => key);
      const words = t(`done.${action}`, { n: items.length, name: items[0]?.author?.name ?? '' });
      const about = aboutWords(t, attempt);
      const leave = takesOff(attempt, queue);
      if (leave) {
        change((desk) => take(desk, keys));
        moved(items.length, queue, queueAfter(action));
        announceQuietly(`${words} ${t('left', { n: Math.max(0, total.current - items.length) })}`);
      }
      setLine({ words, about, tone: 'done' });
      underWay.current.began += 1;
      underWay.current.open += 1;
      const sent = sendDecision(toInput(attempt), submission);
      const actionIds = sent.then(
        (views) => views.map(({ id }) => id),
        () => null,
      );
      const deed = { attempt, words, about, at: Date.now(), actionIds };
      push(deed);
      try {
        const views = await sent;
        keep();
        if (!leave) {
          change((desk) => renew(renew(desk, afterwards(items, views)), withPeople(desk.items, views)));
          announceQuietly(words);
        }
      } catch (error) {
        forget(deed);
        refused(attempt, await refusalOf(error, items, { t, problems }));
      }
      underWay.current.open -= 1;
    },
    [change, moved, queue, refused, push, keep, forget, setLine, t, problems, total, underWay],
  );
}

function useUndo({ queue, state, underWay, moved, total, reread }: Options, past: Past, setLine: SetLine) {
  const t = useTranslations('moderation');
  const problems = useTranslations('problems');
  const { change } = state;
  const { pop } = past;
  return useCallback(async () => {
    const deed = pop();
    underWay.current.began += 1;
    if (!deed) return announceQuietly(t('undoNone'));
    const ids = await deed.actionIds;
    // It was refused: that was said, and nothing is to be taken back.
    if (ids === null) return;
    const { attempt } = deed;
    const items = attempt && !isAboutPeople(attempt) ? attempt.items : [];
    // What is read while it is taken back may be older than what comes of it.
    underWay.current.open += 1;
    const sent = await takeAllBack(ids).then(
      (views) => ({ views }),
      (error: unknown) => ({ error }),
    );
    underWay.current.open -= 1;
    if ('error' in sent) {
      const { words } = await refusalOf(sent.error, items, { t, problems });
      setLine({ words: t('undoFailed', { why: words }), tone: 'failed' });
      await reread();
      return;
    }
    const { views } = sent;
    const standing = afterwards(items, views);
    const back = attempt && takesOff(attempt, queue) ? standing : [];
    change((desk) => {
      const full = layBack(renew(renew(desk, withPeople(desk.items, views)), standing), back);
      return standing[0] ? goTo(full, standing[0].key) : full;
    });
    if (attempt && back.length > 0) moved(-back.length, queue, queueAfter(attempt.action));
    else await reread();
    setLine({ words: t('done.undo'), about: deed.about, tone: 'done' });
    const left = back.length > 0 ? ` ${t('left', { n: total.current + back.length })}` : '';
    announceQuietly(`${t('done.undo')}${left}`);
  }, [change, moved, pop, queue, reread, setLine, t, problems, total, underWay]);
}

/** One after the other, the last one first. */
async function takeAllBack(ids: readonly string[]): Promise<ActionView[]> {
  const views: ActionView[] = [];
  for (const id of [...ids].reverse()) views.push(await takeBack(id));
  return views;
}
