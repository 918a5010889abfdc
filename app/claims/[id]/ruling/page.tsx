import '../../../styles/claim.css';
import '../../../styles/editor.css';
import '../../../styles/ruling.css';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { placeHref } from '#components/claim/context.ts';
import { RulingForm } from '#components/ruling/ruling-form.tsx';
import { Messages } from '#components/ui/messages.tsx';
import { id as annotationId } from '#lib/errors/fields.ts';
import { getClaimPage } from '#lib/flows/claim-page.ts';
import { readDesk } from '#lib/flows/ruling-desk.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { pickMessages, translator } from '#lib/i18n/translator.ts';
import { canReadDrafts } from '#lib/ruling/policy.ts';
import { REASONING_MAX, RULING_TEXT_MAX, SUMMARY_MAX } from '#lib/ruling/schema.ts';

const RULES = { summaryMax: SUMMARY_MAX, reasoningMax: REASONING_MAX, textMax: RULING_TEXT_MAX };

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await getLocale(), 'ruling');
  return { title: t('form.title'), robots: { index: false } };
}

export default async function RulingPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, viewer, locale] = await Promise.all([params, getViewer(), getLocale()]);
  if (!annotationId.safeParse(id).success) notFound();
  if (!viewer) redirect(`/sign-in?next=/claims/${id}/ruling`);
  if (!canReadDrafts(viewer)) notFound();
  const page = await getClaimPage(viewer, id);
  if (page?.annotation.kind !== 'claim') notFound();
  const desk = await readDesk(viewer, id);
  const { annotation, article } = page;
  const t = translator(locale, 'ruling');
  return (
    <main id="main" className="column ruling-page">
      <noscript>
        <p>{t('form.noScript')}</p>
      </noscript>
      <Messages
        locale={locale}
        messages={pickMessages(locale, ['ruling', 'card', 'verdict', 'form', 'editor', 'problems'])}
      >
        <RulingForm
          first={desk}
          lang={article.lang}
          sources={annotation.sources}
          viewerId={viewer.id}
          articleId={article.id}
          rules={RULES}
          placeHref={placeHref(page)}
          locale={locale}
        />
      </Messages>
    </main>
  );
}
