import '../../../styles/history.css';
import '../../../styles/import.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CheckButton } from '#components/history/check-button.tsx';
import { CheckNotice } from '#components/history/check-notice.tsx';
import { CompareForm } from '#components/history/compare-form.tsx';
import { ComparisonTable } from '#components/history/comparison-table.tsx';
import { GiveText } from '#components/history/give-text.tsx';
import { historyPath } from '#components/history/paths.ts';
import { RevisionList } from '#components/history/revision-list.tsx';
import { TopicsForm } from '#components/history/topics-form.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { Messages } from '#components/ui/messages.tsx';
import { formatTime } from '#components/ui/time.tsx';
import { FoldsNotice } from '#components/verdict/folds-notice.tsx';
import { IMPORT_MAX_CHARS, TOPIC_MAX, TOPICS_MAX } from '#lib/article/schema.ts';
import { TEXT_LIMITS } from '#lib/document/schema.ts';
import { Problem } from '#lib/errors/problem.ts';
import { getArticleHead } from '#lib/flows/article-page.ts';
import type { Reading } from '#lib/flows/folds.ts';
import { getHistoryPage, type HistoryPage } from '#lib/flows/history-page.ts';
import { queryValue, type SearchParams } from '#lib/http/account-page.ts';
import { asksToReveal } from '#lib/http/own-choice.ts';
import { pageMetadata } from '#lib/http/page-metadata.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { pickMessages, translator } from '#lib/i18n/translator.ts';
import { canTakePart } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const article = await getArticleHead(decodeURIComponent((await params).slug));
  if (!article) return {};
  const t = translator(await getLocale(), 'history');
  const { title, slug } = article;
  return pageMetadata({
    title: t('title', { title }),
    description: t('description', { title }),
    path: historyPath(slug),
    hidden: Object.keys(await searchParams).length > 0,
  });
}

export default async function HistoryOfArticle({ params, searchParams }: Props) {
  const [viewer, locale, reveal] = await Promise.all([getViewer(), getLocale(), asksToReveal(searchParams)]);
  const slug = decodeURIComponent((await params).slug);
  const page = await readPage({ viewer, reveal }, slug, searchParams);
  if (!page) notFound();
  const t = translator(locale, 'history');
  const { article, newest, compared } = page;
  const pages = { newer: await queryValue(searchParams, 'cursor'), older: page.nextCursor };
  return (
    <main id="main" className="column history" data-article={article.id}>
      <header className="history-head">
        <p className="small">
          {t('heading')} {t('of')}
        </p>
        <h1 lang={article.lang} dir="auto">
          <a href={`/articles/${encodeURIComponent(article.slug)}`}>{article.title}</a>
        </h1>
        <p className="lede">{newest > 1 || isNoticed(page) ? t('lede') : t('only')}</p>
        <CheckNotice check={page.check} locale={locale} />
        <Doing page={page} viewer={viewer} locale={locale} />
      </header>
      <FoldsNotice folds={page.folds} href={await hereIn(article.slug, searchParams)} locale={locale} />
      <CompareForm page={page} locale={locale} />
      {compared && <ComparisonTable compared={compared} lang={article.lang} locale={locale} />}
      <RevisionList page={page} locale={locale} />
      {(pages.older || pages.newer) && (
        <nav className="row" aria-label={t('pages')}>
          {pages.older && (
            <LinkButton rel="next" href={`${historyPath(article.slug)}?cursor=${pages.older}`}>
              {t('older')}
            </LinkButton>
          )}
          {pages.newer && (
            <LinkButton look="quiet" href={historyPath(article.slug)}>
              {t('newer')}
            </LinkButton>
          )}
        </nav>
      )}
    </main>
  );
}

/** Something is to be said of its source: nobody knows whether it changed since. */
const isNoticed = ({ check }: HistoryPage) =>
  check !== null && check.outcome !== 'unchanged' && check.outcome !== 'revised';

/** What somebody who is signed in can do about it. */
function Doing({ page, viewer, locale }: { page: HistoryPage; viewer: Viewer; locale: Locale }) {
  const { article, newest, check, mayEdit } = page;
  if (!canTakePart(viewer) || !(article.url || mayEdit)) return null;
  const t = translator(locale, 'history');
  return (
    <Messages
      locale={locale}
      messages={pickMessages(locale, [
        'history',
        'problems',
        'form',
        'common',
        ...(mayEdit ? (['import'] as const) : []),
      ])}
    >
      {article.url && (
        <>
          <CheckButton articleId={article.id} newest={newest} />
          {check?.checkedAt && (
            <p className="small">
              {t('checkedAt', { when: formatTime(check.checkedAt, locale, true) })}{' '}
              {check.nextAt
                ? t('nextAt', { when: formatTime(check.nextAt, locale, true) })
                : t('neverByItself')}
            </p>
          )}
        </>
      )}
      {mayEdit && (
        <TopicsForm
          articleId={article.id}
          topics={article.topics}
          version={article.version}
          limits={{ topics: TOPICS_MAX, chars: TOPIC_MAX }}
        />
      )}
      {mayEdit && (
        <GiveText
          articleId={article.id}
          newest={newest}
          maxChars={IMPORT_MAX_CHARS}
          maxText={TEXT_LIMITS.article}
        />
      )}
    </Messages>
  );
}

async function readPage(reading: Reading, slug: string, searchParams: SearchParams) {
  const [cursor, from, to] = await Promise.all(
    ['cursor', 'from', 'to'].map((name) => queryValue(searchParams, name)),
  );
  try {
    return await getHistoryPage(reading, slug, { cursor, from: numberOf(from), to: numberOf(to) });
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid') notFound();
    throw error;
  }
}

/** The address of what is shown. */
async function hereIn(slug: string, searchParams: SearchParams): Promise<string> {
  const given = await Promise.all(
    ['cursor', 'from', 'to'].map(async (name) => [name, (await queryValue(searchParams, name)) ?? '']),
  );
  const query = new URLSearchParams(given.filter(([, value]) => value !== ''));
  return query.size > 0 ? `${historyPath(slug)}?${query}` : historyPath(slug);
}

const numberOf = (value: string | undefined) =>
  /^[1-9]\d{0,8}$/.test(value ?? '') ? Number(value) : undefined;
