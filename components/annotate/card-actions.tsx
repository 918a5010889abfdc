'use client';

import { type ReactNode, useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { request } from '#components/api/request.ts';
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx';
import { SubmitProblem } from '#components/form/form-parts.tsx';
import { useSubmit } from '#components/form/use-submit.ts';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import type { SourceView } from '#lib/evidence/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { CardDiscussion, DiscussButton } from './card-discussion.tsx';
import { EditForm } from './edit-form.tsx';
import { LookAgain } from './look-again.tsx';
import { mayEdit, othersTookPart, ownOf } from './own.ts';
import { OwnParts } from './own-parts.tsx';
import { SourceForm } from './source-form.tsx';
import { useVerdict, VerdictForm } from './verdict-form.tsx';
import { useWorkspace } from './workspace-context.tsx';

export type OpenForm = { name: 'verdict' | 'source' | 'edit' } | { name: 'edit-source'; source: SourceView };

interface CardActionsProps {
  annotation: AnnotationDetail;
  revision: number;
}

/** What can be done with an annotation: buttons on its card, the form that one of them opened, and its discussion. */
export function CardActions({ annotation, revision }: CardActionsProps) {
  const [isDiscussing, setDiscussing] = useState(false);
  const toggle = useCallback(() => setDiscussing((before) => !before), []);
  return (
    <>
      <Doing annotation={annotation} revision={revision}>
        <DiscussButton annotation={annotation} isOpen={isDiscussing} onPress={toggle} />
      </Doing>
      {isDiscussing && <CardDiscussion annotation={annotation} revision={revision} />}
    </>
  );
}

function Doing({ annotation, revision, children: discuss }: CardActionsProps & { children: ReactNode }) {
  const t = useTranslations('annotate');
  const { viewer, articleState } = useWorkspace();
  const [form, setForm] = useState<OpenForm | null>(null);
  const [removing, setRemoving] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const own = ownOf(annotation, viewer.handle);
  const isClaim = annotation.kind === 'claim';
  const closed = articleState === 'locked' || annotation.state !== 'active';

  function close() {
    flushSync(() => setForm(null));
    bar.current?.querySelector('button')?.focus({ preventScroll: true });
  }

  if (closed) return <div className="row">{discuss}</div>;
  if (form) return <Form annotation={annotation} revision={revision} form={form} onClose={close} />;
  return (
    <div ref={bar} className="annotate-actions">
      {isClaim && own.assessment?.current === false && <Reworded annotation={annotation} />}
      <LookAgain annotation={annotation} />
      <div className="row">
        {isClaim && (
          <Button onClick={() => setForm({ name: 'verdict' })}>
            {t(own.assessment ? 'changeVerdict' : 'yourVerdict')}
          </Button>
        )}
        {isClaim && (
          <Button look="quiet" onClick={() => setForm({ name: 'source' })}>
            {t('addSource')}
          </Button>
        )}
        {discuss}
        {mayEdit(annotation, viewer) && (
          <>
            <Button look="quiet" onClick={() => setForm({ name: 'edit' })}>
              {t('edit')}
            </Button>
            <Button look="quiet" onClick={() => setRemoving(true)}>
              {t(othersTookPart(annotation) ? 'withdraw' : 'remove')}
            </Button>
          </>
        )}
      </div>
      <OwnParts annotation={annotation} own={own} onForm={setForm} />
      {removing && <RemoveDialog annotation={annotation} onClose={() => setRemoving(false)} />}
    </div>
  );
}

interface FormProps {
  annotation: AnnotationDetail;
  revision: number;
  form: OpenForm;
  onClose(): void;
}

function Form({ annotation, revision, form, onClose }: FormProps) {
  const { viewer } = useWorkspace();
  // Others may change it while the form is open: what is saved rests on what its writer saw when it was opened.
  const [seen] = useState(annotation);
  const common = { annotation: { ...annotation, version: seen.version }, onClose };
  if (form.name === 'verdict') return <VerdictForm {...common} own={ownOf(seen, viewer.handle).assessment} />;
  if (form.name === 'source') return <SourceForm {...common} />;
  if (form.name === 'edit-source') return <SourceForm {...common} source={form.source} />;
  return <EditForm {...common} revision={revision} />;
}

/** After a new wording one's verdict is not counted until it is confirmed, or changed. */
function Reworded({ annotation }: { annotation: AnnotationDetail }) {
  const t = useTranslations('annotate');
  const { viewer } = useWorkspace();
  const { assessment } = ownOf(annotation, viewer.handle);
  const { submit, give } = useVerdict(annotation, assessment);
  if (!assessment) return null;
  const { verdict, rationale, sourceIds } = assessment;
  return (
    <div className="reworded">
      <p>{t('reworded')}</p>
      <Button look="primary" busy={submit.busy} onClick={() => void give({ verdict, rationale, sourceIds })}>
        {t('confirm')}
      </Button>
      <SubmitProblem submit={submit} />
    </div>
  );
}

interface RemoveDialogProps {
  annotation: AnnotationDetail;
  onClose(): void;
}

/** Says before which of the two it will be, deleting or withdrawing, and why; the server decides it anew. */
function RemoveDialog({ annotation, onClose }: RemoveDialogProps) {
  const t = useTranslations('annotate');
  const { drop, put, leave } = useWorkspace();
  const submit = useSubmit();
  const { id, kind } = annotation;
  const stays = othersTookPart(annotation);

  function remove() {
    void submit.run(async () => {
      const { status, data } = await request<AnnotationDetail>('DELETE', `/api/annotations/${id}`);
      leave(annotation);
      // The dialog gives the focus back to a button that goes with the card: only once it has can the words take it.
      flushSync(() => {
        onClose();
        if (status === 204) drop(id);
        else put(data);
      });
      leave(annotation);
      announce(t(status === 204 ? 'removed' : 'withdrawn'));
    });
  }

  return (
    <ConfirmDialog
      title={t(stays ? 'withdrawAsk' : 'removeAsk', { kind })}
      confirmLabel={t(stays ? 'withdraw' : 'remove')}
      submit={submit}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{t(stays ? 'withdrawWhy' : 'removeWhy')}</p>
    </ConfirmDialog>
  );
}
