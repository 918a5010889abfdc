import type { Look } from '#components/annotation/passage.ts';
import { WordDiff } from '#components/annotation/word-diff.tsx';
import { Time } from '#components/ui/time.tsx';
import type { Words } from '#components/ui/words.ts';
import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { HistoryPage } from '#lib/flows/history-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { historyPath, revisionPath } from './paths.ts';

type Item = HistoryPage['revisions'][number];

/** What is most serious first. */
const NEWS = ['changed', 'orphaned', 'edited', 'moved', 'found'] as const;

/** The revisions, newest first, with what happened to the annotations in each. */
export function RevisionList({ page, locale }: { page: HistoryPage; locale: Locale }) {
  const t = translator(locale, 'history');
  return (
    <ol className="revisions" aria-label={t('list')}>
      {page.revisions.map((item) => (
        <RevisionLine key={item.number} item={item} page={page} locale={locale} />
      ))}
    </ol>
  );
}

function RevisionLine({ item, page, locale }: { item: Item; page: HistoryPage; locale: Locale }) {
  const t = translator(locale, 'history');
  const { slug, lang } = page.article;
  const { number, capturedAt, affected } = item;
  return (
    <li id={`revision-${number}`} className="revision">
      <h2>
        <a href={revisionPath(slug, number, page.newest)}>{t('revision', { n: number })}</a>
        {number === page.newest && <span className="tag">{t('newest')}</span>}
      </h2>
      <p className="revision-facts dotted">
        <Time value={capturedAt} locale={locale} withClock />
        <span>{originOf(item, page.article.addedBy, t)}</span>
      </p>
      {item.titleBefore && item.head?.title && (
        <p className="retitled">
          {t('retitled')}{' '}
          <b>
            <WordDiff before={item.titleBefore} after={item.head.title} lang={lang} />
          </b>
        </p>
      )}
      {item.showed && <p>{t(`showed.${item.showed}`)}</p>}
      <News item={item} locale={locale} />
      {affected.length > 0 && (
        <ul className="affected">
          {affected.map(({ id, state, gist, shown, folded, changes }) => (
            <li key={id}>
              <span className={`tag state-${state}`}>{t(`affected.${state}`)}</span>{' '}
              <a href={`/claims/${id}`} lang={lang} dir="auto">
                {gist}
              </a>
              <Verdict shown={folded ? 'folded' : shown} locale={locale} />
              {state === 'changed' && <Changes changes={changes} lang={lang} />}
            </li>
          ))}
          <Rest item={item} locale={locale} />
        </ul>
      )}
      {number > 1 && (
        <p className="small">
          <a href={`${historyPath(slug, { from: number - 1, to: number })}#compared`}>
            {t('compareBefore', { n: number - 1 })}
          </a>
        </p>
      )}
    </li>
  );
}

/** What a claim shows; a remark shows nothing. */
function Verdict({ shown, locale }: { shown: Look | null; locale: Locale }) {
  return shown && <VerdictLabel shown={shown} words={translator(locale, 'verdict')} />;
}

function originOf({ number, origin, capturedBy }: Item, addedBy: string, t: Words<'history'>): string {
  const name = capturedBy?.name;
  if (number === 1 || origin === null) return t('origin.first', { name: name ?? addedBy });
  if (origin === 'fetched') return name ? t('origin.fetchedBy', { name }) : t('origin.fetched');
  return name ? t('origin.given', { name }) : t('origin.givenBySomebody');
}

function News({ item: { news }, locale }: { item: Item; locale: Locale }) {
  const t = translator(locale, 'history');
  if (!news) return null;
  const happened = NEWS.filter((what) => news[what] > 0);
  if (happened.length === 0) return <p className="small">{t('news.nothing')}</p>;
  return (
    <ul className="revision-news dotted">
      {happened.map((what) => (
        <li key={what} className={`state-${what}`}>
          {t(`news.${what}`, { n: news[what] })}
        </li>
      ))}
    </ul>
  );
}

/** So many of the changed words are named, each so long at most: the comparison has all of them. */
const NAMED = 3;
const NAMED_CHARS = 60;

/** The words that became others. */
function Changes({ changes, lang }: { changes: Item['affected'][number]['changes']; lang: string }) {
  const named = changes.filter(({ from, to }) => `${from}${to}`.trim() !== '').slice(0, NAMED);
  if (named.length === 0) return null;
  const cut = (words: string) =>
    words.length <= NAMED_CHARS ? words : `${words.slice(0, NAMED_CHARS).toWellFormed().trimEnd()} …`;
  return (
    <ul className="what-changed" lang={lang} dir="auto">
      {named.map(({ from, to }) => (
        <li key={`${from} ${to}`} className="word-diff">
          {from && <del>{cut(from)}</del>}
          {from && to ? ' → ' : null}
          {to && <ins>{cut(to)}</ins>}
        </li>
      ))}
    </ul>
  );
}

/** How many more there are than are named. */
function Rest({ item: { news, affected }, locale }: { item: Item; locale: Locale }) {
  const t = translator(locale, 'history');
  const all = news ? news.changed + news.orphaned + news.edited : 0;
  const n = all - affected.length;
  return n > 0 ? <li className="small">{t('more', { n })}</li> : null;
}
