'use client';

import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { announceQuietly } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { FILE_ENDINGS } from '#lib/importers/file/file-kinds.ts';
import { FormChoice } from './form-choice.tsx';
import { guessForm, hasStructure, normalLines, type Pasted } from './pasted.ts';
import { readChosenFile } from './text-file.ts';

interface PasteFieldProps {
  pasted: Pasted;
  onChange(pasted: Pasted): void;
  error?: string;
  /** UTF-16 units. */
  maxChars: number;
  /** What becomes of it, which the words of the field tell. */
  purpose?: 'article' | 'revision';
}

const EMPTIED = {
  text: '',
  form: 'text',
  rich: null,
  takesRich: false,
  fileName: null,
  file: null,
} as const;

/** The big field: typed into, pasted into, dropped onto, or filled from a file. */
export function PasteField({ pasted, onChange, error, maxChars, purpose = 'article' }: PasteFieldProps) {
  const t = useTranslations('import');
  const file = useFile(pasted, onChange, maxChars);
  const [cleared, setCleared] = useState<Pasted | null>(null);
  const [over, setOver] = useState(false);

  function change(next: Pasted) {
    file.forget();
    setCleared(null);
    onChange(next);
  }

  function type(text: string) {
    // Typed words have no formatting: what was pasted with it stays at hand, and is not taken any more.
    const form = pasted.text === '' ? guessForm(text) : pasted.form;
    change({ ...pasted, text, form, takesRich: false });
  }

  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const replacesAll = selectionStart === 0 && selectionEnd === value.length;
    const [first] = event.clipboardData.files;
    if (first && !event.clipboardData.getData('text/plain')) {
      event.preventDefault();
      file.take([...event.clipboardData.files]);
    } else if (replacesAll && take(event.clipboardData)) {
      event.preventDefault();
    }
  }

  /** Takes a whole text from the clipboard or a drag; false when there is none in it. */
  function take(data: DataTransfer): boolean {
    const text = normalLines(data.getData('text/plain'));
    if (text.trim() === '') return false;
    const html = data.getData('text/html');
    const rich = hasStructure(html) ? { html, text } : null;
    change({ ...pasted, ...EMPTIED, text, form: guessForm(text), rich, takesRich: rich !== null });
    return true;
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length > 0) file.take([...event.dataTransfer.files]);
    else take(event.dataTransfer);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one of three ways; the other two are by keyboard.
    <div
      className="paste-field"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      <Field
        label={t(purpose === 'article' ? 'text' : 'revisionText')}
        hint={t('textHint')}
        error={file.refusal ?? error}
      >
        {(control) => (
          <div className="paste-area">
            <textarea
              {...control}
              className="input"
              rows={14}
              spellCheck={false}
              placeholder={t('textPlaceholder')}
              readOnly={pasted.file !== null}
              value={
                pasted.file
                  ? t(purpose === 'article' ? 'fileWaits' : 'fileWaitsRevision', waitingFile(pasted.file))
                  : pasted.text
              }
              onChange={(event) => type(event.target.value)}
              onPaste={paste}
            />
            <p className="paste-over" aria-hidden="true">
              <Icon name="upload" /> {t('drop')}
            </p>
          </div>
        )}
      </Field>
      <div className="paste-tools">
        <FileButton onFiles={file.take} />
        {(pasted.text !== '' || pasted.file) && (
          <>
            <span className="small">
              {pasted.fileName && `${t('fromFile', { name: pasted.fileName })} · `}
              {pasted.file ? (
                <span className="num">{t('kilobytes', waitingFile(pasted.file))}</span>
              ) : (
                <span className="num">{t('characters', { n: pasted.text.length })}</span>
              )}
            </span>
            <Button
              look="quiet"
              onClick={() => {
                change({ ...pasted, ...EMPTIED });
                setCleared(pasted);
              }}
            >
              {t('clear')}
            </Button>
          </>
        )}
        {cleared && (
          <span role="status" className="small">
            {t('cleared')}{' '}
            <Button look="quiet" onClick={() => change(cleared)}>
              {t('restoreText')}
            </Button>
          </span>
        )}
      </div>
      {file.note && (
        <p className="small" role="status">
          {file.note}
        </p>
      )}
      {pasted.text.trim() !== '' && <FormChoice pasted={pasted} onChange={change} />}
    </div>
  );
}

const waitingFile = ({ name, size }: { name: string; size: number }) => ({
  name,
  kb: Math.max(1, Math.round(size / 1024)),
});

/** Reads files into the field; what was refused, and why, stays until something else is taken. */
function useFile(pasted: Pasted, onChange: (pasted: Pasted) => void, maxChars: number) {
  const t = useTranslations('import');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const latest = useRef(pasted);
  useEffect(() => {
    latest.current = pasted;
  });

  async function take(files: File[]) {
    const [first] = files;
    if (!first) return;
    const read = await readChosenFile(first, maxChars);
    setNote(files.length > 1 ? t('refused.many') : null);
    if ('refused' in read)
      return setRefusal(t(`refused.${read.refused}`, { name: first.name, max: maxChars }));
    setRefusal(null);
    if ('document' in read) {
      const { document } = read;
      onChange({ ...latest.current, ...EMPTIED, file: document, fileName: document.name });
      announceQuietly(t('fromFile', { name: document.name }));
      return;
    }
    const { text, form } = read;
    onChange({ ...latest.current, ...EMPTIED, text: normalLines(text), form, fileName: first.name });
  }

  function forget() {
    setRefusal(null);
    setNote(null);
  }

  return { refusal, note, take, forget };
}

/** A button of ours for the browser's own: that one cannot be drawn, and speaks the browser's language. */
function FileButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useTranslations('import');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('chooseFile')}
        accept={FILE_ENDINGS.join(',')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file again is a change, too.
          event.target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>
        <Icon name="upload" />
        {t('chooseFile')}
      </Button>
      <span className="small">{t('fileKinds')}</span>
    </>
  );
}
