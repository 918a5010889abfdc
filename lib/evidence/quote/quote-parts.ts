/** A piece of a quote between words that were left out. */
export interface Part {
  /** As quoted. */
  text: string;
  /** What the quoter takes from the page, in order: all but what stands in brackets. */
  pieces: string[];
  /** What the quoter says in brackets: before piece 0, before piece 1, …, behind the last one; empty where nothing. */
  asides: string[];
}

/** Where words were left out of a quote, with or without brackets. Three points in a row are one sign. */
const OMISSION = /\s*(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3,})\s*/u;
/** Quotation marks that somebody put around the whole. */
const AROUND = /^[\s"'“”„«»‘’‚‹›「」『』]+|[\s"'“”„«»‘’‚‹›「」『』]+$/gu;
/** What is in more parts is no quotation, and not looked for. */
export const MOST_PARTS = 12;
/** A letter, or an ending, in brackets belongs to its word: "[T]he", "say[s]". */
const IN_A_WORD = /\[(\p{L}+)\](?=\p{L})|(?<=\p{L})\[(\p{L}+)\]/gu;
/** What is said of the quote, not in it. */
const REMARK =
  /\[\s*(?:sic!?|!|(?:my |our )?emphasis (?:added|mine|ours)|(?:meine |unsere )?hervorhebung(?:en)?[^\]]*|anm(?:erkung|\.)[^\]]*|so im original)\s*\]/giu;
const ASIDE = /\[([^\][]*)\]/gu;

const WORDLY = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** The parts of a quote that have words, in order; of too many, one more than {@link MOST_PARTS}. */
export function partsOfQuote(quote: string): Part[] {
  return quote
    .replace(AROUND, '')
    .split(OMISSION)
    .filter((text) => WORDLY.test(text))
    .slice(0, MOST_PARTS + 1)
    .map(partOf);
}

function partOf(text: string): Part {
  const [pieces, asides]: [string[], string[]] = [[], ['']];
  let done = 0;
  const plain = withoutRemarks(text);
  const put = (piece: string) => {
    if (!WORDLY.test(piece)) return;
    pieces.push(piece);
    asides.push('');
  };
  for (const { 0: whole, 1: aside = '', index } of plain.matchAll(ASIDE)) {
    put(plain.slice(done, index));
    asides[pieces.length] = `${asides[pieces.length]} ${aside}`.trim();
    done = index + whole.length;
  }
  put(plain.slice(done));
  return { text, pieces, asides };
}

/** A part without what is said of the quote, and without brackets within words. */
export function withoutRemarks(text: string): string {
  return text.replace(REMARK, ' ').replace(IN_A_WORD, '$1$2');
}
