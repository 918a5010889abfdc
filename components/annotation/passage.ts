import type { Words } from '#components/ui/words.ts';
import type { AnnotationBrief } from '#lib/annotation/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { Shown } from '#lib/verdict/verdicts.ts';

/** How an annotation is drawn: as what its claim shows, as one that the reader is to judge first, or as a remark. */
export type Look = Shown | 'folded' | 'remark';

/** An annotation as the text wears it. Offsets are UTF-16 in the text of the revision that is shown. */
export interface Passage {
  id: string;
  start: number;
  end: number;
  /** Where the marker stands: behind the last word. White space after it belongs to the passage all the same. */
  markerAt: number;
  look: Look;
  /** The words there say something else than those that were marked. */
  changed?: boolean;
  /** What a screen reader hears at the end of the passage: “False: …”. */
  label: string;
}

export function lookOf({ verdict }: Pick<AnnotationDetail, 'verdict'>): Look {
  return verdict ? (verdict.folded ? 'folded' : verdict.shown) : 'remark';
}

export function lookOfBrief({ shown, folded }: Pick<AnnotationBrief, 'shown' | 'folded'>): Look {
  return shown === null ? 'remark' : folded ? 'folded' : shown;
}

/** What a card says first: the statement; of a remark, what was said or else the words that it marks. */
export function gist({ statement, comments, target }: AnnotationDetail): string {
  return statement ?? comments.find(({ state, text }) => state === 'visible' && text)?.text ?? target.exact;
}

const LABEL_MAX = 140;

interface PassageWords {
  card: Words<'card'>;
  verdict: Words<'verdict'>;
}

/** The annotations that stand in the text, as passages; those without a place are left out. */
export function passagesOf(annotations: readonly AnnotationDetail[], words: PassageWords): Passage[] {
  return annotations.flatMap((annotation) => {
    const { start, end } = annotation.anchor;
    if (start === null || end === null) return [];
    const trailing = trailingSpace(annotation.target.exact, end - start);
    const changed = annotation.anchor.state === 'changed';
    const said = { look: lookOf(annotation), gist: gist(annotation), changed };
    return [{ id: annotation.id, start, end, markerAt: end - trailing, ...labelled(said, words) }];
  });
}

/** The same of a list of thousands. */
export function passagesOfBriefs(briefs: readonly AnnotationBrief[], words: PassageWords): Passage[] {
  return briefs.flatMap((brief) => {
    const { id, start, end, trailing, gist: says, state, anchored } = brief;
    if (start === null || end === null || state !== 'active') return [];
    const said = { look: lookOfBrief(brief), gist: says, changed: anchored === 'changed' };
    return [{ id, start, end, markerAt: end - trailing, ...labelled(said, words) }];
  });
}

/** What a passage shows, and what a screen reader hears of it. */
export function labelled(
  said: { look: Look; gist: string; changed?: boolean },
  words: PassageWords,
): Pick<Passage, 'look' | 'label' | 'changed'> {
  const { look, gist: text, changed = false } = said;
  const statement = text.length > LABEL_MAX ? `${text.slice(0, LABEL_MAX).toWellFormed()}…` : text;
  const verdict = words.verdict(look);
  const label = words.card(changed ? 'labelChanged' : 'label', { verdict, statement });
  return { look, label, ...(changed ? { changed } : {}) };
}

/** Units of white space at the end of the marked words, where they stand in the text as they were quoted. */
function trailingSpace(exact: string, length: number): number {
  return exact.length === length ? length - exact.trimEnd().length : 0;
}
