import { Icon } from '#components/ui/icon.tsx';
import { formatTime, Time } from '#components/ui/time.tsx';
import type { PageFaring, SnapshotBrief } from '#lib/evidence/page-record/schema.ts';
import type { SourcePage } from '#lib/flows/source-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { STATE_ICONS } from './faring.tsx';
import { sourceHref } from './source-href.ts';

type Moment =
  | { at: string; snapshot: SnapshotBrief; before: SnapshotBrief | undefined; faring: PageFaring[] }
  | { at: string; snapshot: null; faring: PageFaring[] };

/** The texts that were seen at an address and the times when there was none, the newest first, with how quotes fared. */
export function SourceHistory({ page, locale }: { page: SourcePage; locale: Locale }) {
  const t = translator(locale, 'sources');
  const moments = momentsOf(page);
  if (moments.length === 0) return null;
  return (
    <section className="source-part" aria-labelledby="snapshots">
      <h2 id="snapshots">{t('snapshots')}</h2>
      <p className="small">{t('snapshotsLede')}</p>
      <ol className="source-history">
        {moments.map((moment) => (
          <li key={moment.snapshot?.id ?? moment.at} className={moment.snapshot ? undefined : 'no-page'}>
            {moment.snapshot ? (
              <Snapshot page={page} moment={moment} locale={locale} />
            ) : (
              <p>
                <b>{t('noPage')}</b> · <Time value={moment.at} locale={locale} withClock />
              </p>
            )}
            <ul className="source-faring">
              {moment.faring.map(({ state, sources }) => (
                <li key={state} className={`fared-${state}`}>
                  <Icon name={STATE_ICONS[state]} />
                  {t(`faredLine.${state}`, { n: sources })}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

function momentsOf({ record: { snapshots, faring } }: SourcePage): Moment[] {
  const seen = snapshots.map((snapshot, index) => ({
    at: snapshot.capturedAt,
    snapshot,
    before: snapshots[index + 1],
    faring: faring.filter(({ snapshotId }) => snapshotId === snapshot.id),
  }));
  const lost = faring
    .filter(({ snapshotId }) => snapshotId === null)
    .map((one) => ({ at: one.at, snapshot: null, faring: [one] }));
  return [...seen, ...lost].sort((a, b) => (a.at < b.at ? 1 : -1));
}

function Snapshot({
  page: { record, shown },
  moment: { snapshot, before },
  locale,
}: {
  page: SourcePage;
  moment: Extract<Moment, { snapshot: SnapshotBrief }>;
  locale: Locale;
}) {
  const t = translator(locale, 'sources');
  const { id, capturedAt, seenAt, status, contentType, sha256, kept } = snapshot;
  const [from, to] = [formatTime(capturedAt, locale, true), formatTime(seenAt, locale, true)];
  const mayCompare = record.fullText && kept && before?.kept;
  return (
    <>
      <p>
        <b>{from === to ? t('captured', { date: from }) : t('capturedUntil', { from, to })}</b>
        {id === record.snapshots[0]?.id && <span className="tag">{t('newestText')}</span>}
      </p>
      <p className="small">
        {t('status', { status })} · {contentType} · {t(kept ? 'textKept' : 'textForgotten')}
      </p>
      <p className="small source-hash">
        {t('hash')} <code>{sha256}</code>
      </p>
      <p className="small source-doing">
        {shown?.snapshot.id === id ? (
          <span>{t('isRead')}</span>
        ) : (
          <a href={sourceHref(record.id, { snapshot: id, at: 'text' })}>{t('read')}</a>
        )}
        {mayCompare && (
          <a href={sourceHref(record.id, { compare: [before.id, id], at: 'compared' })}>
            {t('compareBefore')}
          </a>
        )}
      </p>
    </>
  );
}
