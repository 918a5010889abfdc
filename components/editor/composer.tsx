'use client';

import type { JSONContent } from '@tiptap/core';
import { lazy, Suspense, useId } from 'react';
import { useTranslations } from 'use-intl';
import type { RichTextProps } from './rich-text-editor.tsx';
import type { EditorMessages } from './tools.ts';

const CommentEditor = lazy(() =>
  import('./comment-editor.tsx').then(
    ({ CommentEditor: editor }) => ({ default: editor }),
    () => ({ default: PlainEditor }),
  ),
);

type ComposerProps = Omit<RichTextProps, 'id' | 'labelledBy' | 'describedBy' | 'invalid'> & {
  label: string;
  /** Says beside the label that the text may be left out. */
  optional?: string;
  hint?: string;
  /** What is wrong with the text. */
  error?: string | null;
};

/** A field for rich text: a comment, a rationale. The editor itself is fetched when the field is first shown. */
export function Composer({ label, optional, hint, error, ...props }: ComposerProps) {
  const t: EditorMessages = useTranslations('editor');
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field composer-field">
      <div className="label" id={`${id}-label`}>
        {label} {optional && <span className="aside">{optional}</span>}
      </div>
      <Suspense fallback={<div className="composer-box" aria-busy="true" />}>
        <CommentEditor
          {...props}
          id={id}
          labelledBy={`${id}-label`}
          describedBy={described || undefined}
          invalid={Boolean(error)}
          t={t}
        />
      </Suspense>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="error">
          {error}
        </p>
      )}
    </div>
  );
}

/** When the editor cannot be fetched (the connection broke, the server was updated): nobody is kept from writing. */
function PlainEditor({
  id,
  labelledBy,
  describedBy,
  invalid,
  placeholder,
  value,
  onChange,
  t,
}: RichTextProps & { t: EditorMessages }) {
  return (
    <div className="composer-box">
      <textarea
        id={id}
        className="said"
        aria-labelledby={labelledBy}
        aria-describedby={[describedBy, `${id}-plain`].filter(Boolean).join(' ')}
        aria-invalid={invalid}
        placeholder={placeholder}
        defaultValue={plainText(value)}
        onChange={(event) => onChange(plainDocument(event.target.value))}
      />
      <p id={`${id}-plain`} className="hint">
        {t('plain')}
      </p>
    </div>
  );
}

function plainText(node: JSONContent | null): string {
  if (!node) return '';
  if (node.type === 'hardBreak') return '\n';
  const inner = (node.content ?? []).map(plainText).join('');
  return node.type === 'paragraph' ? `${inner}\n` : (node.text ?? inner);
}

function plainDocument(text: string): JSONContent | null {
  if (!/\S/u.test(text)) return null;
  const lines = text.split(/\n+/).filter(Boolean);
  return {
    type: 'doc',
    content: lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
  };
}
