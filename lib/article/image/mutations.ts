import { db } from '#lib/db/client.ts';
import type { ImageFormat } from './format.ts';
import { imageKey } from './queries.ts';

/** What came of a look at an image that stands in a revision. */
export async function recordImage(url: string, look: ImageFormat | { failure: string }): Promise<void> {
  const found =
    'failure' in look
      ? { contentType: null, width: null, height: null, failure: look.failure }
      : { contentType: look.type, width: look.width, height: look.height, failure: null };
  const data = { ...found, lookedAt: new Date() };
  const key = imageKey(url);
  await db().articleImage.upsert({
    where: { key },
    create: { key, url, ...data },
    update: data,
    select: { key: true },
  });
}
