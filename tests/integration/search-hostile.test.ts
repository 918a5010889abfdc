import { describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { searchOperation } from '#lib/http/contract/search.ts';
import { call } from '#tests/setup/api.ts';
import { untilTooOften } from '#tests/setup/limits.ts';

describe('hostile questions', () => {
  const ask = (q: string, query: Record<string, string> = {}) =>
    call(searchOperation, { query: { q, ...query } });

  test.each([
    ['ten thousand characters', 'a'.repeat(10_000)],
    ['NUL', 'a\0b'],
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['punctuation', '!?…—()'],
    ['wildcards', '%_\\'],
    ['two hundred words', Array.from({ length: 200 }, (_, n) => `w${n}`).join(' ')],
    ['seventeen words', Array.from({ length: 17 }, (_, n) => `w${n}`).join(' ')],
  ])('%s: refused in words', async (_, q) => {
    const { status, body } = await ask(q);
    expect([status, body.code]).toEqual([422, 'invalid']);
    expect(body.fields.q).toMatch(/\w+ \w+/);
  });

  test.each([
    '\'; DROP TABLE "Comment"; --',
    "' | 'a' & !('b",
    'a:* <-> b & !c',
    '((((',
    '"',
    '"unclosed phrase',
    "it's \\ %s $1",
    'half a character: a\ud800b',
    '\\m(a|b)\\M',
    'a'.repeat(300),
    '“”',
    '🦊 🚒',
    '‮abc',
    'ก็ ກ',
  ])('%s: answered or refused, never an error', async (q) => {
    expect([200, 422]).toContain((await ask(q)).status);
  });

  test('what is no filter is refused', async () => {
    const none: Record<string, string>[] = [
      { kind: 'user' },
      { lang: "de' OR 1=1" },
      { verdict: 'maybe' },
      { from: 'yesterday' },
      { limit: '1000' },
      { cursor: 'abc' },
      { cursor: Buffer.from('9999~99999999999999').toString('base64url') },
    ];
    for (const query of none) expect((await ask('ice', query)).status, JSON.stringify(query)).toBe(422);
  });

  test('too often is answered 429 before anything is sought', async () => {
    const headers = { 'x-obelus-address': '192.0.2.77' };
    const { refused } = await untilTooOften('search', () =>
      call(searchOperation, { query: { q: '!' }, headers }),
    );
    expect(refused.body.code).toBe('too-often');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('what takes too long is cut off, and told', async () => {
    const { bounded } = await import('#lib/search/bounded/queries.ts');
    await expect(bounded(() => db().$queryRaw`SELECT 1 FROM pg_sleep(5)`)).rejects.toMatchObject({
      code: 'too-slow',
    });
    // And the settings of a search stay within it.
    const [row] = await db().$queryRaw<
      { set: string }[]
    >`SELECT current_setting('statement_timeout') AS "set"`;
    expect(row?.set).toBe('0');
  });
});
