import { keepPlace } from './keep-place.ts';
import type { LiveEvent } from './live-event.ts';

/**
 * Whether an event changes what the page shows of the original thread, which is then to be read anew. What a moderator
 * put away goes at once: nobody has to take up an offer for that.
 */
export function changesOriginal({ kind, id }: LiveEvent): boolean {
  if (kind === 'exhibit.imported') return true;
  if (!kind.startsWith('exhibit-comment.')) return false;
  const comment = document.getElementById(`original-${id}`);
  if (!comment) return false;
  if (kind === 'exhibit-comment.hidden') keepPlace(() => withhold(comment));
  return true;
}

/** Its words, its name, its votes; the claims about it and the replies stay. */
function withhold(comment: HTMLElement): void {
  for (const part of comment.querySelectorAll<HTMLElement>(
    ':scope > :is(.comment-head, .tied, .said, .read-on, .original-votes)',
  ))
    part.hidden = true;
}
