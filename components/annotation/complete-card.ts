/**
 * Fills a card that only says what it shows with all that people laid beside it, as the server draws it. While it waits
 * and when it fails it says so on the card, which has a link to the page of the annotation all the same.
 */
export function completeCard(card: HTMLElement, id: string): void {
  const waiting = waitIn(card);
  if (!waiting) return;
  void readCard(id).then((inside) => {
    if (inside === null) return waiting.fail();
    const hadFocus = card.contains(document.activeElement);
    card.innerHTML = inside;
    delete card.dataset.light;
    // What had it is gone; the card is the nearest to it.
    if (hadFocus) card.focus({ preventScroll: true });
  });
}

/** Says on a card that something is on its way; null when it says so already. */
export function waitIn(card: HTMLElement): { fail(): void; end(): void } | null {
  if (card.querySelector(':scope > [aria-busy="true"]')) return null;
  const words = card.closest<HTMLElement>('[data-waiting]')?.dataset ?? {};
  const more = card.querySelector<HTMLElement>(':scope > .card-more') ?? document.createElement('div');
  more.className = 'card-more';
  more.role = 'status';
  more.ariaBusy = 'true';
  more.textContent = words.waiting ?? '';
  card.querySelector(':scope > .statement')?.after(more);
  return {
    fail: () => {
      more.ariaBusy = 'false';
      more.textContent = words.failed ?? '';
    },
    end: () => more.remove(),
  };
}

/** All that people laid beside an annotation, as the server draws it in a card; null when it does not come. */
export async function readCard(id: string): Promise<string | null> {
  try {
    const response = await fetch(`/claims/${encodeURIComponent(id)}/card`);
    return response.ok ? await response.text() : null;
  } catch {
    // No connection.
    return null;
  }
}
