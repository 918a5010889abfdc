import { type Carried, GONE } from './carried.ts';
import type { Difference } from './difference.ts';
import { MOST_STANDOUT } from './judge.ts';
import type { Place } from './locate.ts';
import { resolver } from './resolve.ts';
import { describe } from './selector.ts';

/** A search among the words of the new text that were not in the old one. */
export function searchIn(difference: Difference): (span: Place) => Carried {
  const { oldText, newText } = difference;
  const stretches = difference.newcomers();
  const starts: number[] = [];
  let text = '';
  for (const { start, end } of stretches) {
    starts.push(text.length);
    text += `${newText.slice(start, end)}\n`;
  }
  // So little text says nothing of how alike its sentences are, and two places tell whether there is one.
  const find = resolver(text, { standout: MOST_STANDOUT, most: 2 });
  const back = ({ start, end }: Place): Place | null => {
    let at = starts.length - 1;
    while (at > 0 && (starts[at] as number) > start) at -= 1;
    const shift = (stretches[at]?.start ?? 0) - (starts[at] ?? 0);
    return end + shift <= (stretches[at]?.end ?? 0) ? { start: start + shift, end: end + shift } : null;
  };
  return ({ start, end }) => {
    if (text === '') return GONE;
    const { exact, prefix, suffix } = describe(oldText, start, end);
    const found = find({ exact, prefix, suffix });
    if (!found.found) return { ...found, places: found.places.map(back).filter((place) => place !== null) };
    const place = back(found);
    return place ? { ...found, ...place } : GONE;
  };
}
