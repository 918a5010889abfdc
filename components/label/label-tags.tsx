import type { Locale } from '#lib/i18n/locale.ts';
import type { LabelOnPassage } from '#lib/label/schema.ts';

/** The labels that stand at a passage: what more people chose for it than chance would give. */
export function LabelTags({ chosen, locale }: { chosen: readonly LabelOnPassage[]; locale: Locale }) {
  return chosen
    .filter(({ shown }) => shown)
    .map(({ key, tone, name }) => (
      <span key={key} className={`label-tag ${tone}`} data-label={key}>
        {name[locale]}
      </span>
    ));
}
