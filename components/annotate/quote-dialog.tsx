'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { problemWords } from '#components/api/problem-words.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { START_ATTRIBUTE } from '#lib/document/selection.ts';
import type { ChosenQuote } from './quote-chooser.tsx';
import { makeBlocksFocusable, useKeyboardSelecting } from './use-keyboard-selecting.ts';
import { type PageText, usePageText } from './use-page-text.ts';
import { useSelected } from './use-selected.ts';
import { useWorkspace } from './workspace-context.tsx';

interface QuoteDialogProps {
  url: string;
  onChoose(chosen: ChosenQuote): void;
  onClose(): void;
}

/** What a page was seen to hold, to select a passage in: by mouse, by finger, by keyboard. */
export function QuoteDialog({ url, onChoose, onClose }: QuoteDialogProps) {
  const t = useTranslations('annotate');
  const common = useTranslations('common');
  const problems = useTranslations('problems');
  const state = usePageText(url);
  return (
    <Dialog open onClose={onClose} title={state.page?.title ?? t('chooseQuote')} closeLabel={common('close')}>
      <KeysKept>
        {state.trouble !== null && <Notice tone="error">{problemWords(problems, state.trouble)}</Notice>}
        {state.page === null && state.trouble === null && (
          <p role="status" aria-busy="true">
            {t('chooseQuoteWaiting')}
          </p>
        )}
        {state.page && <Choosing page={state.page} onMore={state.more} onChoose={onChoose} />}
      </KeysKept>
    </Dialog>
  );
}

/** The form around the dialog, and the page around the form, have keys of their own that mean nothing in here. */
function KeysKept({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    const keep = (event: KeyboardEvent) => event.stopPropagation();
    element?.closest('dialog')?.addEventListener('keydown', keep);
    return () => element?.closest('dialog')?.removeEventListener('keydown', keep);
  }, []);
  return (
    <div ref={box} className="choose-quote">
      {children}
    </div>
  );
}

interface ChoosingProps {
  page: PageText;
  onMore: () => void;
  onChoose(chosen: ChosenQuote): void;
}

function Choosing({ page, onMore, onChoose }: ChoosingProps) {
  const t = useTranslations('annotate');
  const { rules } = useWorkspace();
  const root = useRef<HTMLDivElement>(null);
  const keep = useRef(false);
  const { text, lang } = page;
  const { now } = useSelected(root, text, keep);
  useKeyboardSelecting(root, text, lang, 'selectingQuote');
  useEffect(() => {
    if (root.current && text) makeBlocksFocusable(root.current);
  }, [text]);

  const selected = now?.selected ?? null;
  const tooLong = selected !== null && selected.exact.length > rules.sourceTextMax;
  const usable = selected !== null && selected.trouble === null && !tooLong;
  return (
    <>
      <p className="small">{t('chooseQuoteHelp')}</p>
      <div className="page-text" data-scrolls="">
        <div ref={root} className="quotable" lang={lang}>
          {linesOf(text).map(({ start, line }) => (
            <p key={start} {...{ [START_ATTRIBUTE]: start }} dir="auto">
              {line}
            </p>
          ))}
        </div>
        {page.next !== null && <Button onClick={onMore}>{t('chooseQuoteMore')}</Button>}
      </div>
      <p className="chosen small" role="status">
        {tooLong
          ? t('quoteTooLong', { max: rules.sourceTextMax })
          : usable
            ? t('selected', { words: shortened(selected.exact) })
            : t('nothingChosen')}
      </p>
      <Button
        look="primary"
        disabled={!usable}
        // The press would take the selection away before it is made.
        onPointerDown={() => {
          keep.current = true;
        }}
        onPointerCancel={() => {
          keep.current = false;
        }}
        onClick={() => usable && onChoose({ quote: selected.exact, quoteStart: selected.start })}
      >
        {t('takeQuote')}
      </Button>
    </>
  );
}

/** The lines of a text that say something, with where they begin (UTF-16). */
function linesOf(text: string): { start: number; line: string }[] {
  let start = 0;
  const lines = text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return { start: at, line };
  });
  return lines.filter(({ line }) => line.trim() !== '');
}

const SHOWN = 120;

/** Of a long passage both ends. */
function shortened(words: string): string {
  if (words.length <= SHOWN) return words;
  return `${words.slice(0, SHOWN / 2).toWellFormed()} … ${words.slice(-SHOWN / 2).toWellFormed()}`;
}
