import type { Words } from '#components/ui/words.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { LabelsOnPassage } from '#lib/label/schema.ts';

interface LabelChipsProps {
  labels: LabelsOnPassage;
  locale: Locale;
  words: Words<'card'>;
}

/** Every label that somebody put, with how many of how many did: what stands and what does not. */
export function LabelChips({ labels, locale, words }: LabelChipsProps) {
  if (labels.chosen.length === 0) return null;
  return (
    <ul className="label-chips" aria-label={words('labels')}>
      {labels.chosen.map(({ key, tone, name, n, shown }) => (
        <li key={key} className={shown ? `label-chip ${tone} stands` : `label-chip ${tone}`}>
          {name[locale]} <span className="num">{words('labelCount', { n, of: labels.people })}</span>
        </li>
      ))}
    </ul>
  );
}
