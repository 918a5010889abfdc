'use client';

import type { FormEvent, RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { ArticleEditor } from '#components/editor/article-editor.tsx';
import { bringHref } from '#components/exhibit/addresses.ts';
import { announceQuietly } from '#components/ui/announce.ts';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Progress } from '#components/ui/progress.tsx';
import { LeftOut } from './left-out.tsx';
import { appendText, type Look } from './look.ts';
import { PreviewFields } from './preview-fields.tsx';
import { ThreadAlong } from './thread-along.tsx';
import type { Trouble } from './trouble.ts';
import { TroubleNotice } from './trouble-notice.tsx';
import { pageWarnings } from './warnings.ts';

interface PreviewStepProps {
  heading: RefObject<HTMLHeadingElement | null>;
  look: Look;
  onChange(look: Look): void;
  onBack(): void;
  onPublish(): void;
  /** Before a link away is followed. */
  onLeave(): void;
  publishing: boolean;
  trouble: Trouble;
  languages: { tag: string; name: string }[];
}

/** The article as it would be published, with everything in it to be corrected. */
export function PreviewStep(props: PreviewStepProps) {
  const { heading, look, onChange, onBack, onPublish, onLeave, publishing, trouble, languages } = props;
  const t = useTranslations('import');
  const editor = useTranslations('editor');

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!publishing) onPublish();
  }

  function putBack(index: number) {
    const part = look.found.leftOut[index];
    if (!part) return;
    const empty = { type: 'doc', content: [] };
    onChange({
      ...look,
      document: appendText(look.document ?? empty, part.text),
      putBack: [...look.putBack, index],
    });
    announceQuietly(t('isBack'));
  }

  return (
    <form className="import-preview" onSubmit={submit} noValidate>
      <header>
        <Button look="quiet" className="back" onClick={onBack}>
          <Icon name="undo" />
          {t('back')}
        </Button>
        <h1 ref={heading} tabIndex={-1}>
          {t('checkTitle')}
        </h1>
        <p className="lede">{t('checkLede')}</p>
      </header>
      <Known look={look} />
      <Warnings look={look} />
      <PreviewFields look={look} onChange={onChange} trouble={trouble} languages={languages} />
      <div className="import-body" lang={look.fields.lang}>
        <ArticleEditor
          document={look.document}
          onChange={(document) => onChange({ ...look, document })}
          label={t('body')}
          t={editor}
          invalid={Boolean(trouble.places.body)}
          describedBy={trouble.places.body ? 'import-body-error' : undefined}
        />
      </div>
      {trouble.places.body && (
        <p className="import-body-error" id="import-body-error" role="alert">
          <Icon name="warning" />
          {trouble.places.body}
        </p>
      )}
      <LeftOut look={look} onPutBack={putBack} />
      <ThreadAlong look={look} />
      <TroubleNotice trouble={trouble} onLeave={onLeave} />
      <div className="import-actions">
        <Button type="submit" look="primary" busy={publishing}>
          {t('publish')}
        </Button>
        <p className="small" role="status">
          {publishing ? t('publishing') : t('publishHint')}
        </p>
        {publishing && <Progress label={t('publishing')} />}
      </div>
    </form>
  );
}

/** The article that stands under this address already. Another address makes it another article. */
function Known({ look: { found, fields } }: { look: Look }) {
  const t = useTranslations('import');
  const exhibit = useTranslations('exhibit');
  if (!found.known || fields.url.trim() !== (found.url ?? '').trim()) return null;
  return (
    <Notice>
      <p>
        {t('known')} <strong>{found.known.title}</strong>
      </p>
      <p className="small">{t('knownHint')}</p>
      <LinkButton href={`/articles/${found.known.slug}`}>{t('openKnown')}</LinkButton>{' '}
      <LinkButton look="quiet" href={bringHref(found.known.slug)}>
        {exhibit('bring')}
      </LinkButton>
    </Notice>
  );
}

/** What a person should look at and no single field shows. */
function Warnings({ look: { found } }: { look: Look }) {
  const t = useTranslations('import');
  const warnings = pageWarnings(found.warnings);
  if (warnings.length === 0) return null;
  return (
    <Notice>
      <ul className="plain-list">
        {warnings.map((warning) => (
          <li key={warning}>{t(`warnings.${warning}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}
