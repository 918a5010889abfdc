import type { z } from 'zod';
import { importInput, importPreview } from '#lib/article/schema.ts';
import { originalThread } from '#lib/importers/thread/schema.ts';

/**
 * An import with the thread that stood under the article: as a preview told it, or null for none. Left out, it is read
 * from what is brought.
 */
export const importWithThread = importInput.safeExtend({ thread: originalThread.nullable().optional() });
export type ImportWithThread = z.output<typeof importWithThread>;

export const importPreviewWithThread = importPreview
  .extend({ thread: originalThread.nullable() })
  .meta({ id: 'ImportPreview' });
export type ImportPreviewWithThread = z.output<typeof importPreviewWithThread>;
