import type { ThreadView } from '#lib/flows/thread-page.ts';
import { threadHref } from './addresses.ts';
import type { Scene } from './scene.ts';
import type { Branch } from './tree.ts';

interface LinkProps {
  branch: Branch;
  scene: Scene;
  view: Omit<ThreadView, 'items'>;
}

/** Leads to the replies that follow those which are shown. */
export function moreReplies({ branch: { comment, more }, scene: { place, sort, t }, view }: LinkProps) {
  const isWhole = view.repliesTo === comment.id;
  if (isWhole ? view.nextCursor === null : more === 0) return null;
  const cursor = isWhole ? view.nextCursor : null;
  // How many follow is known where none are left out before.
  const label = isWhole && view.prevCursor ? t('furtherReplies') : t('moreReplies', { n: more });
  return (
    <a
      className="more"
      href={threadHref(place.path, { sort, replies: comment.id, cursor })}
      data-replies={comment.id}
    >
      {label}
    </a>
  );
}

/** Leads to the replies before those which are shown, where a page of them begins in the middle. */
export function earlierReplies({ branch: { comment }, scene: { place, sort, t }, view }: LinkProps) {
  if (view.repliesTo !== comment.id || view.prevCursor === null) return null;
  return (
    <a
      className="more"
      href={threadHref(place.path, { sort, replies: comment.id, cursor: view.prevCursor })}
      data-replies={comment.id}
    >
      {t('earlierReplies')}
    </a>
  );
}
