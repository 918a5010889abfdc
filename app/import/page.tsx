import '../styles/import.css';
import type { Metadata } from 'next';
import { ImportDesk } from '#components/import/import-desk.tsx';
import { ImportGate } from '#components/import/import-gate.tsx';
import { languageChoices } from '#components/import/languages.ts';
import { Messages } from '#components/ui/messages.tsx';
import { canImportArticle } from '#lib/article/policy.ts';
import { IMPORT_MAX_CHARS } from '#lib/article/schema.ts';
import { TEXT_LIMITS } from '#lib/document/schema.ts';
import { pageMetadata } from '#lib/http/page-metadata.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { pickMessages, translator } from '#lib/i18n/translator.ts';
import { getSetting } from '#lib/settings/queries.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await getLocale(), 'import');
  return pageMetadata({ title: t('title'), description: t('description'), path: '/import' });
}

export default async function ImportPage() {
  const [viewer, locale, atLeast] = await Promise.all([
    getViewer(),
    getLocale(),
    getSetting('articles.import-role'),
  ]);
  if (!viewer || !canImportArticle(viewer, atLeast)) {
    return (
      <main id="main" className="column">
        <ImportGate viewer={viewer} atLeast={atLeast} locale={locale} />
      </main>
    );
  }
  return (
    <main id="main" className="column import">
      <noscript>
        <p>{translator(locale, 'import')('noScript')}</p>
      </noscript>
      <Messages
        locale={locale}
        messages={pickMessages(locale, ['import', 'exhibit', 'common', 'problems', 'editor'])}
      >
        <ImportDesk
          handle={viewer.handle}
          maxChars={IMPORT_MAX_CHARS}
          maxText={TEXT_LIMITS.article}
          languages={languageChoices(locale)}
        />
      </Messages>
    </main>
  );
}
