import { expect, test } from 'vitest';
import { prisma } from '#lib/db/client.ts';

test('a test file has a migrated, empty database of its own', async () => {
  expect(await prisma().user.count()).toBe(0);
});
