import { z } from 'zod';

const PAGE_SIZE_MAX = 100;

/** `?cursor=&limit=` of every list. */
export const pageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_SIZE_MAX).default(20),
});

/** `{ items, nextCursor }` of something. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
