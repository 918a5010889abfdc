'use client';

import type { JSONContent } from '@tiptap/core';
import { lazy, Suspense, useId } from 'react';
import type { EditorMessages } from './tools.ts';

const BodyEditor = lazy(() =>
  import('./body-editor.tsx').then(({ BodyEditor: editor }) => ({ default: editor })),
);

interface ArticleEditorProps {
  document: JSONContent | null;
  /** Null when the whole text was deleted. */
  onChange(document: JSONContent | null): void;
  label: string;
  /** Messages of the namespace `editor`. */
  t: EditorMessages;
  /** The id of what says what is wrong with the text. */
  describedBy?: string;
  invalid?: boolean;
}

/** The whole body of an article, to be corrected before it is published. */
export function ArticleEditor({ document, onChange, label, t, describedBy, invalid }: ArticleEditorProps) {
  const id = useId();
  return (
    <div className="field">
      <div className="label" id={`${id}-label`}>
        {label}
      </div>
      <Suspense fallback={<div className="article-box" aria-busy="true" />}>
        <BodyEditor
          id={id}
          labelledBy={`${id}-label`}
          describedBy={describedBy}
          invalid={invalid}
          value={document}
          onChange={onChange}
          t={t}
        />
      </Suspense>
    </div>
  );
}
