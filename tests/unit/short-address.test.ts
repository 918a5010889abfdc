import { expect, test } from 'vitest';
import { shortAddress } from '#components/annotation/sources.tsx';

test.each([
  ['https://www.example.org/', 'example.org'],
  ['http://example.org/a/b?c=d', 'example.org/a/b?c=d'],
  ['https://fr.example.org/wiki/M%C3%A9chain', 'fr.example.org/wiki/Méchain'],
  // Half an escape is shown as it is; nothing invisible and nothing that turns the line around is drawn.
  ['https://example.org/%E3%81', 'example.org/%E3%81'],
  ['https://example.org/a%E2%80%AEb%20c', 'example.org/a%E2%80%AEb%20c'],
  [`https://example.org/${'a'.repeat(100)}`, `example.org/${'a'.repeat(48)}…`],
])('%s is shown as %s', (url, shown) => expect(shortAddress(url)).toBe(shown));
