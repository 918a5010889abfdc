import type { Look } from '#components/annotation/passage.ts';
import { Icon } from '#components/ui/icon.tsx';
import type { Words } from '#components/ui/words.ts';

/** A verdict is an icon, a word and a hue; never the hue alone. */
export function VerdictLabel({ shown, words }: { shown: Look; words: Words<'verdict'> }) {
  return (
    <span className={`verdict v-${shown}`}>
      <Icon name={shown} />
      {words(shown)}
    </span>
  );
}
