'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { shortAddress } from '#components/annotation/sources.tsx';
import { request } from '#components/api/request.ts';
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx';
import { SubmitProblem } from '#components/form/form-parts.tsx';
import { useSubmit } from '#components/form/use-submit.ts';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { SourceView } from '#lib/evidence/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { OpenForm } from './card-actions.tsx';
import type { Own } from './own.ts';
import { useWorkspace } from './workspace-context.tsx';

interface OwnPartsProps {
  annotation: AnnotationDetail;
  own: Own;
  onForm(form: OpenForm): void;
}

/** The sources that the viewer gave here, to be changed or taken away. */
export function OwnParts({ annotation, own, onForm }: OwnPartsProps) {
  if (own.sources.length === 0) return null;
  return (
    <ul className="own-parts">
      {own.sources.map((source) => (
        <OwnSource key={source.id} annotation={annotation} source={source} onForm={onForm} />
      ))}
    </ul>
  );
}

type OwnSourceProps = Pick<OwnPartsProps, 'annotation' | 'onForm'> & { source: SourceView };

function OwnSource({ annotation, source, onForm }: OwnSourceProps) {
  const t = useTranslations('annotate');
  const { reread } = useWorkspace();
  const [asking, setAsking] = useState(false);
  const submit = useSubmit();
  const path = `/api/sources/${source.id}`;

  function confirm() {
    void submit.run(async () => {
      await request('PATCH', path, { confirm: true, version: source.version });
      announce(t('sourceConfirmed'));
      await reread(annotation.id);
    });
  }

  function remove() {
    void submit.run(async () => {
      await request('DELETE', path);
      setAsking(false);
      announce(t('sourceRemoved'));
      await reread(annotation.id);
    });
  }

  return (
    <li>
      <div className="own-part">
        <span dir="auto">{shortAddress(source.url)}</span>
        <PartButtons
          edit={`${t('editSource')}: ${source.host}`}
          remove={`${t('removeSource')}: ${source.host}`}
          onEdit={() => onForm({ name: 'edit-source', source })}
          onRemove={() => setAsking(true)}
        />
      </div>
      {!source.current && (
        <div className="reworded">
          <p>{t('sourceStale')}</p>
          <Button busy={submit.busy} onClick={confirm}>
            {t('sourceConfirm')}
          </Button>
        </div>
      )}
      {!asking && <SubmitProblem submit={submit} />}
      {asking && (
        <ConfirmDialog
          title={t('removeSourceAsk', { host: source.host })}
          confirmLabel={t('removeSource')}
          submit={submit}
          onConfirm={remove}
          onClose={() => setAsking(false)}
        >
          {source.quote && <q dir="auto">{source.quote}</q>}
        </ConfirmDialog>
      )}
    </li>
  );
}

interface PartButtonsProps {
  edit: string;
  remove: string;
  onEdit(): void;
  onRemove(): void;
}

function PartButtons({ edit, remove, onEdit, onRemove }: PartButtonsProps) {
  return (
    <span className="row">
      <Button look="quiet" iconOnly aria-label={edit} title={edit} onClick={onEdit}>
        <Icon name="edit" />
      </Button>
      <Button look="quiet" iconOnly aria-label={remove} title={remove} onClick={onRemove}>
        <Icon name="trash" />
      </Button>
    </span>
  );
}
