import { formatTime } from '#components/ui/time.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import type { LogEntry } from '#lib/moderation/schema.ts';
import { LogLine } from './log-line.tsx';

/** The log as a paper prints it: a heading a day, the newest first. Days begin at midnight UTC, for everybody. */
export function LogList({ entries, locale }: { entries: LogEntry[]; locale: Locale }) {
  const days = Map.groupBy(entries, ({ createdAt }) => createdAt.slice(0, 10));
  return (
    <div className="log-days">
      {[...days].map(([day, lines]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>
            <time dateTime={day}>{formatTime(day, locale)}</time>
          </h2>
          <ol className="log-lines">
            {lines.map((entry) => (
              <LogLine key={entry.id} entry={entry} locale={locale} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
