import { notFound, redirect } from 'next/navigation';
import { MailView } from '#components/account/mail-view.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { env } from '#lib/env/env.ts';
import { accountMetadata } from '#lib/http/account-page.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';
import { listOutbox } from '#lib/mail/outbox.ts';
import { canReadOutbox } from '#lib/user/policy.ts';

export const generateMetadata = () => accountMetadata((t) => t('outbox.title'));

export default async function OutboxPage() {
  const [viewer, locale] = await Promise.all([getViewer(), getLocale()]);
  if (!viewer) redirect('/sign-in?next=/admin/outbox');
  if (!canReadOutbox(viewer)) notFound();
  const t = translator(locale, 'account');
  const mails = await listOutbox();
  return (
    <main id="main" className="column account">
      <h1>{t('outbox.title')}</h1>
      <div className="stack">
        <p className="lede">{env().smtpUrl ? t('outbox.sending') : t('outbox.lede')}</p>
        {mails.length === 0 ? (
          <EmptyState>
            <p>{t('outbox.empty')}</p>
          </EmptyState>
        ) : (
          <div>
            {mails.map((mail) => (
              <MailView key={mail.id} mail={mail} to={t('outbox.to', { to: mail.to })} locale={locale} />
            ))}
          </div>
        )}
      </div>
    </main>
  );
}
