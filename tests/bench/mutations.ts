import { below, otherWord, type Random } from './prose.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Edits a share of the characters: a letter put in, left out or replaced, each as likely. */
export function editCharacters(random: Random, text: string, share: number): string {
  let edited = '';
  for (const char of text) {
    if (random() >= share) {
      edited += char;
      continue;
    }
    const letter = LETTERS[below(random, LETTERS.length)] as string;
    const how = below(random, 3);
    if (how === 0) edited += letter;
    if (how === 1) edited += char + letter;
  }
  return edited;
}

/** Replaces a share of the words by others. */
export function replaceWords(random: Random, text: string, share: number): string {
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => (random() < share ? otherWord(random, word) : word));
}
