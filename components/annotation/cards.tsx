import type { ReactNode } from 'react';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { Card, type CardWords } from './card.tsx';
import { lookOf } from './passage.ts';
import { type Aside, opensItself } from './set-aside.ts';

/** The cards of the annotations, in the order of the text: beside their lines, or as a list under it. */
export function Margin({
  annotations,
  words,
  title,
  actions,
}: {
  annotations: AnnotationDetail[];
  words: CardWords;
  title: string;
  /** What can be done with each; nothing for a guest. */
  actions?: (annotation: AnnotationDetail) => ReactNode;
}) {
  if (annotations.length === 0) return null;
  return (
    <section className="margin" aria-labelledby="annotations">
      <h2 id="annotations">{title}</h2>
      <ol className="cards">
        {annotations.map((annotation) => (
          <li key={annotation.id}>
            <Card annotation={annotation} words={words}>
              {actions?.(annotation)}
            </Card>
          </li>
        ))}
      </ol>
    </section>
  );
}

/**
 * Where the claims stand along the text. A help for hand and eye: with the keyboard and a screen reader the markers in
 * the text do the same, so it is not announced a second time.
 */
export function Rail({ annotations }: { annotations: AnnotationDetail[] }) {
  return (
    <div className="rail" aria-hidden="true">
      {annotations.map((annotation) => (
        <a
          key={annotation.id}
          className={`tick v-${lookOf(annotation)}`}
          href={`#annotation-${annotation.id}`}
          data-annotation={annotation.id}
          tabIndex={-1}
        />
      ))}
    </div>
  );
}

/** Annotations that have no place in the text any more. */
export function SetAside({
  name,
  annotations,
  title,
  hint,
  words,
  actions,
}: {
  name: Aside;
  annotations: AnnotationDetail[];
  title: string;
  hint: string;
  words: CardWords;
  actions?: (annotation: AnnotationDetail) => ReactNode;
}) {
  if (annotations.length === 0) return null;
  return (
    <details className="set-aside" open={opensItself(name, annotations.length)}>
      <summary>
        {title} <span className="num">({annotations.length})</span>
      </summary>
      <p className="small">{hint}</p>
      <ol className="cards">
        {annotations.map((annotation) => (
          <li key={annotation.id}>
            <Card annotation={annotation} words={words}>
              {actions?.(annotation)}
            </Card>
          </li>
        ))}
      </ol>
    </details>
  );
}
