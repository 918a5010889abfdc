import { renderStatic } from '#components/ui/render-static.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { CardInside } from './card.tsx';

/** All that is in a card, as HTML. */
export function cardInside(annotation: AnnotationDetail, locale: Locale): string {
  const words = { locale, card: translator(locale, 'card'), verdict: translator(locale, 'verdict') };
  return renderStatic(<CardInside annotation={annotation} words={words} />);
}
