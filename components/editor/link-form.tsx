'use client';

import { type Editor, getMarkRange } from '@tiptap/core';
import { type KeyboardEvent, useId, useState } from 'react';
import { typedHref } from '#lib/document/href.ts';
import type { EditorMessages } from './tools.ts';

interface LinkFormProps {
  editor: Editor;
  t: EditorMessages;
  onClose(): void;
}

/**
 * Asks for the address of a link. It stands inside the form that the text belongs to, so it is no form of its own and
 * Enter must not reach the outer one.
 */
export function LinkForm({ editor, t, onClose }: LinkFormProps) {
  const present: string = editor.getAttributes('link').href ?? '';
  const [address, setAddress] = useState(present);
  const [bad, setBad] = useState(false);
  const id = useId();

  function close() {
    onClose();
    editor.commands.focus();
  }

  function apply() {
    const href = typedHref(address);
    setBad(!href);
    if (!href) return;
    setLink(editor, href);
    close();
  }

  function remove() {
    editor.chain().extendMarkRange('link').unsetLink().run();
    close();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') apply();
    else close();
  }

  return (
    <div className="link-form" role="group" aria-label={t('link')} onKeyDown={onKeyDown}>
      <label htmlFor={id}>{t('linkAddress')}</label>
      <input
        className="input"
        id={id}
        type="text"
        inputMode="url"
        autoComplete="url"
        autoCapitalize="none"
        spellCheck={false}
        // The person has just asked for this field.
        autoFocus
        value={address}
        aria-invalid={bad}
        aria-describedby={bad ? `${id}-bad` : undefined}
        onChange={(event) => setAddress(event.target.value)}
      />
      <div className="link-form-buttons">
        <button type="button" className="button" onClick={apply}>
          {t('linkApply')}
        </button>
        {present && (
          <button type="button" className="button quiet" onClick={remove}>
            {t('linkRemove')}
          </button>
        )}
        <button type="button" className="button quiet" onClick={close}>
          {t('linkCancel')}
        </button>
      </div>
      {bad && (
        <p id={`${id}-bad`} className="error" role="alert">
          {t('linkBad')}
        </p>
      )}
    </div>
  );
}

/** On the selected words, on the whole link that the caret stands in, or else as words of its own. */
function setLink(editor: Editor, href: string) {
  const { empty, $from } = editor.state.selection;
  const type = editor.schema.marks.link;
  if (empty && type && !getMarkRange($from, type)) {
    const link = { type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] };
    // A link that ran into the word before it would make one word of the two.
    const space = /\S$/u.test($from.parent.textBetween(0, $from.parentOffset))
      ? [{ type: 'text', text: ' ' }]
      : [];
    editor
      .chain()
      .insertContent([...space, link, { type: 'text', text: ' ' }])
      .run();
    return;
  }
  editor.chain().extendMarkRange('link').setLink({ href }).run();
}
