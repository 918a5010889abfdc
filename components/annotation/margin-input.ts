/** How the id of a card begins, and the address of an annotation. */
export const PREFIX = 'annotation-';

/** What a press in an article page is on, as far as the margin has to do with it. */
export type Press =
  | { on: 'close' }
  | { on: 'keys' }
  /** What leads to an annotation; from the text its passage is in view already. */
  | { on: 'link'; id: string; focus: boolean; scroll: boolean }
  /** Words of the article, with the marks over them, innermost first. */
  | { on: 'text'; marks: HTMLElement[] };

/** Null for what is somebody else's: another link, a button, a field, a press that selects, opens a tab, or was dealt with. */
export function pressIn(event: MouseEvent): Press | null {
  const { target } = event;
  const taken = event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey;
  if (!(target instanceof Element) || taken) return null;
  if (target.closest('[data-close]')) return { on: 'close' };
  if (target.closest('[data-keys]')) return { on: 'keys' };
  const link = target.closest<HTMLAnchorElement>(`a[href^="#${PREFIX}"]`);
  if (link) {
    const id = decodeURIComponent(link.hash.slice(1 + PREFIX.length));
    return { on: 'link', id, focus: event.detail === 0, scroll: !link.matches('.mark-end') };
  }
  const isOwn = target.closest(
    'a, button, summary, input, textarea, select, label, [contenteditable="true"]',
  );
  const selects = getSelection()?.isCollapsed === false;
  return isOwn || selects || !target.closest('.prose') ? null : { on: 'text', marks: marksOver(target) };
}

function marksOver(target: Element): HTMLElement[] {
  const marks: HTMLElement[] = [];
  for (let mark = target.closest<HTMLElement>('mark'); mark; ) {
    marks.push(mark);
    mark = mark.parentElement?.closest<HTMLElement>('mark') ?? null;
  }
  return marks;
}

/** Whether a key is for the margin, and not for a field, a dialog or the browser. */
export function isForMargin(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const { target } = event;
  const types =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
  return !types && document.querySelector('dialog[open]') === null;
}

/** Opens the list of all keys; closing it is the browser's own work. */
export function showKeys(): void {
  const keys = document.getElementById('keys');
  if (keys instanceof HTMLDialogElement && !keys.open) keys.showModal();
}
