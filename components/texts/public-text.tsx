import { Messages } from '#components/ui/messages.tsx';
import { formatTime } from '#components/ui/time.tsx';
import { documentHtml } from '#lib/document/html.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { pickMessages, translator } from '#lib/i18n/translator.ts';
import type { PublicTextView } from '#lib/settings/text/schema.ts';
import { canChangeSettings } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { EditText } from './edit-text.tsx';

interface PublicTextProps {
  text: PublicTextView;
  viewer: Viewer;
  locale: Locale;
}

/** What this place says of itself; for admins with a way to change it. */
export function PublicText({ text, viewer, locale }: PublicTextProps) {
  const t = translator(locale, 'textsPage');
  const html = documentHtml(text.body);
  return (
    <>
      <h1>{t(text.name)}</h1>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn from a document of our schema, escaped */}
      <div className="prose" lang={text.locale} dangerouslySetInnerHTML={{ __html: html }} />
      <p className="small">
        {text.editedAt ? t('edited', { date: formatTime(text.editedAt, locale) }) : t('builtIn')}
      </p>
      {viewer && canChangeSettings(viewer) && (
        <Messages
          locale={locale}
          messages={pickMessages(locale, ['textsPage', 'editor', 'form', 'problems'])}
        >
          <EditText text={text} personId={viewer.id} />
        </Messages>
      )}
    </>
  );
}
