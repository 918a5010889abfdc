import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { Counted, LiveWords } from './live-words.ts';

/** Where what is new is offered: it lies over the page, so that nothing moves when it comes and goes. */
export function LiveOffer({ locale }: { locale: Locale }) {
  return <div className="live-offer" data-words={JSON.stringify(wordsOf(locale))} />;
}

function wordsOf(locale: Locale): LiveWords {
  const t = translator(locale, 'live');
  // Both languages have these two forms, and a script that knew all of ICU would be as large as all the others.
  const forms = (what: Counted) => [t(what, { n: 1 }), t(what, { n: 2 }).replace('2', '#')] as const;
  return {
    counts: { annotations: forms('annotations'), comments: forms('comments'), replies: forms('replies') },
    changed: t('changed'),
    failed: t('failed'),
    annotationGone: t('annotationGone'),
    commentGone: t('commentGone'),
  };
}
