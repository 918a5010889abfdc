import { createHash } from 'node:crypto';

/** The words alone, whatever stands between them and however they are written: to tell whether two texts say the same. */
export function foldedWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{S}]+/gu, ' ')
    .trim();
}

/** The same for what the same person said in the same words, from whatever source it was read. */
export function fingerprint(author: string, text: string): string {
  return createHash('sha256')
    .update(`${foldedWords(author)}\0${foldedWords(text)}`)
    .digest('hex')
    .slice(0, 32);
}
