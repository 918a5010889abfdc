import { Carried } from '#components/annotation/carried.tsx';
import { lookOf } from '#components/annotation/passage.ts';
import { historyPath } from '#components/history/paths.ts';
import { LinkButton } from '#components/ui/button.tsx';
import type { ClaimPage } from '#lib/flows/claim-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { inContext, placeHref } from './context.ts';

/** The words that it speaks of, with the sentences around them. */
export function PassageInContext({ page, locale }: { page: ClaimPage; locale: Locale }) {
  const t = translator(locale, 'claim');
  const { annotation, article } = page;
  const { anchor, target } = annotation;
  const { before, exact, after } = inContext(page.passage, article.lang);
  return (
    <section className="claim-part" aria-labelledby="passage">
      <h2 id="passage">{t('passage')}</h2>
      {page.original && !page.original.hidden && (
        <p className="small">
          {t('saidBy', { name: page.original.author || translator(locale, 'exhibit')('nameless') })}
        </p>
      )}
      {page.original?.hidden ? (
        <Withheld hidden={page.original.hidden} lang={article.lang} locale={locale} />
      ) : (
        <blockquote className="claim-passage" lang={article.lang} dir="auto">
          {before}
          <mark className={`mark v-${lookOf(annotation)}`}>{exact}</mark>
          {after}
        </blockquote>
      )}
      <Carried annotation={annotation} words={{ locale, card: translator(locale, 'card') }} />
      <p className="row">
        <LinkButton href={placeHref(page)}>{t(page.original ? 'inOriginal' : 'inText')}</LinkButton>
        {anchor.sinceAt && anchor.since > target.revision && (
          <LinkButton
            look="quiet"
            href={`${historyPath(article.slug, { from: target.revision, to: anchor.since })}#compared`}
          >
            {t('compare', { from: target.revision, to: anchor.since })}
          </LinkButton>
        )}
      </p>
    </section>
  );
}

interface WithheldProps {
  hidden: NonNullable<NonNullable<ClaimPage['original']>['hidden']>;
  lang: string;
  locale: Locale;
}

/** In the place of words that a moderator put away with their comment: why. Moderators can read them. */
function Withheld({ hidden: { reason, words }, lang, locale }: WithheldProps) {
  const t = translator(locale, 'claim');
  return (
    <div className="claim-withheld">
      <p>
        {t('withheld')} <a href="/log">{t('withheldLog')}</a>
      </p>
      {reason ? (
        <p className="small" dir="auto">
          <b>{t('withheldWhy')}</b> {reason}
        </p>
      ) : null}
      {words === null ? null : (
        <details>
          <summary>{t('withheldWords')}</summary>
          <blockquote lang={lang} dir="auto">
            {words}
          </blockquote>
        </details>
      )}
    </div>
  );
}
