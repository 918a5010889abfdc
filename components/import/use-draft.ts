import { useEffect, useRef, useState } from 'react';
import { type Draft, dropDraft, keepDraft, NO_DRAFT, readDraft } from './draft.ts';

/** How long typing has to pause before the draft is written, in milliseconds. */
const PAUSE = 400;

/** The state of the page, kept in this browser for one person while it changes. */
export function useDraft(handle: string) {
  const [draft, setDraft] = useState<Draft>(NO_DRAFT);
  const [ready, setReady] = useState(false);
  const [restored, setRestored] = useState(false);
  const [fits, setFits] = useState(true);
  const latest = useRef(draft);
  const over = useRef(false);

  useEffect(() => {
    latest.current = draft;
  }, [draft]);

  // The server knows no draft: what it sent is replaced once, before anything can be typed.
  useEffect(() => {
    const kept = readDraft(handle);
    if (kept) {
      latest.current = kept;
      setDraft(kept);
      setRestored(true);
    }
    setReady(true);
  }, [handle]);

  useEffect(() => {
    if (!ready) return;
    const write = () => {
      if (!over.current) setFits(keepDraft(handle, draft));
    };
    const timer = setTimeout(write, PAUSE);
    window.addEventListener('pagehide', write);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', write);
    };
  }, [ready, handle, draft]);

  /** After publishing: forgets the draft, and writes no other. */
  function finish() {
    over.current = true;
    dropDraft(handle);
  }

  /** Before the page is left on purpose: writes what is not written yet. */
  function flush() {
    keepDraft(handle, latest.current);
  }

  return { draft, setDraft, ready, restored, setRestored, fits, finish, flush };
}
