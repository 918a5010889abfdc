'use client';

import type { FormEvent, RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { PasteField } from './paste-field.tsx';
import type { Pasted } from './pasted.ts';
import type { Trouble } from './trouble.ts';
import { TroubleNotice } from './trouble-notice.tsx';
import { type PreviewWork, Waiting } from './waiting.tsx';

interface PasteStepProps {
  heading: RefObject<HTMLHeadingElement | null>;
  pasted: Pasted;
  onChange(pasted: Pasted): void;
  onPreview(): void;
  /** To the preview that was made before; null when there is none. */
  onForward: (() => void) | null;
  /** Something else was pasted since that preview. */
  stale: boolean;
  onStop(): void;
  /** Before a link away is followed. */
  onLeave(): void;
  /** A preview is being made. */
  waitingFor: PreviewWork | null;
  /** False until the draft was looked for. */
  ready: boolean;
  trouble: Trouble;
  maxChars: number;
}

export function PasteStep(props: PasteStepProps) {
  const { heading, pasted, onChange, onPreview, onLeave, waitingFor, ready, trouble, maxChars } = props;
  const t = useTranslations('import');
  const common = useTranslations('common');

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!waitingFor) onPreview();
  }

  return (
    <form className="import-paste" onSubmit={submit} noValidate>
      <header>
        <h1 ref={heading} tabIndex={-1}>
          {t('title')}
        </h1>
        <p className="lede">{t('lede')}</p>
      </header>
      <fieldset className="import-inputs" disabled={!ready}>
        <PasteField pasted={pasted} onChange={onChange} error={trouble.places.text} maxChars={maxChars} />
        <TextField
          label={t('address')}
          aside={common('optional')}
          hint={t('addressHint')}
          error={trouble.places.url}
          type="url"
          inputMode="url"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={2048}
          value={pasted.url}
          onChange={(event) => onChange({ ...pasted, url: event.target.value })}
        />
        <TroubleNotice trouble={trouble} onLeave={onLeave} />
        <Actions {...props} />
      </fieldset>
    </form>
  );
}

function Actions({ onForward, stale, onPreview, onStop, waitingFor }: PasteStepProps) {
  const t = useTranslations('import');
  const forwardFirst = onForward !== null && !stale;
  return (
    <div className="import-actions">
      {forwardFirst && (
        <>
          <Button look="primary" onClick={onForward}>
            {t('backToPreview')}
          </Button>
          <Button look="quiet" busy={waitingFor !== null} onClick={onPreview}>
            {t('readAnew')}
          </Button>
        </>
      )}
      {!forwardFirst && (
        <Button type="submit" look="primary" busy={waitingFor !== null}>
          {t('preview')}
        </Button>
      )}
      {onForward && stale && !waitingFor && (
        <Button look="quiet" onClick={onForward}>
          {t('earlierPreview')}
        </Button>
      )}
      {waitingFor && (
        <Button look="quiet" onClick={onStop}>
          {t('stop')}
        </Button>
      )}
      <Waiting work={waitingFor} />
    </div>
  );
}
