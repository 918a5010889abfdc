/** What a page carries besides its words; what it says of itself for machines stays. */
const HEAVY = ['script', 'style', 'svg', 'noscript', 'template'] as const;
const SPOKEN = /^<script\b[^>]*\bld\+json/i;

/** The page without one kind of element. O(length): what is not closed is left out to the end. */
function without(html: string, tag: (typeof HEAVY)[number]): string {
  const lower = html.toLowerCase();
  const [open, close] = [`<${tag}`, `</${tag}`];
  const kept: string[] = [];
  let from = 0;
  for (let at = lower.indexOf(open); at !== -1; at = lower.indexOf(open, from)) {
    const end = lower.indexOf(close, at);
    const after = end === -1 ? html.length : end + close.length + 1;
    const isSpoken = tag === 'script' && SPOKEN.test(html.slice(at, at + 200));
    kept.push(html.slice(from, isSpoken ? after : at));
    from = after;
  }
  kept.push(html.slice(from));
  return kept.join('');
}

/** A page without its scripts, styles and drawings, which are most of what large pages consist of. O(length). */
export function lightenHtml(html: string): string {
  return HEAVY.reduce(without, html);
}
