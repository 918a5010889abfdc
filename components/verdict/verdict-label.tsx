import { Icon } from '#components/ui/icon.tsx';
import type { Words } from '#components/ui/words.ts';
import type { Shown } from '#lib/verdict/verdicts.ts';

/** A verdict is an icon, a word and a hue; never the hue alone. */
export function VerdictLabel({ shown, words }: { shown: Shown | 'remark'; words: Words<'verdict'> }) {
  return (
    <span className={`verdict v-${shown}`}>
      <Icon name={shown} />
      {words(shown)}
    </span>
  );
}
