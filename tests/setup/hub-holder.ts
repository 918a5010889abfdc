// A second process on the database: it tells what it hears, and does what it is told to.
import type { Happening } from '#lib/events/schema.ts';

const [{ emit }, { subscribe }, { hub }, { transaction }] = await Promise.all([
  import('#lib/events/mutations.ts'),
  import('#lib/events/bus.ts'),
  import('#lib/realtime/hub.ts'),
  import('#lib/db/transaction.ts'),
]);

subscribe((happening) => process.send?.({ heard: happening }));
await hub().start();

process.on('message', async (events: Happening[]) => {
  for (const { kind, articleId, subjectId, data } of events)
    await transaction(() => emit({ kind, articleId, subjectId, data }));
  process.send?.({ done: events.length });
});
process.on('disconnect', () => process.exit(0));
const connected = setInterval(() => {
  if (!hub().connected) return;
  clearInterval(connected);
  process.send?.({ ready: true });
}, 20);
