import type { Bench } from './bench.ts';

/** The benches by name, in the order in which they run. Loaded when they are asked for. */
export const BENCHES: Record<string, () => Promise<Bench>> = {
  post: async () => (await import('./post.ts')).post,
  annotations: async () => (await import('./annotations.ts')).annotations,
};
