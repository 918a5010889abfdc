import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { iconPath, isIconName } from '#components/ui/icon.tsx';
import { initials } from '#components/ui/initials.ts';
import { formatTime } from '#components/ui/time.tsx';
import { projectRoot } from '#lib/env/project-root.ts';
import { PALETTE, VERDICT_COLOURS } from '#lib/interchange/picture/palette.ts';
import { SHOWN } from '#lib/verdict/verdicts.ts';

const tokens = readFileSync(path.join(projectRoot, 'app/styles/tokens.css'), 'utf8');

/** The colour of a token in the light and in the dark theme. */
function coloursOf(name: string): [string, string] {
  const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens);
  if (!found) throw new Error(`no colour --${name}`);
  return [found[1] as string, found[2] as string];
}

/** Contrast of two colours as WCAG 2 reckons it. */
function contrast(one: string, other: string): number {
  const light = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [bright, dim] = [light(one), light(other)].sort((a, b) => b - a) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
}

test.each(['ink', 'soft', 'accent', ...SHOWN])(
  '--%s can be read on paper, sheet and wash, by day and by night',
  (name) => {
    for (const ground of ['paper', 'sheet', 'wash']) {
      for (const theme of [0, 1] as const) {
        expect(
          contrast(coloursOf(name)[theme], coloursOf(ground)[theme]),
          `${ground} ${theme}`,
        ).toBeGreaterThanOrEqual(4.5);
      }
    }
  },
);

test('the border of a field stands out from the sheet', () => {
  for (const theme of [0, 1] as const) {
    expect(contrast(coloursOf('line')[theme], coloursOf('sheet')[theme])).toBeGreaterThanOrEqual(3);
  }
});

test('every verdict has a picture', () => {
  expect([...SHOWN, 'folded', 'remark'].filter((name) => !isIconName(name))).toEqual([]);
});

test('where pictures are drawn by the stylesheet, they are the same', () => {
  const styles = readFileSync(path.join(projectRoot, 'app/styles/icons.css'), 'utf8');
  for (const name of [...SHOWN, 'folded', 'remark'] as const) {
    const drawn = new RegExp(`\\.v-${name}::after \\{[^}]*<path d="([^"]+)"`).exec(styles)?.[1];
    expect(drawn, name).toBe(iconPath(name));
  }
});

test('initials of a name', () => {
  expect(['Jonas Hale', 'miriam', '李 明', 'Ana María de la Cruz', '🚗 Fan', '  '].map(initials)).toEqual([
    'JH',
    'M',
    '李明',
    'AC',
    '🚗F',
    '',
  ]);
});

test('a day stays the day that it is; a moment is told in UTC', () => {
  expect(formatTime('2026-03-04', 'en')).toBe('4 March 2026');
  expect(formatTime('2026-03-04', 'de', true)).toBe('4. März 2026');
  expect(formatTime('2026-03-04T23:30:00Z', 'en', true)).toBe('4 March 2026 at 23:30 UTC');
});

test('pictures for other sites wear the colours of the light theme', () => {
  for (const [name, colour] of Object.entries({ ...PALETTE, ...VERDICT_COLOURS }))
    expect(colour, name).toBe(coloursOf(name)[0]);
});
