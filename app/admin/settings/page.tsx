import '../../styles/settings.css';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { SHOWN_KEYS } from '#components/settings/choices.ts';
import { SettingForm } from '#components/settings/setting-form.tsx';
import { Messages } from '#components/ui/messages.tsx';
import { readSettings } from '#lib/flows/change-settings.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { pickMessages, translator } from '#lib/i18n/translator.ts';
import { canChangeSettings } from '#lib/user/policy.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await getLocale(), 'settings');
  return { title: t('title'), robots: { index: false } };
}

export default async function PlaceSettingsPage() {
  const [viewer, locale] = await Promise.all([getViewer(), getLocale()]);
  if (!viewer) redirect('/sign-in?next=/admin/settings');
  if (!canChangeSettings(viewer)) notFound();
  const settings = await readSettings(viewer);
  const t = translator(locale, 'settings');
  const labels = translator(locale, 'labelList');
  return (
    <main id="main" className="column place-settings">
      <h1>{t('title')}</h1>
      <p className="lede">{t('lede')}</p>
      <Messages locale={locale} messages={pickMessages(locale, ['settings', 'problems'])}>
        {SHOWN_KEYS.map((key) => {
          const setting = settings.find((one) => one.key === key);
          return setting ? <SettingForm key={key} setting={setting} locale={locale} /> : null;
        })}
      </Messages>
      <section aria-labelledby="labels">
        <h2 id="labels">
          <a href="/admin/labels">{labels('title')}</a>
        </h2>
        <p className="small">{labels('link')}</p>
      </section>
    </main>
  );
}
