import { expect } from 'vitest';
import { LIMITS, type LimitName } from '#lib/http/limits.ts';

/**
 * Sends until it is refused as too often, and gives the answers, the refusal last. Limits count in fixed windows: where
 * one ends meanwhile, the next one begins to count, so that up to twice as many may pass, and never fewer.
 */
export async function untilTooOften<A extends { status: number }>(
  name: LimitName,
  send: (n: number) => Promise<A>,
): Promise<{ passed: A[]; refused: A }> {
  const { max } = LIMITS[name];
  const passed: A[] = [];
  for (let n = 0; n <= 2 * max; n += 1) {
    const answer = await send(n);
    if (answer.status !== 429) {
      passed.push(answer);
      continue;
    }
    expect(passed.length).toBeGreaterThanOrEqual(max);
    return { passed, refused: answer };
  }
  throw new Error(`${name} was never refused, though it was sent ${2 * max + 1} times`);
}
