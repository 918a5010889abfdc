import { confidence } from '#lib/verdict/confidence.ts';
import { SOURCE_KINDS } from './schema.ts';

interface Listed {
  kind: string | null;
  useful: number;
  notUseful: number;
}

/**
 * The order in which the sources of a claim are listed: by kind, primary sources first and those of which nobody said
 * what they are last; within a kind the more useful first, by the lower bound of the share of people who find it so
 * (verdict/confidence.ts); what is equal in both keeps its order. O(n log n).
 */
export function inListedOrder<T extends Listed>(sources: readonly T[]): T[] {
  return sources
    .map((source) => ({
      source,
      kind: kindPlace(source.kind),
      useful: confidence(source.useful, source.notUseful),
    }))
    .sort((a, b) => a.kind - b.kind || b.useful - a.useful || worse(a.source) - worse(b.source))
    .map(({ source }) => source);
}

/** Of two that nobody finds useful, the one that fewer find not useful comes first. */
const worse = ({ useful, notUseful }: Listed) => (useful === 0 ? notUseful : 0);

function kindPlace(kind: string | null): number {
  const place = (SOURCE_KINDS as readonly (string | null)[]).indexOf(kind);
  return place === -1 ? SOURCE_KINDS.length : place;
}
