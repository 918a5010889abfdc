import type { folds as english } from '../en/folds.ts';

export const folds: typeof english = {
  label: 'Urteile anderer',
  folded:
    '{n, plural, one {Eine Behauptung hier wartet auf dein Urteil: Was andere von ihr halten,} other {# Behauptungen hier warten auf dein Urteil: Was andere von ihnen halten,}} ist bis dahin zugeklappt.',
  show: 'Urteile zeigen',
  kept: 'Das wird festgehalten: Ein Urteil, das du danach abgibst, sagt, dass du die anderen kanntest.',
  revealed:
    'Du wolltest sehen, was andere von {n, plural, one {einer Behauptung halten, die du noch nicht beurteilt hast. Ein Urteil, das du über sie abgibst,} other {# Behauptungen halten, die du noch nicht beurteilt hast. Ein Urteil, das du über eine von ihnen abgibst,}} sagt das.',
  withheld:
    'Diese Liste verrät, was andere von Behauptungen halten, von denen manche noch auf dein Urteil warten, und du kommst von einer anderen Website.',
  filter:
    'Wer ein Urteil auswählt, sieht, was andere von den gefundenen Behauptungen halten. Ein Urteil, das du danach über eine von ihnen abgibst, sagt das.',
  filterState:
    'Wer ein Urteil oder einen Stand auswählt, sieht, was andere von den gefundenen Behauptungen halten. Ein Urteil, das du danach über eine von ihnen abgibst, sagt das.',
};
