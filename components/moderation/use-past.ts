'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Attempt } from './attempt.ts';
import { type PastDeed, readPast, writePast } from './past.ts';

/** Something that was decided, perhaps a moment ago: the answer may still be on its way. */
export interface Deed {
  /** Null for what was decided before this page was loaded. */
  attempt: Attempt | null;
  words: string;
  about: string;
  at: number;
  /** Null where it was refused. */
  actionIds: Promise<string[] | null>;
}

export interface Past {
  /** What would be taken back next. */
  last: Pick<PastDeed, 'words' | 'about'> | null;
  push(deed: Deed): void;
  /** Gives out the newest one and forgets it. */
  pop(): Deed | null;
  forget(deed: Deed): void;
  /** To be called when the answer to a deed has come. */
  keep(): void;
}

/** What can be taken back, the newest last; it outlives the page, but not the tab. `onFound` hears of what was there. */
export function usePast(onFound: (last: PastDeed) => void): Past {
  const deeds = useRef<Deed[]>([]);
  const [last, setLast] = useState<Past['last']>(null);

  useEffect(() => {
    const kept = readPast();
    deeds.current = kept.map((deed) => ({
      ...deed,
      attempt: null,
      actionIds: Promise.resolve(deed.actionIds),
    }));
    const newest = kept.at(-1);
    if (newest) onFound(newest);
    setLast(newest ?? null);
  }, [onFound]);

  const keep = useCallback(() => {
    setLast(deeds.current.at(-1) ?? null);
    void Promise.all(deeds.current.map(toPast)).then((past) =>
      writePast(past.filter((deed) => deed !== null)),
    );
  }, []);
  const push = useCallback(
    (deed: Deed) => {
      deeds.current.push(deed);
      keep();
    },
    [keep],
  );
  const pop = useCallback(() => {
    const deed = deeds.current.pop() ?? null;
    keep();
    return deed;
  }, [keep]);
  const forget = useCallback(
    (deed: Deed) => {
      deeds.current = deeds.current.filter((other) => other !== deed);
      keep();
    },
    [keep],
  );
  return { last, push, pop, forget, keep };
}

async function toPast({ words, about, at, actionIds }: Deed): Promise<PastDeed | null> {
  const ids = await actionIds;
  return ids === null ? null : { words, about, at, actionIds: ids };
}
