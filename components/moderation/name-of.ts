import type { Words } from '#components/ui/words.ts';

/** How whoever wrote something is called. */
export function nameOf(
  t: Words<'moderation'>,
  { author, guest }: { author: { name: string } | null; guest: { name: string } | null },
): string {
  return author?.name ?? guest?.name ?? t('former');
}
