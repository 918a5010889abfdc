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
    <section className="claim-part" aria-labelledby={heading}>
      <h2 id={heading}>{t(heading)}</h2>
      {items.length === 0 ? <p className="soft">{t(empty)}</p> : null}
      <ul className="draft-list">
        {items.map(
          ({ annotationId, statement, article, verdict, author, correction, editedAt, returned }) => (
            <li key={annotationId}>
              <p>
                <a href={`/claims/${annotationId}/ruling`} dir="auto">
                  {statement}
                </a>
              </p>
              <p className="small ruling-facts">
                {verdict ? <VerdictLabel shown={verdict} words={translator(locale, 'verdict')} /> : null}
                <span>{t('desk.by', { name: author.name })}</span>
                <Time value={editedAt} locale={locale} withClock />
                <span lang={article.lang} dir="auto">
                  {article.title}
                </span>
                {correction ? <span className="tag">{t('desk.correction')}</span> : null}
              </p>
              {returned ? (
                <p className="small said" dir="auto">
                  <b>{t('desk.returnedBy', { name: returned.by.name })}</b> {returned.note}
                </p>
              ) : null}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
