import { completeCard } from './complete-card.ts';
import { mountMargin } from './margin.ts';

/** The margin of whoever only reads. A workspace mounts its own. */
export function mountGuestMargin(page: Document): () => void {
  const root = page.querySelector<HTMLElement>('[data-reader="guest"]');
  return root ? mountMargin(root, { complete: completeCard }).destroy : () => {};
}
