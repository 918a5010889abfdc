import '../../styles/settings.css';
import '../../styles/label-desk.css';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { LabelExplanation } from '#components/label/explanation.tsx';
import { LabelDesk } from '#components/label/label-desk.tsx';
import { Messages } from '#components/ui/messages.tsx';
import { readLabelList } from '#lib/flows/label.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { pickMessages, translator } from '#lib/i18n/translator.ts';
import { canEditLabels } from '#lib/label/policy.ts';
import { LABEL_DESCRIPTION_MAX, LABEL_NAME_MAX } from '#lib/label/schema.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await getLocale(), 'labelList');
  return { title: t('title'), robots: { index: false } };
}

export default async function LabelsPage() {
  const [viewer, locale] = await Promise.all([getViewer(), getLocale()]);
  if (!viewer) redirect('/sign-in?next=/admin/labels');
  if (!canEditLabels(viewer)) notFound();
  const t = translator(locale, 'labelList');
  return (
    <main id="main" className="column place-settings">
      <h1>{t('title')}</h1>
      <p className="lede">{t('lede')}</p>
      <LabelExplanation words={translator(locale, 'label')} />
      <Messages locale={locale} messages={pickMessages(locale, ['labelList', 'label', 'form', 'problems'])}>
        <LabelDesk
          initial={await readLabelList()}
          locale={locale}
          limits={{ name: LABEL_NAME_MAX, description: LABEL_DESCRIPTION_MAX }}
        />
      </Messages>
    </main>
  );
}
