import { SourceAgain } from '#components/annotation/source-again.tsx';
import { Quoted, SourceFare } from '#components/annotation/source-fare.tsx';
import { shortAddress } from '#components/annotation/sources.tsx';
import { Deed } from '#components/person/deed.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { Messages } from '#components/ui/messages.tsx';
import type { SourceNews } from '#lib/evidence/judging/queries.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { pickMessages, translator } from '#lib/i18n/translator.ts';
import { SourceNewsSeen } from './source-news-seen.tsx';
import { SourceTryingAnew } from './source-trying-anew.tsx';

/** Sources of one person of which there is something to hear: what, of which claim, and what can be done. */
export function SourceNewsList({ news, locale }: { news: SourceNews[]; locale: Locale }) {
  return (
    <Messages locale={locale} messages={pickMessages(locale, ['sources', 'card', 'form', 'problems'])}>
      <ol className="deeds source-news">
        {news.map((source) => (
          <News key={source.id} source={source} locale={locale} />
        ))}
      </ol>
      <SourceTryingAnew />
    </Messages>
  );
}

function News({ source, locale }: { source: SourceNews; locale: Locale }) {
  const { id, url, title, pageId, claim, article, newsAt } = source;
  const t = translator(locale, 'sources');
  const card = translator(locale, 'card');
  const head = (
    <a href={`/sources/${pageId}`} dir="auto">
      {title ?? shortAddress(url)}
    </a>
  );
  return (
    <Deed
      head={head}
      claim={{ id: claim.id, words: claim.statement }}
      article={article}
      at={newsAt}
      locale={locale}
    >
      <div className="sources">
        <Quoted source={source} words={card} />
        <SourceFare source={source} words={card} locale={locale} />
        {source.state === 'unreachable' && <SourceAgain source={source} words={card} />}
      </div>
      <div className="row">
        <LinkButton href={`/articles/${article.slug}#annotation-${claim.id}`}>{t('news.edit')}</LinkButton>
        <SourceNewsSeen sourceId={id} of={title ?? shortAddress(url)} />
      </div>
    </Deed>
  );
}
