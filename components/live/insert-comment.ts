export const commentIn = (root: ParentNode, id: string) =>
  root.querySelector<HTMLElement>(`#${CSS.escape(`comment-${id}`)}`);

const idOf = (item: Element) => item.querySelector(':scope > .comment')?.id.slice('comment-'.length) || null;

/**
 * Takes a comment out of a thread as the server sends it and puts it into the one on the page, with all of its branch
 * that is not there yet. What was read into the page meanwhile stays. False where nobody can tell its place, because it
 * lies behind what has not been read.
 */
export function insertComment(thread: Element, fresh: Element, id: string): boolean {
  if (commentIn(thread, id)) return true;
  const item = commentIn(fresh, id)?.closest('li');
  if (!item) return false;
  const above = item.parentElement?.closest('li') ?? null;
  if (!above) return insertHead(thread, fresh, item);
  const parentId = idOf(above);
  const there = parentId && commentIn(thread, parentId)?.closest('li');
  // It comes with the branch that it stands in.
  if (!there) return parentId !== null && insertComment(thread, fresh, parentId);
  place(repliesOf(there, item), item);
  return true;
}

function insertHead(thread: Element, fresh: Element, item: Element): boolean {
  const list = thread.querySelector('.branches');
  if (!list) {
    // It is the first of all.
    const [nothing, all] = [thread.querySelector('.nothing'), fresh.querySelector('.branches')];
    if (nothing && all) nothing.replaceWith(all);
    return nothing !== null;
  }
  const isLast = !follower(item);
  if (isLast && thread.querySelector(':scope > .more[rel="next"]')) return false;
  place(list, item);
  return true;
}

/** The list of the replies to what stands in `there`; like that of `item` where it is the first. */
function repliesOf(there: Element, item: Element): Element {
  const list = there.querySelector(':scope > .replies');
  if (list) return list;
  const made = item.parentElement?.cloneNode(false) as Element;
  there.append(made);
  return made;
}

function place(list: Element, item: Element): void {
  list.insertBefore(item, follower(item));
}

/** Of those that come after it in its own list the first that stands on the page. */
function follower(item: Element): Element | null {
  for (let next = item.nextElementSibling; next; next = next.nextElementSibling) {
    const id = idOf(next);
    const there = id && document.getElementById(`comment-${id}`)?.closest('li');
    if (there) return there;
  }
  return null;
}
