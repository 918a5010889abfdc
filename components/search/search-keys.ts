import { announceQuietly } from '#components/ui/announce.ts';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

const isShown = (element: HTMLElement) => element.getClientRects().length > 0;

/** `/` leads into the search from any page; in its results the arrows go from one to the next. */
export function mountSearchKeys(page: Document): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '/' && !isTyping(event.target)) goToSearch(page, event);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(page, event);
  };
  page.addEventListener('keydown', onKeyDown);
  // Who came for the search, and not for what was found, wants to type.
  const field = page.querySelector<HTMLInputElement>('.search-page [data-search-field]');
  if (field && field.value === '' && page.activeElement === page.body) field.focus();
  // How much was found is the news of a page of results: whoever does not see it hears it first.
  const told = page.querySelector<HTMLElement>('[data-search-told]')?.dataset.searchTold;
  if (told) announceQuietly(told);
  return () => page.removeEventListener('keydown', onKeyDown);
}

function goToSearch(page: Document, event: KeyboardEvent): void {
  // A dialog that is open has the keys for itself.
  if (page.querySelector('dialog:modal')) return;
  const fields = [...page.querySelectorAll<HTMLInputElement>('[data-search-field]')].filter(isShown);
  const field = fields.find((one) => one.closest('main')) ?? fields[0];
  const link = page.querySelector<HTMLAnchorElement>('[data-search-link]');
  if (!field && !link) return;
  event.preventDefault();
  if (!field) return link?.click();
  field.focus();
  field.select();
}

/** The field, and the titles of what was found, in one line up and down. */
function walk(page: Document, event: KeyboardEvent): void {
  const stops = [...page.querySelectorAll<HTMLElement>('.search-page :is([data-search-field], .hit h3 a)')];
  const at = stops.indexOf(event.target as HTMLElement);
  const next = at < 0 ? undefined : stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
