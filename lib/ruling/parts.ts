import type { SourceView } from '#lib/evidence/schema.ts';
import type { RulingParts } from '#lib/verdict/requirements.ts';

/** The words of a ruling, as they are written, stored or shown. */
interface Words {
  summary: string;
  reasoningText: string;
  selectedBecause: string;
  askedForComment: string;
  evidenceAgainst: string;
  sourceIds: readonly string[];
}

/**
 * A ruling as lib/verdict asks for it. `laid` are the sources beside its claim; `stood` those that were verified when it
 * was published: a page that died since keeps nobody from correcting what rests on it.
 */
export function partsOf(
  words: Words,
  laid: readonly SourceView[],
  stood: readonly string[] = [],
): RulingParts {
  return {
    summary: words.summary,
    reasoning: words.reasoningText,
    selectedBecause: words.selectedBecause,
    askedForComment: words.askedForComment,
    evidenceAgainst: words.evidenceAgainst,
    sources: laid
      .filter(({ id }) => words.sourceIds.includes(id))
      .map((source) => ({
        verified: isVerified(source) || stood.includes(source.id),
        primary: source.kind === 'primary',
        voice: source.voice,
      })),
  };
}

/** Its quote stands on its page, and it speaks of the claim as it is worded now. */
export function isVerified({ state, current }: Pick<SourceView, 'state' | 'current'>): boolean {
  return state === 'verified' && current;
}
