import { describe, expect, test } from 'vitest';
import {
  missingFrom,
  REQUIREMENTS,
  type RulingParts,
  USUAL_REQUIREMENTS,
} from '#lib/verdict/requirements.ts';

const source = (voice: string, verified = true, primary = false) => ({ verified, primary, voice });
const WHOLE: RulingParts = {
  summary: 'It is so.',
  reasoning: 'Because.',
  selectedBecause: 'Many asked.',
  askedForComment: 'Nobody answered.',
  evidenceAgainst: 'A letter.',
  sources: [source('a', true, true), source('b')],
};

describe('what a ruling lacks', () => {
  test.each<[string, Partial<RulingParts>, string[]]>([
    ['nothing', {}, []],
    ['words of nothing but space', { summary: ' \n', evidenceAgainst: '' }, ['summary', 'evidence-against']],
    [
      'reasons',
      { reasoning: '', selectedBecause: ' ', askedForComment: '' },
      ['reasoning', 'selected-because', 'asked-for-comment'],
    ],
    ['all sources', { sources: [] }, ['verified-sources', 'primary-source']],
    ['a second source', { sources: [source('a', true, true)] }, ['verified-sources']],
    ['a second voice', { sources: [source('a', true, true), source('a')] }, ['verified-sources']],
    [
      'a source that was checked',
      { sources: [source('a', true, true), source('b', false)] },
      ['verified-sources'],
    ],
    ['a primary source', { sources: [source('a'), source('b')] }, ['primary-source']],
    [
      'a primary source that was checked',
      { sources: [source('a'), source('b'), source('c', false, true)] },
      ['primary-source'],
    ],
  ])('%s', (_, change, missing) =>
    expect(missingFrom({ ...WHOLE, ...change }, REQUIREMENTS)).toEqual(missing),
  );

  test('what is not mandatory is not missing', () => {
    const nothing: RulingParts = { ...WHOLE, summary: '', reasoning: '', evidenceAgainst: '', sources: [] };
    expect(missingFrom(nothing, [])).toEqual([]);
    expect(missingFrom(nothing, USUAL_REQUIREMENTS)).toEqual([
      'summary',
      'verified-sources',
      'primary-source',
      'evidence-against',
    ]);
    expect(missingFrom(nothing, ['reasoning'])).toEqual(['reasoning']);
  });
});
