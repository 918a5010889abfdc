/** Where the browser does not tell when it is idle (Safari), this long after the page came, in milliseconds. */
const IDLE_AFTER = 500;

/**
 * Shows what others do while somebody reads; a workspace does it by itself. The page comes first: the script is asked for
 * when the browser is idle.
 */
export function mountLive(page: Document): () => void {
  const main = page.querySelector<HTMLElement>('main[data-position]:not([data-reader=""])');
  const place = main?.querySelector<HTMLElement>('.live-offer');
  if (!main || !place) return () => {};
  let stop = () => {};
  let gone = false;
  const start = async () => {
    const { LivePage } = await import('./live-page.ts');
    if (gone) return;
    const live = new LivePage(main, place);
    stop = () => live.stop();
  };
  // A page that is older than the server has no such script any more: it stays as it is.
  const begin = () => void start().catch(() => undefined);
  if (typeof requestIdleCallback === 'function') requestIdleCallback(begin, { timeout: 3_000 });
  else setTimeout(begin, IDLE_AFTER);
  return () => {
    gone = true;
    stop();
  };
}
