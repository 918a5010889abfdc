import type { Words } from '#components/ui/words.ts';
import { LEAST_PEOPLE, LEAST_SHARE, SIGNIFICANT } from '#lib/verdict/label-standing.ts';

/** When a label stands at a passage, in one sentence. */
export function LabelExplanation({ words }: { words: Words<'label'> }) {
  return (
    <p className="small">
      {words('explanation', {
        people: LEAST_PEOPLE,
        percent: Math.round(LEAST_SHARE * 100),
        passages: Math.round(1 / SIGNIFICANT),
      })}
    </p>
  );
}
