// The first run's content, in a process of its own. `npm start` says who the admin is by the environment.
import { disconnect } from '#lib/db/client.ts';
import { seed } from '../prisma/seed.ts';

try {
  await seed();
} finally {
  await disconnect();
}
