import { threadHref } from './addresses.ts';
import type { Scene } from './scene.ts';
import type { Branch, Cursors } from './thread-state.ts';

interface LinkProps {
  branch: Branch;
  scene: Scene;
  /** Where the replies go on, where a page of them was read. */
  cursors: Cursors | undefined;
  /** Reads them into the page instead. */
  onLoad?: ((side: keyof Cursors) => void) | undefined;
}

/** What leads to the replies that follow those which are shown; null where there are none. */
export function moreReplies({ branch: { comment, more }, scene, cursors, onLoad }: LinkProps) {
  if (cursors ? cursors.next === null : more === 0) return null;
  // How many follow is known where none are left out before.
  const label = cursors?.prev ? scene.t('furtherReplies') : scene.t('moreReplies', { n: more });
  return (
    <RepliesLink
      side="next"
      id={comment.id}
      scene={scene}
      cursor={cursors?.next}
      onLoad={onLoad && (() => onLoad('next'))}
      further={cursors?.next ? scene.t('furtherReplies') : undefined}
    >
      {label}
    </RepliesLink>
  );
}

/** The same for those before, where a page of them begins in the middle. */
export function earlierReplies({ branch: { comment }, scene, cursors, onLoad }: LinkProps) {
  if (!cursors?.prev) return null;
  return (
    <RepliesLink
      side="prev"
      id={comment.id}
      scene={scene}
      cursor={cursors.prev}
      onLoad={onLoad && (() => onLoad('prev'))}
    >
      {scene.t('earlierReplies')}
    </RepliesLink>
  );
}

function RepliesLink({
  side,
  id,
  scene: { place, sort },
  cursor,
  onLoad,
  further,
  children,
}: {
  side: keyof Cursors;
  id: string;
  scene: Scene;
  cursor: string | null | undefined;
  onLoad: (() => void) | undefined;
  /** Its words where a script puts it above a reply that is on the page already: then the number does not fit. */
  further?: string | undefined;
  children: string;
}) {
  return (
    <a
      className="more"
      rel={side}
      href={threadHref(place.path, { sort, replies: id, cursor: cursor ?? null })}
      data-replies={id}
      data-further={further}
      onClick={onLoad && loading(onLoad)}
    >
      {children}
    </a>
  );
}

/** Does it here instead of following the link, unless the reader wants the link in another tab. */
export function loading(load: () => void) {
  return (event: React.MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    load();
  };
}
