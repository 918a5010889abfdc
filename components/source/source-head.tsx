import type { ReactNode } from 'react';
import { shortAddress } from '#components/annotation/sources.tsx';
import { Time } from '#components/ui/time.tsx';
import type { WebPageRecord } from '#lib/evidence/page-record/schema.ts';
import { comparableUrl } from '#lib/fetch/url-variants.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { Faring } from './faring.tsx';
import { SameText } from './same-text.tsx';
import { sourcesHref } from './source-href.ts';
import { StandingNotice } from './standing-notice.tsx';

interface SourceHeadProps {
  page: WebPageRecord;
  mayTry: boolean;
  locale: Locale;
}

/** What a page is, where it stands, and in short how it fared. */
export function SourceHead({ page, mayTry, locale }: SourceHeadProps) {
  const t = translator(locale, 'sources');
  const { title, url, host, lang } = page;
  return (
    <header className="source-head">
      <p className="kicker">
        <a href="/sources">{t('kicker')}</a>
        <a href={sourcesHref({ site: host })}>{host}</a>
      </p>
      <h1 lang={title && lang && lang !== locale ? lang : undefined} dir="auto">
        {title ?? shortAddress(url)}
      </h1>
      <StandingNotice page={page} mayTry={mayTry} locale={locale} />
      <Faring uses={page.uses} words={t} />
      <SameText page={page} locale={locale} />
      <Facts page={page} locale={locale} />
      <nav className="source-nav" aria-label={t('contents')}>
        <a href="#uses">{t('uses')}</a>
        <a href="#text">{t('text')}</a>
        {page.snapshots.length + page.faring.length > 0 && <a href="#snapshots">{t('snapshots')}</a>}
      </nav>
    </header>
  );
}

function Facts({ page, locale }: { page: WebPageRecord; locale: Locale }) {
  const t = translator(locale, 'sources');
  const { url, publisher, byline, publishedAt, addedAt, lookedAt } = page;
  const newest = page.snapshots[0];
  const isElsewhere = (address: string | null | undefined) =>
    address && comparableUrl(address) !== comparableUrl(url) ? address : null;
  const movedTo = isElsewhere(newest?.url);
  const canonical = isElsewhere(newest?.canonicalUrl);
  return (
    <dl className="source-facts">
      <Fact name={t('address')}>
        <Address url={url} />
      </Fact>
      {movedTo && (
        <Fact name={t('movedTo')}>
          <Address url={movedTo} />
        </Fact>
      )}
      {canonical && canonical !== movedTo && (
        <Fact name={t('canonical')}>
          <Address url={canonical} />
        </Fact>
      )}
      {publisher && <Fact name={t('publisher')}>{publisher}</Fact>}
      {byline && <Fact name={t('byline')}>{byline}</Fact>}
      {publishedAt && (
        <Fact name={t('published')}>
          <Time value={publishedAt} locale={locale} />
        </Fact>
      )}
      <Fact name={t('added')}>
        <Time value={addedAt} locale={locale} />
      </Fact>
      {lookedAt && (
        <Fact name={t('looked')}>
          <Time value={lookedAt} locale={locale} withClock />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}

function Address({ url }: { url: string }) {
  return (
    <a href={url} rel="nofollow ugc noopener">
      {shortAddress(url)}
    </a>
  );
}
