import { AsyncLocalStorage } from 'node:async_hooks';
import type { Prisma } from './generated/client.ts';

interface Ambient {
  tx: Prisma.TransactionClient;
  afterCommit: (() => void | Promise<void>)[];
}

// One per process, however often a bundler copies this module.
const kept = globalThis as unknown as { obelusAmbient?: AsyncLocalStorage<Ambient> };
kept.obelusAmbient ??= new AsyncLocalStorage<Ambient>();

/** The transaction that the running code is inside, if any. */
export const ambient: AsyncLocalStorage<Ambient> = kept.obelusAmbient;
