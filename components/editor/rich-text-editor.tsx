'use client';

import type { Editor, Extensions, JSONContent } from '@tiptap/core';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { LinkForm } from './link-form.tsx';
import { Toolbar } from './toolbar.tsx';
import type { EditorMessages, Tool } from './tools.ts';

/** From which part of its limit on a text shows how much is left. */
const NEAR = 0.9;

export interface RichTextProps {
  /** The id of the text; labels and descriptions refer to it. */
  id: string;
  labelledBy: string;
  describedBy?: string;
  invalid?: boolean;
  placeholder?: string;
  /** UTF-16 units of text. */
  maxLength: number;
  value: JSONContent | null;
  /** Null when the text says nothing. */
  onChange(value: JSONContent | null): void;
  /** Control or Command with Enter. */
  onSubmit?(): void;
  autoFocus?: boolean;
}

interface RichTextEditorProps extends RichTextProps {
  extensions: () => Extensions;
  tools: readonly Tool[];
  className: string;
  t: EditorMessages;
}

/** A text with its tools: what composer and article editor share. Only ever loaded when somebody is about to write. */
export function RichTextEditor(props: RichTextEditorProps) {
  const { id, maxLength, tools, className, placeholder, t } = props;
  const [linking, setLinking] = useState(false);
  const editor = useTextEditor(props, () => setLinking(true));
  const { length, empty } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ length: now ? textLength(now) : 0, empty: now?.isEmpty ?? true }),
  }) ?? { length: 0, empty: true };
  useAttributes(editor, props, length > maxLength);

  if (!editor) return <div className={className} />;
  return (
    <div className={className}>
      <Toolbar editor={editor} tools={tools} t={t} controls={id} onLink={() => setLinking(true)} />
      {linking && <LinkForm editor={editor} t={t} onClose={() => setLinking(false)} />}
      <EditorContent
        editor={editor}
        className="rich-text"
        data-placeholder={empty ? placeholder : undefined}
      />
      <Counter length={length} max={maxLength} t={t} id={`${id}-length`} />
    </div>
  );
}

/** tiptap's editor over the value. A value that comes from outside (a draft, an emptied form) replaces the text. */
function useTextEditor(props: RichTextEditorProps, openLink: () => void): Editor | null {
  const { value, extensions, autoFocus } = props;
  const latest = useRef(props);
  const emitted = useRef(value);
  useEffect(() => {
    latest.current = props;
  });
  const editor = useEditor({
    // The server draws no editor, and our policy allows no styles but those of our own files.
    immediatelyRender: false,
    injectCSS: false,
    extensions: extensions(),
    content: value ?? '',
    autofocus: autoFocus ? 'end' : false,
    editorProps: {
      attributes: textAttributes(props, false),
      handleKeyDown: (_view, event) => onKey(event, latest.current.onSubmit, openLink),
    },
    onUpdate: ({ editor: now }) => {
      emitted.current = content(now);
      latest.current.onChange(emitted.current);
    },
  });
  useEffect(() => {
    if (!editor || value === emitted.current) return;
    emitted.current = value;
    editor.commands.setContent(value ?? '', { emitUpdate: false });
  }, [editor, value]);
  return editor;
}

/** What a screen reader hears of the text follows the form around it. */
function useAttributes(editor: Editor | null, props: RichTextEditorProps, tooLong: boolean) {
  const { id, labelledBy, describedBy, invalid, placeholder } = props;
  useEffect(() => {
    if (!editor) return;
    const attributes = textAttributes({ id, labelledBy, describedBy, invalid, placeholder }, tooLong);
    editor.setOptions({ editorProps: { ...editor.options.editorProps, attributes } });
  }, [editor, id, labelledBy, describedBy, invalid, placeholder, tooLong]);
}

function textAttributes(
  {
    id,
    labelledBy,
    describedBy,
    invalid,
    placeholder,
  }: Omit<RichTextProps, 'maxLength' | 'value' | 'onChange'>,
  tooLong: boolean,
): Record<string, string> {
  return {
    id,
    class: 'said',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': labelledBy,
    'aria-describedby': [describedBy, `${id}-length`].filter(Boolean).join(' '),
    ...(invalid || tooLong ? { 'aria-invalid': 'true' } : {}),
    ...(placeholder ? { 'aria-placeholder': placeholder } : {}),
  };
}

function onKey(event: KeyboardEvent, submit: (() => void) | undefined, openLink: () => void): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  if (event.key === 'Enter' && submit) {
    submit();
    return true;
  }
  if (event.key.toLowerCase() !== 'k' || event.shiftKey) return false;
  event.preventDefault();
  openLink();
  return true;
}

function content(editor: Editor): JSONContent | null {
  return /\S/u.test(editor.state.doc.textContent) ? editor.getJSON() : null;
}

function textLength(editor: Editor): number {
  const { doc } = editor.state;
  return doc.textBetween(0, doc.content.size, '\n', '\n').length;
}

function Counter({ length, max, id, t }: { length: number; max: number; id: string; t: EditorMessages }) {
  const left = max - length;
  return (
    <p id={id} className="counter" data-over={left < 0 || undefined}>
      {length > max * NEAR && (left < 0 ? t('over', { n: -left }) : t('left', { n: left }))}
      <span className="visually-hidden" role="status">
        {left < 0 && t('tooLong')}
      </span>
    </p>
  );
}
