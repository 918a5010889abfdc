import { comparableUrl } from '#lib/fetch/url-variants.ts';
import type { WebPageQuery } from './schema.ts';

/** What is asked of a page's title and address. */
export interface Named {
  /** Each stands in the title or in the address; patterns of ILIKE. */
  patterns: string[];
  /** Its address begins like this, as comparableUrl has it; null for any. */
  address: string | null;
}

/** What somebody typed: an address in any variant, or parts of a title or an address. */
export function namedBy(q: WebPageQuery['q']): Named {
  if (!q) return { patterns: [], address: null };
  if (!/^https?:\/\//i.test(q) || !URL.canParse(q))
    return { patterns: q.split(' ').map(holding), address: null };
  const address = comparableUrl(q).replace(/\/$/, '');
  // The index knows patterns only.
  return { patterns: [holding(address)], address };
}

const holding = (part: string) => `%${part.replace(/[\\%_]/g, '\\$&')}%`;
