import type { MarkedText } from '#lib/search/schema.ts';

/** A text with what was found in it marked: our own elements around slices of it, whatever stands in it. */
export function Marked({ text, marks }: MarkedText) {
  const ends = [0, ...marks.map(([, end]) => end)];
  return (
    <>
      {marks.map(([start, end], at) => (
        <span key={start}>
          {text.slice(ends[at], start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
