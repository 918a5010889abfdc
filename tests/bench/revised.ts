import { editCharacters, replaceWords } from './mutations.ts';
import { below, type Prose, type Random, sentence } from './prose.ts';

/** A passage and where it stands in the revised text; null if it was taken out. */
export interface Passage {
  start: number;
  end: number;
  truth: { start: number; end: number } | null;
}

/**
 * A text after an editor's night: of its sentences a share each is edited (half of them words, half
 * letters), moved, put in and taken out. With passages of the old text, and where they are now.
 */
export function revise(random: Random, { text, sentences }: Prose, share: number, count: number) {
  const fates = sentences.map(() => {
    const drawn = random();
    if (drawn < share) return 'edited';
    if (drawn < 2 * share) return 'moved';
    return drawn < 3 * share ? 'gone' : 'stays';
  });
  const order = sentences.flatMap((_, at) => (fates[at] === 'stays' || fates[at] === 'edited' ? [at] : []));
  sentences.forEach((_, at) => {
    if (fates[at] === 'moved') order.splice(below(random, order.length), 0, at);
  });
  const now = new Map<number, { start: number; end: number }>();
  let revised = '';
  for (const at of order) {
    if (random() < share) revised += `${sentence(random)} `;
    const { start, end } = sentences[at] as { start: number; end: number };
    const old = text.slice(start, end);
    const edit = random() < 0.5 ? replaceWords(random, old, 0.2) : editCharacters(random, old, 0.05);
    const begun = revised.length;
    revised += fates[at] === 'edited' ? edit : old;
    now.set(at, { start: begun, end: revised.length });
    revised += text[end] ?? '';
  }
  const passages = Array.from({ length: count }, (): Passage => {
    const at = below(random, sentences.length);
    return { ...(sentences[at] as { start: number; end: number }), truth: now.get(at) ?? null };
  });
  return { revised, passages };
}
