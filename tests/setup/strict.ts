// What nobody looks at rots: a console.error that the test did not announce fails it. (Unhandled rejections fail
// the run by themselves.)
import { afterEach, beforeEach } from 'vitest';

interface Strict {
  seen: string[];
  expected: RegExp[];
}

const kept = globalThis as unknown as { obelusStrict?: Strict };
kept.obelusStrict ??= { seen: [], expected: [] };
const state = kept.obelusStrict;

/** Announces that this test makes something complain; it fails if nothing does. */
export function expectConsoleError(pattern: RegExp) {
  state.expected.push(pattern);
}

/** Two queries at once on one connection: pg still lets the second one wait, and will not from its next version on. */
const WARNED = /client\.query\(\) when the client is already executing/;
process.on('warning', (warning) => {
  if (WARNED.test(warning.message)) state.seen.push(String(warning.stack));
});

beforeEach(() => {
  state.seen = [];
  state.expected = [];
  console.error = (...parts: unknown[]) => {
    state.seen.push(
      parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part))).join(' '),
    );
  };
});

afterEach(() => {
  const surprising = state.seen.filter((text) => !state.expected.some((pattern) => pattern.test(text)));
  const absent = state.expected.filter((pattern) => !state.seen.some((text) => pattern.test(text)));
  if (surprising.length > 0) throw new Error(`Unexpected console.error:\n${surprising.join('\n')}`);
  if (absent.length > 0) throw new Error(`console.error was expected and did not come: ${absent.join(', ')}`);
});
