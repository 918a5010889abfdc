import type { Happening } from '#lib/events/schema.ts';

/** What puts something into a queue of the moderators, takes it out, or decides it. */
const DECIDED = /^(comment|annotation)\.(approved|rejected|hidden|restored|removed)$/;
const CONCERNED = /^(report\.made|comment\.deleted|annotation\.(withdrawn|deleted)|user\.(banned|unbanned))$/;
/** What readers do not see because it waits. */
const WAITS = /^comment\.(posted|edited)$/;

/** Whether the queues of the moderators may be others after it. */
export function changesQueues({ kind, data }: Happening): boolean {
  return DECIDED.test(kind) || CONCERNED.test(kind) || (WAITS.test(kind) && data.unseen === true);
}
