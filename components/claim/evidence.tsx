import { Source } from '#components/annotation/sources.tsx';
import { Voices } from '#components/annotation/voices.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { STANCES } from '#lib/evidence/schema.ts';
import { voicesOf } from '#lib/evidence/voices.ts';
import type { ClaimPage } from '#lib/flows/claim-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { placeHref } from './context.ts';

/** All sources of a claim: for it, against it, around it. */
export function Evidence({ page, locale }: { page: ClaimPage; locale: Locale }) {
  const { annotation, article } = page;
  const t = translator(locale, 'claim');
  const words = translator(locale, 'card');
  if (annotation.kind === 'remark') return null;
  const { sources } = annotation;
  const groups = STANCES.map((stance) => ({
    stance,
    given: sources.filter((source) => source.stance === stance),
  }));
  const takesMore = annotation.state === 'active' && article.state !== 'locked';
  return (
    <section className="claim-part" aria-labelledby="sources">
      <h2 id="sources">{t('sources')}</h2>
      {sources.length === 0 && <p className="soft">{t('noSource')}</p>}
      {groups
        .filter(({ given }) => given.length > 0)
        .map(({ stance, given }) => (
          <div key={stance} className="claim-stance">
            <h3>
              {t(`stances.${stance}`)} <span className="num">{voicesOf(given).length}</span>
            </h3>
            <Voices
              sources={given}
              words={words}
              draw={(source) => <Source key={source.id} source={source} words={words} />}
            />
          </div>
        ))}
      {takesMore && (
        <LinkButton look={sources.length > 0 ? 'quiet' : 'plain'} href={placeHref(page)}>
          {t('addSource')}
        </LinkButton>
      )}
    </section>
  );
}
