import type { ReactNode } from 'react';
import { SourceAgain } from '#components/annotation/source-again.tsx';
import { SourceTrying } from '#components/annotation/source-trying.ts';
import { SourceVotes } from '#components/annotation/source-votes.tsx';
import { SourceList } from '#components/annotation/sources.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { Messages } from '#components/ui/messages.tsx';
import type { SourceView, Stance } from '#lib/evidence/schema.ts';
import { voicesOf } from '#lib/evidence/voices.ts';
import type { ClaimPage } from '#lib/flows/claim-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { pickMessages, translator } from '#lib/i18n/translator.ts';
import { canTakePart } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { placeHref } from './context.ts';
import { SourceVoting } from './source-voting.tsx';

interface EvidenceProps {
  page: ClaimPage;
  viewer: Viewer;
  locale: Locale;
}

/** All sources of a claim: for it, against it, around it. */
export function Evidence({ page, viewer, locale }: EvidenceProps) {
  const { annotation, article } = page;
  const t = translator(locale, 'claim');
  if (annotation.kind === 'remark') return null;
  const { sources } = annotation;
  const context = sources.filter(({ stance }) => stance === 'context');
  const takesMore = annotation.state === 'active' && article.state !== 'locked';
  const takesVotes = takesMore && canTakePart(viewer);
  const votesOn = (source: SourceView) =>
    takesVotes && source.addedBy.handle !== viewer?.handle ? (
      <SourceVotes sourceId={source.id} votes={source.votes} words={translator(locale, 'card')} />
    ) : null;
  const again = (source: SourceView) =>
    canTakePart(viewer) ? <SourceAgain source={source} words={translator(locale, 'card')} /> : null;
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
              votesOn={votesOn}
              again={again}
            />
          ))}
        </div>
      )}
      {context.length > 0 && (
        <Side stance="context" given={context} locale={locale} votesOn={votesOn} again={again} />
      )}
      {takesMore && (
        <LinkButton look={sources.length > 0 ? 'quiet' : 'plain'} href={placeHref(page)}>
          {t('addSource')}
        </LinkButton>
      )}
      {canTakePart(viewer) && sources.length > 0 && (
        <Messages locale={locale} messages={pickMessages(locale, ['card', 'problems'])}>
          {takesVotes && <SourceVoting />}
          <SourceTrying />
        </Messages>
      )}
    </section>
  );
}

interface SideProps {
  stance: Stance;
  given: SourceView[];
  locale: Locale;
  votesOn: (source: SourceView) => ReactNode;
  again: (source: SourceView) => ReactNode;
}

/** What speaks for it, or against it; that nothing does is told too. */
function Side({ stance, given, locale, votesOn, again }: SideProps) {
  const t = translator(locale, 'claim');
  return (
    <div className="claim-stance">
      <h3>
        {t(`stances.${stance}`)} <span className="num">{voicesOf(given).length}</span>
      </h3>
      {given.length === 0 && stance !== 'context' && <p className="small">{t(`noneOf.${stance}`)}</p>}
      {given.length > 0 && (
        <SourceList
          sources={given}
          words={translator(locale, 'card')}
          locale={locale}
          votesOn={votesOn}
          again={again}
        />
      )}
    </div>
  );
}
