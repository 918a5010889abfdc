import { shortAddress } from '#components/annotation/sources.tsx';
import { formatTime } from '#components/ui/time.tsx';
import type { WebPageItem } from '#lib/evidence/page-list/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { Faring } from './faring.tsx';
import { SameText } from './same-text.tsx';
import { sourceHref, sourcesHref } from './source-href.ts';

/** Pages that are evidence, as a paper lists them; those that carry one text are one entry. */
export function PageList({ pages, locale }: { pages: readonly WebPageItem[]; locale: Locale }) {
  return (
    <ol className="listing">
      {pages.map((page) => (
        <li key={page.id}>
          <Entry page={page} locale={locale} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ page, locale }: { page: WebPageItem; locale: Locale }) {
  const t = translator(locale, 'sources');
  const { id, url, host, title, publisher, publishedAt, lang, standing } = page;
  return (
    <article className="listing-entry source-entry">
      <p className="kicker">
        <a href={sourcesHref({ site: host })}>{host}</a>
        {publisher && publisher !== host && <span dir="auto">{publisher}</span>}
        {publishedAt && <time dateTime={publishedAt}>{formatTime(publishedAt, locale)}</time>}
        {standing !== 'there' && standing !== 'pending' && (
          <span className={standing === 'failing' ? 'tag' : 'tag bad'}>{t(`standing.${standing}`)}</span>
        )}
      </p>
      <h3 className="listing-title" lang={title && lang && lang !== locale ? lang : undefined} dir="auto">
        <a href={sourceHref(id)}>{title ?? shortAddress(url)}</a>
      </h3>
      <Faring uses={page.uses} words={t} />
      <SameText page={page} locale={locale} />
    </article>
  );
}
