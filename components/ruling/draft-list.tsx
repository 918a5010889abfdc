import { Time } from '#components/ui/time.tsx';
import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { DraftEntry } from '#lib/ruling/schema.ts';

interface DraftListProps {
  heading: 'desk.waiting' | 'desk.returned' | 'desk.drafts';
  empty: 'desk.waitingNone' | 'desk.returnedNone' | 'desk.draftsNone';
  items: readonly DraftEntry[];
  locale: Locale;
}

/** What checkers are writing, each with where it goes on. */
export function DraftList({ heading, empty, items, locale }: DraftListProps) {
  const t = translator(locale, 'ruling');
  return (
    <section className="drafts" aria-labelledby={heading}>
      <h2 id={heading}>{t(heading)}</h2>
      {items.length === 0 ? <p className="soft">{t(empty)}</p> : null}
      {items.length > 0 ? (
        <ul className="listing">
          {items.map((entry) => (
            <Draft key={entry.annotationId} entry={entry} locale={locale} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function Draft({ entry, locale }: { entry: DraftEntry; locale: Locale }) {
  const t = translator(locale, 'ruling');
  const { annotationId, statement, article, verdict, author, correction, editedAt, returned } = entry;
  const lang = article.lang === locale ? undefined : article.lang;
  return (
    <li className={`listing-entry listed-claim v-${verdict ?? 'open'}`}>
      <p className="row">
        {verdict ? (
          <VerdictLabel shown={verdict} words={translator(locale, 'verdict')} />
        ) : (
          <span className="small soft">{t('desk.noVerdict')}</span>
        )}
        {correction ? <span className="tag">{t('desk.correction')}</span> : null}
      </p>
      <p className="listing-title" lang={lang} dir="auto">
        <a href={`/claims/${annotationId}/ruling`}>{statement}</a>
      </p>
      {returned ? <SentBackNote returned={returned} locale={locale} /> : null}
      <p className="listing-facts">
        <span>{t('desk.by', { name: author.name })}</span>
        <Time value={editedAt} locale={locale} withClock />
        <span lang={lang} dir="auto">
          {article.title}
        </span>
      </p>
    </li>
  );
}

function SentBackNote({
  returned: { by, note },
  locale,
}: {
  returned: NonNullable<DraftEntry['returned']>;
  locale: Locale;
}) {
  return (
    <div className="sent-back">
      <p className="small">{translator(locale, 'ruling')('desk.returnedBy', { name: by.name })}</p>
      <p className="said" dir="auto">
        {note}
      </p>
    </div>
  );
}
