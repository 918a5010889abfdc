'use client';

import { useTranslations } from 'use-intl/react';
import { REPORT_REASONS } from '#lib/moderation/report/schema.ts';
import { type DeskItem, reporterRecord, reportsByReason } from './item.ts';
import { reasonWords } from './reasons.ts';

/** What reporters said besides the reason: at most so many of them. */
const DETAILS_SHOWN = 3;

/** Why it is here, and what is unusual about it, in a few words each. */
export function ItemTags({ item }: { item: DeskItem }) {
  const t = useTranslations('moderation');
  const right = reporterRecord(item);
  const { decided, author } = item;
  const more = item.reportCount - item.reports.length;
  const putAway = decided && ['hide', 'reject', 'remove'].includes(decided.action) ? decided : null;
  return (
    <div className="item-why">
      {reportsByReason(item).map(({ reason, n }) => (
        <span key={reason} className="tag bad">
          {t('reportTag', { reason: reportReasonWords(t, reason), n })}
        </span>
      ))}
      {more > 0 ? <span className="tag bad">{t('moreReports', { n: more })}</span> : null}
      {right === null ? null : <span className="tag">{t('reporterRight', { share: right })}</span>}
      {putAway ? (
        <>
          <span className="tag">
            {t('putAwayBy', { action: putAway.action, name: putAway.moderator.name })}
          </span>
          <span className="tag wraps">{reasonWords(t, putAway.reason)}</span>
        </>
      ) : null}
      {author?.newcomer ? <span className="tag">{t('newcomer')}</span> : null}
      {author?.trust === 'new' && !author.newcomer ? <span className="tag">{t('newAccount')}</span> : null}
      {author?.banned ? <span className="tag bad">{t('isBanned')}</span> : null}
    </div>
  );
}

/** What reporters wrote. */
export function ItemReports({ item }: { item: DeskItem }) {
  const t = useTranslations('moderation');
  const said = item.reports.filter(({ detail }) => detail !== '');
  if (said.length === 0) return null;
  return (
    <ul className="item-details">
      {said.slice(0, DETAILS_SHOWN).map(({ id, reporter, detail }) => (
        <li key={id}>
          {t.rich('says', { name: reporter.name, detail, q: (words) => <q dir="auto">{words}</q> })}
        </li>
      ))}
      {said.length > DETAILS_SHOWN ? <li>{t('moreReports', { n: said.length - DETAILS_SHOWN })}</li> : null}
    </ul>
  );
}

/** A reason in the reader's language; one that a program made up is shown as it is. */
function reportReasonWords(t: ReturnType<typeof useTranslations<'moderation'>>, reason: string): string {
  const known = REPORT_REASONS.find((name) => name === reason);
  return known ? t(`reportReasons.${known}`) : reason;
}
