/** Where the browser does not tell when it is idle (Safari), this long after the page came, in milliseconds. */
const IDLE_AFTER = 500;

/**
 * Shows somebody who only reads what others do meanwhile. The page comes first: the script that does it is asked for
 * when the browser is idle.
 */
export function mountLive(page: Document): () => void {
  const main = page.querySelector<HTMLElement>('main[data-reader="guest"][data-position]');
  const place = main?.querySelector<HTMLElement>('.live-offer');
  if (!main || !place) return () => {};
  let stop: (() => void) | null = null;
  let gone = false;
  const start = async () => {
    const { GuestArticle } = await import('./guest-article.ts');
    if (gone) return;
    const article = new GuestArticle(main, place);
    stop = () => article.stop();
  };
  // A page that is older than the server has no such script any more: it stays as it is.
  const begin = () => void start().catch(() => undefined);
  if (typeof requestIdleCallback === 'function') requestIdleCallback(begin, { timeout: 3_000 });
  else setTimeout(begin, IDLE_AFTER);
  return () => {
    gone = true;
    stop?.();
  };
}
