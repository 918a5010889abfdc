import { announce } from '#components/ui/announce.ts';

/** Makes the choices of language and colours work. The server keeps each, because it writes them into the page. */
export function mountPreferences(page: Document): () => void {
  const listening = new AbortController();
  for (const group of page.querySelectorAll<HTMLElement>('[data-preferences]')) {
    // One after the other: the last choice is the one that stays.
    let turn = Promise.resolve();
    const changed = ({ target }: Event) => {
      if (target instanceof HTMLSelectElement) turn = turn.then(() => choose(group, target));
    };
    group.addEventListener('change', changed, { signal: listening.signal });
  }
  return () => listening.abort();
}

async function choose(group: HTMLElement, { name, value }: HTMLSelectElement): Promise<void> {
  const answer = await fetch('/api/preferences', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ [name]: value }),
  }).catch(() => null);
  if (!answer?.ok) return announce(group.dataset.failed ?? '', 'error');
  if (name === 'language') return location.reload();
  const { dataset } = group.ownerDocument.documentElement;
  if (value === 'system') delete dataset.theme;
  else dataset.theme = value;
}
