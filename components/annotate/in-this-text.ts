import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';

/** The revision that a page shows. */
export interface ShownText {
  text: string;
  revision: number;
}

/**
 * An annotation where it stands in the text of this page. Offsets that the server tells of a newer revision, which came
 * while the page was read, count in another text: `known` is where it stood here; one that is new is found by its words.
 */
export function inThisText(
  annotation: AnnotationDetail,
  known: AnnotationDetail | undefined,
  { text, revision }: ShownText,
): AnnotationDetail {
  const { anchor, target } = annotation;
  if (anchor.revision === revision || target.exhibitComment) return annotation;
  if (known) return { ...annotation, anchor: known.anchor };
  const at = text.indexOf(target.prefix + target.exact + target.suffix);
  const start = at < 0 ? null : at + target.prefix.length;
  const end = start === null ? null : start + target.exact.length;
  const state = start === null ? 'orphaned' : 'exact';
  const here = { revision, since: revision, start, end, state } as const;
  return {
    ...annotation,
    anchor: { ...anchor, ...here, changes: [], words: null, sinceAt: null, places: [] },
  };
}
