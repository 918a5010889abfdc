// The first run's content, in a process of its own, which tells `npm start` what it made.
import { disconnect } from '#lib/db/client.ts';
import { seed } from '../prisma/seed.ts';

try {
  const seeded = await seed();
  process.send?.(seeded);
} finally {
  await disconnect();
}
process.disconnect?.();
