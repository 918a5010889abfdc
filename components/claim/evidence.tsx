import { Source } from '#components/annotation/sources.tsx';
import { Voices } from '#components/annotation/voices.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import type { SourceView, Stance } from '#lib/evidence/schema.ts';
import { voicesOf } from '#lib/evidence/voices.ts';
import type { ClaimPage } from '#lib/flows/claim-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { placeHref } from './context.ts';

/** All sources of a claim: for it, against it, around it. */
export function Evidence({ page, locale }: { page: ClaimPage; locale: Locale }) {
  const { annotation, article } = page;
  const t = translator(locale, 'claim');
  if (annotation.kind === 'remark') return null;
  const { sources } = annotation;
  const context = sources.filter(({ stance }) => stance === 'context');
  const takesMore = annotation.state === 'active' && article.state !== 'locked';
  return (
    <section className="claim-part" aria-labelledby="sources">
      <h2 id="sources">{t('sources')}</h2>
      {sources.length === 0 && <p className="soft">{t('noSource')}</p>}
      {sources.length > context.length && (
        <div className="for-and-against">
          {(['supports', 'refutes'] as const).map((stance) => (
            <Side
              key={stance}
              stance={stance}
              given={sources.filter((source) => source.stance === stance)}
              locale={locale}
            />
          ))}
        </div>
      )}
      {context.length > 0 && <Side stance="context" given={context} locale={locale} />}
      {takesMore && (
        <LinkButton look={sources.length > 0 ? 'quiet' : 'plain'} href={placeHref(page)}>
          {t('addSource')}
        </LinkButton>
      )}
    </section>
  );
}

interface SideProps {
  stance: Stance;
  given: SourceView[];
  locale: Locale;
}

/** What speaks for it, or against it; that nothing does is told too. */
function Side({ stance, given, locale }: SideProps) {
  const t = translator(locale, 'claim');
  const words = translator(locale, 'card');
  return (
    <div className="claim-stance">
      <h3>
        {t(`stances.${stance}`)} <span className="num">{voicesOf(given).length}</span>
      </h3>
      {given.length === 0 && stance !== 'context' && <p className="small">{t(`noneOf.${stance}`)}</p>}
      {given.length > 0 && (
        <Voices
          sources={given}
          words={words}
          draw={(source) => <Source key={source.id} source={source} words={words} />}
        />
      )}
    </div>
  );
}
