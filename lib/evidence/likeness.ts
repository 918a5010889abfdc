/**
 * Whether two texts are one text: the same report of an agency, cut and touched up by whoever prints it.
 *
 * Broder's resemblance ("On the resemblance and containment of documents", 1997): texts are compared as sets of groups of
 * three neighbouring words, by a MinHash signature that estimates how much of both sets is common. Bands of the signature
 * (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4) find what is worth comparing by an index.
 */
export interface Signature {
  /** So many different word groups the text has. */
  size: number;
  /** The smallest hash of any of them, for each of {@link HASHES} hash functions; signed, of 32 bits. */
  minima: number[];
}

/** Words in a group. Reports of the same event by different people share one in a hundred of them. */
const GROUP = 3;
/** The estimate of 0.4 is off by 0.045 (one standard deviation). */
const HASHES = 120;
/** Two texts that have 0.3 of their groups in common share a band with a chance of 0.997; with 0.1, of 0.45. */
const ROWS = 2;
/** What follows in a longer text is not looked at: a book is the book by its beginning. */
const MOST_WORDS = 20_000;
/** A text of fewer words could be anybody's: "Accept all cookies". */
const FEWEST_WORDS = 20;

/**
 * Common groups of all, from which on two texts are one. A report of 130 words that lost two of five paragraphs and got
 * two lines of the paper's own has 0.52; one that was touched up throughout and got them, 0.51; an article of the same
 * length that quotes a paragraph of it, 0.09 (tests/unit/likeness.test.ts). One that lost three tenths and every tenth word
 * of the rest has 0.41, an article of which a third is another's has 0.2 (`npm run bench -- evidence`).
 */
const ALIKE = 0.37;
/** The same where nearly all of the shorter one stands in the longer, if that is not much longer than three times as long. */
const ALIKE_WHEN_WITHIN = 0.3;
const WITHIN = 0.8;

/** Words; in scripts without spaces, letters. What is between them says nothing here. */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}])+/gu;

/** The signature of a text; null for one that is too short to tell. O(words × hashes), 20,000 words at most. */
export function signatureOf(text: string): Signature | null {
  const words = wordHashes(text);
  if (words.length < FEWEST_WORDS) return null;
  const groups = new Set<number>();
  for (let at = 0; at + GROUP <= words.length; at += 1) groups.add(groupHash(words, at));
  const minima = new Int32Array(HASHES).fill(0x7fffffff);
  for (const group of groups) {
    for (let hash = 0; hash < HASHES; hash += 1) {
      const value = mixed(group ^ (SEEDS[hash] as number));
      if (value < (minima[hash] as number)) minima[hash] = value;
    }
  }
  return { size: groups.size, minima: [...minima] };
}

/** What an index holds of a signature: two texts that are alike have at least one of these in common. */
export function bandsOf({ minima }: Signature): number[] {
  const bands: number[] = [];
  for (let at = 0; at < minima.length; at += ROWS) {
    let band = mixed(at + 1);
    for (let row = 0; row < ROWS; row += 1) band = mixed(Math.imul(band, 31) ^ (minima[at + row] as number));
    bands.push(band);
  }
  return bands;
}

/** How much of the word groups of both texts is common, 0 to 1, as far as the signatures tell. */
export function resemblance(a: Signature, b: Signature): number {
  let equal = 0;
  for (let hash = 0; hash < HASHES; hash += 1) equal += a.minima[hash] === b.minima[hash] ? 1 : 0;
  return equal / HASHES;
}

/** Whether two texts are one text: see the thresholds. A quoted statement does not make its quoter the same voice. */
export function isOneText(a: Signature, b: Signature): boolean {
  const alike = resemblance(a, b);
  if (alike >= ALIKE) return true;
  const common = (alike / (1 + alike)) * (a.size + b.size);
  return alike >= ALIKE_WHEN_WITHIN && common / Math.min(a.size, b.size) >= WITHIN;
}

/** Of texts that share a band, the one that is most alike, if it is the same; the first of several. */
export function sameAmong<T extends Signature>(text: Signature, others: readonly T[]): T | null {
  let best: { one: T; alike: number } | null = null;
  for (const one of others) {
    if (!isOneText(text, one)) continue;
    const alike = resemblance(text, one);
    if (best === null || alike > best.alike) best = { one, alike };
  }
  return best?.one ?? null;
}

function wordHashes(text: string): number[] {
  const hashes: number[] = [];
  for (const [word] of text.matchAll(TOKEN)) {
    if (hashes.length >= MOST_WORDS) break;
    hashes.push(wordHash(word));
  }
  return hashes;
}

/** FNV-1a of a word in small letters; Swiss and German spellings of ß are one. */
function wordHash(word: string): number {
  const folded = word.normalize('NFKC').toLowerCase().replaceAll('ß', 'ss');
  let hash = 0x811c9dc5;
  for (let at = 0; at < folded.length; at += 1) hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193);
  return hash;
}

function groupHash(words: readonly number[], at: number): number {
  let hash = 0;
  for (let next = at; next < at + GROUP; next += 1)
    hash = mixed(Math.imul(hash, 31) ^ (words[next] as number));
  return hash;
}

/** Every bit of the result hangs on every bit of the number (MurmurHash3's last step). */
function mixed(number: number): number {
  let h = number;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** One for each hash function. They are part of what is stored: never change them. */
const SEEDS = Int32Array.from({ length: HASHES }, (_, at) => mixed(Math.imul(at + 1, 0x9e3779b9)));
