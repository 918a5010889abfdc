import type { Bench } from './bench.ts';

/** The benches by name, in the order in which they run. Loaded when they are asked for. */
export const BENCHES: Record<string, () => Promise<Bench>> = {
  page: async () => (await import('./page.ts')).page,
  annotations: async () => (await import('./annotations.ts')).annotations,
  post: async () => (await import('./post.ts')).post,
  import: async () => (await import('./import.ts')).importPages,
  anchoring: async () => (await import('./anchoring.ts')).anchoring,
  live: async () => (await import('./live.ts')).live,
  search: async () => (await import('./search.ts')).search,
  claims: async () => (await import('./claims.ts')).claims,
  consensus: async () => (await import('./consensus.ts')).consensus,
  evidence: async () => (await import('./evidence.ts')).evidence,
};

/** Those that measure what runs without a server: for them alone nothing is built. */
export const WITHOUT_SERVER: ReadonlySet<string> = new Set(['import', 'anchoring', 'consensus', 'evidence']);
