/** The same address, asking to see what others made of the claims there. */
export function revealHref(href: string): string {
  const [address = '', at] = href.split('#');
  return `${address}${address.includes('?') ? '&' : '?'}reveal=1${at ? `#${at}` : ''}`;
}
