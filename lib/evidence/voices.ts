/** What tells whose voice a source is: what a `SourceView` carries. */
interface Voiced {
  /** Equal for sources of one page, and of pages that carry the same text. */
  voice: string;
}

/**
 * Sources by their voices: five that carry the same text of an agency are one. In the order of the first source of each;
 * a voice's sources keep their order. `voicesOf(sources).length` is how many there are, wherever sources are counted.
 */
export function voicesOf<T extends Voiced>(sources: readonly T[]): T[][] {
  return [...Map.groupBy(sources, ({ voice }) => voice).values()];
}

/** The voice of a page: that of the text which it was last seen to hold; until there is one, the page itself. */
export function voiceOf(page: { id: string; voiceId: string | null }): string {
  return page.voiceId ?? page.id;
}
