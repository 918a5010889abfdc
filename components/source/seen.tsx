import { LinkButton } from '#components/ui/button.tsx';
import { formatTime } from '#components/ui/time.tsx';
import { partWith } from '#lib/evidence/parts.ts';
import type { ShownSnapshot, SourcePage } from '#lib/flows/source-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { Passages } from './passages.tsx';
import { SnapshotText } from './snapshot-text.tsx';
import { passageId, sourceHref } from './source-href.ts';

interface SeenProps {
  page: SourcePage;
  isGuest: boolean;
  locale: Locale;
}

/** What a page was seen to hold: its text for who may read it, else what is quoted of it. */
export function Seen({ page, isGuest, locale }: SeenProps) {
  const t = translator(locale, 'sources');
  const { record, shown } = page;
  return (
    <section className="source-part" aria-labelledby="text">
      <h2 id="text">{t('text')}</h2>
      {shown ? (
        <Snapshot
          pageId={record.id}
          shown={shown}
          isGuest={isGuest}
          mayRead={record.fullText}
          locale={locale}
        />
      ) : (
        <p className="small">
          {t('noSnapshot')} {record.standing === 'pending' && t('noSnapshotPending')}
        </p>
      )}
    </section>
  );
}

interface SnapshotProps {
  pageId: string;
  shown: ShownSnapshot;
  isGuest: boolean;
  mayRead: boolean;
  locale: Locale;
}

function Snapshot({ pageId, shown, isGuest, mayRead, locale }: SnapshotProps) {
  const t = translator(locale, 'sources');
  const { snapshot, parts, at } = shown;
  const { text, passages, lang, capturedAt } = snapshot;
  const part = parts[at];
  return (
    <>
      <p className="small">{t('textSeen', { date: formatTime(capturedAt, locale, true) })}</p>
      {text !== null && part ? (
        <>
          <PassageLinks pageId={pageId} shown={shown} locale={locale} />
          {parts.length > 1 && (
            <nav aria-label={t('parts')}>
              <PartLinks pageId={pageId} shown={shown} locale={locale} />
            </nav>
          )}
          <SnapshotText text={text} part={part} passages={passages} lang={lang} locale={locale} />
          <PartLinks pageId={pageId} shown={shown} locale={locale} />
        </>
      ) : (
        <>
          <p className="source-notice">{mayRead ? t('forgotten') : notForAll()}</p>
          {passages.length === 0 && <p className="small">{t('nothingQuoted')}</p>}
          <Passages passages={passages} lang={lang} locale={locale} />
        </>
      )}
    </>
  );

  function notForAll() {
    if (!snapshot.kept) return t('forgotten');
    if (!isGuest) return t('onlyPassages');
    const next = encodeURIComponent(sourceHref(pageId, { snapshot: snapshot.id }));
    return t.rich('onlyPassagesGuest', {
      signin: (words) => <a href={`/sign-in?next=${next}`}>{words}</a>,
    });
  }
}

interface LinksProps {
  pageId: string;
  shown: ShownSnapshot;
  locale: Locale;
}

/** Leads to each quoted passage, also in other parts of a long text. */
function PassageLinks({ pageId, shown: { snapshot, parts, at }, locale }: LinksProps) {
  const t = translator(locale, 'sources');
  if (snapshot.passages.length === 0) return null;
  return (
    <details className="source-voice" open={parts.length > 1}>
      <summary>
        {t('passages')} <span className="num">{snapshot.passages.length}</span>
      </summary>
      <ol>
        {snapshot.passages.map((passage) => {
          const part = partWith(parts, passage.start);
          const place = passageId(passage);
          const elsewhere = sourceHref(pageId, { snapshot: snapshot.id, part: part + 1, at: place });
          return (
            <li key={place} dir="auto" lang={snapshot.lang ?? undefined}>
              <a href={part === at ? `#${place}` : elsewhere}>{shortened(passage.exact)}</a>
              {part !== at && <span className="small"> · {t('passageInPart', { n: part + 1 })}</span>}
            </li>
          );
        })}
      </ol>
    </details>
  );
}

const SHORT = 120;
const shortened = (words: string) =>
  words.length > SHORT ? `${words.slice(0, SHORT).toWellFormed()}…` : words;

function PartLinks({ pageId, shown: { snapshot, parts, at }, locale }: LinksProps) {
  const t = translator(locale, 'sources');
  if (parts.length < 2) return null;
  const to = (part: number) => sourceHref(pageId, { snapshot: snapshot.id, part, at: 'text' });
  return (
    <div className="row source-parts">
      {at > 0 && (
        <LinkButton rel="prev" href={to(at)}>
          {t('previousPart')}
        </LinkButton>
      )}
      <span className="small">{t('part', { n: at + 1, of: parts.length })}</span>
      {at < parts.length - 1 && (
        <LinkButton rel="next" href={to(at + 2)}>
          {t('nextPart')}
        </LinkButton>
      )}
    </div>
  );
}
