'use client';

import { useTranslations } from 'use-intl';
import type { CardWords } from '#components/annotation/card.tsx';
import { Button } from '#components/ui/button.tsx';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { CardSlot } from './card-slot.tsx';
import { type NewDraft, newForm } from './new-draft.ts';
import { NewForm } from './new-form.tsx';
import { NEW_ID } from './passages.ts';

export interface WorkspaceMarginProps {
  annotations: readonly AnnotationDetail[];
  pending: NewDraft | null;
  opened: ReadonlySet<string>;
  revision: number;
  words: CardWords;
  onSaved(annotation: AnnotationDetail): void;
  onClose(): void;
}

/** The cards, and among them, in its place in the text, the form of a new one. */
export function WorkspaceMargin(props: WorkspaceMarginProps) {
  const { annotations, pending, opened, revision, words } = props;
  const t = useTranslations('article');
  if (annotations.length === 0 && pending === null) return null;
  // One flat list: a card that moved from one list into another would be made anew, and with it thousands.
  const slots = annotations.map((annotation) => (
    <CardSlot
      key={annotation.id}
      annotation={annotation}
      revision={revision}
      words={words}
      opened={opened.has(annotation.id)}
    />
  ));
  if (pending) {
    const place = firstAfter(annotations, pending.target.start);
    slots.splice(place, 0, <FormSlot key={newForm(pending)} {...props} pending={pending} />);
  }
  return (
    <section className="margin" aria-labelledby="annotations">
      <h2 id="annotations">{t('annotations')}</h2>
      <ol className="cards">{slots}</ol>
    </section>
  );
}

function firstAfter(annotations: readonly AnnotationDetail[], start: number): number {
  const at = annotations.findIndex(({ anchor }) => (anchor.start ?? 0) > start);
  return at === -1 ? annotations.length : at;
}

function FormSlot(props: FormCardProps) {
  return (
    <li>
      <FormCard {...props} />
    </li>
  );
}

type FormCardProps = Pick<WorkspaceMarginProps, 'revision' | 'onSaved' | 'onClose'> & { pending: NewDraft };

/** The form of a new annotation stands among the cards, and is one. */
export function FormCard({ pending, revision, onSaved, onClose }: FormCardProps) {
  const t = useTranslations('annotate');
  return (
    <article
      className={`card form-card v-${pending.kind === 'claim' ? 'open' : 'remark'}`}
      id={`annotation-${NEW_ID}`}
      data-annotation={NEW_ID}
      data-span={`${pending.target.start} ${pending.target.end}`}
      tabIndex={-1}
      aria-label={t(pending.kind === 'claim' ? 'newClaim' : 'newRemark')}
    >
      <Button className="card-handle" aria-label={t('close')} data-close="" />
      <NewForm initial={pending} revision={revision} onSaved={onSaved} onClose={onClose} />
    </article>
  );
}
