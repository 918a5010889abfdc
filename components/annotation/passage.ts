import type { Words } from '#components/ui/words.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { Shown } from '#lib/verdict/verdicts.ts';

/** How an annotation is drawn: as what its claim shows, or as a remark. */
export type Look = Shown | 'remark';

/** An annotation as the text wears it. Offsets are UTF-16 in the text of the revision that is shown. */
export interface Passage {
  id: string;
  start: number;
  end: number;
  /** Where the marker stands: behind the last word. White space after it belongs to the passage all the same. */
  markerAt: number;
  look: Look;
  /** What a screen reader hears at the end of the passage: “False: …”. */
  label: string;
}

export function lookOf({ verdict }: Pick<AnnotationDetail, 'verdict'>): Look {
  return verdict?.shown ?? 'remark';
}

/** What a card says first: the statement; of a remark, what was said or else the words that it marks. */
export function gist({ statement, comments, target }: AnnotationDetail): string {
  return statement ?? comments.find(({ state, text }) => state === 'visible' && text)?.text ?? target.exact;
}

const LABEL_MAX = 140;

/** The annotations that stand in the text, as passages; those without a place are left out. */
export function passagesOf(
  annotations: readonly AnnotationDetail[],
  words: { card: Words<'card'>; verdict: Words<'verdict'> },
): Passage[] {
  return annotations.flatMap((annotation) => {
    const { start, end } = annotation.anchor;
    if (start === null || end === null) return [];
    const look = lookOf(annotation);
    const text = gist(annotation);
    const statement = text.length > LABEL_MAX ? `${text.slice(0, LABEL_MAX).toWellFormed()}…` : text;
    const label = words.card('label', { verdict: words.verdict(look), statement });
    return [
      {
        id: annotation.id,
        start,
        end,
        markerAt: end - trailingSpace(annotation.target.exact, end - start),
        look,
        label,
      },
    ];
  });
}

/** Units of white space at the end of the marked words, where they stand in the text as they were quoted. */
function trailingSpace(exact: string, length: number): number {
  return exact.length === length ? length - exact.trimEnd().length : 0;
}
