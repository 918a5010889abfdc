import { Time } from '#components/ui/time.tsx';
import type { Locale } from '#lib/i18n/locale.ts';

const LINK = /(https?:\/\/\S+)/;

/** A mail as its reader would see it, its links to be followed. */
export function MailView({
  mail,
  to,
  locale,
}: {
  mail: { subject: string; text: string; at: string };
  to: string;
  locale: Locale;
}) {
  return (
    <article className="mail">
      <h2>{mail.subject}</h2>
      <p className="facts">
        {to} · <Time value={mail.at} locale={locale} withClock />
      </p>
      <div className="words">
        {mail.text.split(LINK).map((part, index) =>
          index % 2 === 1 ? (
            <a key={part} href={part} rel="noreferrer">
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </div>
    </article>
  );
}
