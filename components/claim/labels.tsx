import { LabelExplanation } from '#components/label/explanation.tsx';
import { LabelChips } from '#components/label/label-chips.tsx';
import { MemberLabelsLoader } from '#components/label/member-labels-loader.tsx';
import type { ClaimPage } from '#lib/flows/claim-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { pickMessages, translator } from '#lib/i18n/translator.ts';
import type { LabelStandingsView } from '#lib/label/schema.ts';

interface LabelsProps {
  page: ClaimPage;
  /** With what is the viewer's own; null for whoever can put none on. */
  own: LabelStandingsView | null;
  locale: Locale;
}

/** What people say of the passage beside true and false, and when that stands at it. */
export function Labels({ page: { annotation, article, position }, own, locale }: LabelsProps) {
  const words = translator(locale, 'label');
  const { id, labels } = annotation;
  if (own) {
    // React keeps what is in it up to date by itself: it is no part that the live page replaces.
    return (
      <section className="claim-labels" aria-labelledby="labels">
        <h2 id="labels">{words('title')}</h2>
        <MemberLabelsLoader
          annotationId={id}
          labels={labels}
          initial={own}
          locale={locale}
          live={{ articleId: article.id, position }}
          messages={pickMessages(locale, ['label', 'problems'])}
        />
        <LabelExplanation words={words} />
      </section>
    );
  }
  return (
    <section className="claim-part" aria-labelledby="labels">
      <h2 id="labels">{words('title')}</h2>
      {labels.people === 0 ? <p className="soft">{words('none')}</p> : null}
      <LabelChips labels={labels} locale={locale} words={translator(locale, 'card')} />
      <LabelExplanation words={words} />
    </section>
  );
}
