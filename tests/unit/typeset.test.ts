import { describe, expect, test } from 'vitest';
import { clustersOf } from '#lib/interchange/typeset/breaks.ts';
import { Fonts, type TextStyle } from '#lib/interchange/typeset/fonts.ts';
import { setParagraph } from '#lib/interchange/typeset/paragraph.ts';
import { type Letter, outline, shape } from '#lib/interchange/typeset/shaping.ts';

const fonts = new Fonts();
const style: TextStyle = { family: 'serif', weight: 600, lang: 'en' };
const READING = { level: 0, lang: 'en' };

/** What a letter leaves on the page. */
async function drawn(cluster: string) {
  await fonts.load(clustersOf(cluster), style);
  const face = fonts.faceOf(cluster, style);
  const isSeen = ({ parts }: Letter) => parts.some(({ glyph }) => face.font.glyphToPath(glyph) !== '');
  const { letters } = shape(face, cluster, READING);
  return { face, letters, holes: letters.filter((letter) => letter.advance > 0 && !isSeen(letter)) };
}

describe('emoji', () => {
  test.each([
    ['a family', '👨‍👩‍👧‍👦'],
    ['a flag', '🇩🇪'],
    ['a tone of skin', '👍🏽'],
    ['a firefighter', '👩🏽‍🚒'],
    ['a kiss of two tones', '👩🏽‍❤️‍💋‍👨🏿'],
    ['a rainbow', '🏳️‍🌈'],
    ['a flag of tags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['a key', '1️⃣'],
    ['a heart', '❤️'],
  ])('%s is one picture', async (_what, emoji) => {
    const { face, letters, holes } = await drawn(emoji);
    expect(letters.map(({ text }) => text).join('')).toBe(emoji);
    expect([letters.filter(({ advance }) => advance > 0).length, holes]).toEqual([1, []]);
    expect(face.name).toContain('emoji');
  });

  test('one that nobody has joined yet is drawn as what is known of it', async () => {
    const { letters, holes } = await drawn('👋🏽‍♂️');
    expect(letters.map(({ text }) => text).join('')).toBe('👋🏽‍♂️');
    expect(holes).toEqual([]);
  });

  test('what no font has is a box', async () => {
    for (const unknown of ['👪', '𓀀', '\u0378']) {
      const { letters, holes } = await drawn(unknown);
      expect([letters.map(({ text }) => text), holes]).toEqual([[unknown], []]);
    }
  });

  test('words after them are as far apart as others', async () => {
    const spaceIn = async (text: string) => {
      const span = { text, style, size: 10, mark: null };
      const { lines } = await setParagraph(fonts, [span], { width: 500 });
      return lines[0]?.runs.find((run) => run.text.startsWith(' '))?.face.name;
    };
    expect(await spaceIn('👍 up')).toContain('source-serif');
  });
});

describe('letters', () => {
  test('have the form of their place in the word, drawn from its end', async () => {
    const arabic = { ...style, lang: 'ar' };
    await fonts.load(clustersOf('ببب'), arabic);
    const face = fonts.faceOf('ب', arabic);
    const { letters } = shape(face, 'ببب', { level: 1, lang: 'ar' });
    expect(new Set(letters.map(({ parts }) => JSON.stringify(parts))).size).toBe(3);
    expect(outline(face, 'بنت', 10, 0, 0, { level: 1, lang: 'ar' })).not.toBe(
      outline(face, 'تنب', 10, 0, 0, { level: 1, lang: 'ar' }),
    );
  });

  test('of a line stand in the order of reading, each where it is seen', async () => {
    const span = { text: 'قال 1709 مرة', style: { ...style, lang: 'ar' }, size: 10, mark: null };
    const { lines } = await setParagraph(fonts, [span], { width: 500 });
    const runs = lines[0]?.runs ?? [];
    expect(runs.map(({ text }) => text.trim()).filter(Boolean)).toEqual(['قال', '1709', 'مرة']);
    const places = runs.map(({ x }) => x);
    expect(places).toEqual(places.toSorted((a, b) => b - a));
  });
});
