/** How long what was said stays on the screen, in milliseconds. */
const STAYS = 6000;

/**
 * Says something to everybody: it is shown at the foot of the page and read by screen readers. An error interrupts.
 * For client components; the regions are in the layout (`<Announcer>`), because a region that is added together with
 * its words is not read.
 */
export function announce(text: string, tone: 'info' | 'error' = 'info'): void {
  const region = document.getElementById(tone === 'error' ? 'announce-error' : 'announce-info');
  if (!region) return;
  // What went well is not shown beside what went wrong before it, and nothing is shown twice.
  if (tone === 'info') document.getElementById('announce-error')?.replaceChildren();
  for (const earlier of [...region.children]) if (earlier.textContent === text) earlier.remove();
  const line = document.createElement('p');
  line.className = tone;
  line.textContent = text;
  region.append(line);
  setTimeout(() => line.remove(), Math.max(STAYS, text.length * 80));
}

/** The same for screen readers only: what the eye sees anyway. */
export function announceQuietly(text: string): void {
  const region = document.getElementById('announce-quiet');
  if (region) region.textContent = text;
}
