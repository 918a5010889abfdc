import type { Bench } from './bench.ts';

/** The benches by name, in the order in which they run. Loaded when they are asked for. */
export const BENCHES: Record<string, () => Promise<Bench>> = {
  annotations: async () => (await import('./annotations.ts')).annotations,
};
