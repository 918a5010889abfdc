'use client';

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { beginDraft, type NewDraft } from '#components/annotate/new-draft.ts';
import { clearSelection, EXACT_LIMIT, select } from '#components/annotate/selection.ts';
import {
  useWorkspace,
  WorkspaceContext,
  type WorkspaceState,
} from '#components/annotate/workspace-context.tsx';
import { request } from '#components/api/request.ts';
import { announce } from '#components/ui/announce.ts';
import { describe } from '#lib/anchoring/selector.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { textIn, wordsElement } from './comment-text.ts';
import { ExhibitContext, type ExhibitState } from './exhibit-context.tsx';
import { OriginalToolbar } from './original-toolbar.tsx';
import { readOriginalSelection, useOriginalSelection } from './use-original-selection.ts';

interface MemberExhibitProps {
  claims: AnnotationDetail[];
  revision: number;
  /** The thread, as everybody reads it. */
  children: ReactNode;
}

/**
 * The original thread for somebody who takes part: the words of a comment are made a claim, and its card stands below
 * them with all that can be done with a claim.
 */
export function MemberExhibit({ claims: first, revision, children }: MemberExhibitProps) {
  const t = useTranslations('annotate');
  const words = useTranslations('exhibit');
  const outer = useWorkspace();
  const { claims, workspace } = useClaims(first, outer);
  const [pending, setPending] = useState<NewDraft | null>(null);
  const keep = useRef(false);
  const open = outer.articleState !== 'locked';
  const { now, clear } = useOriginalSelection(open, keep);
  const { statementMax } = outer.rules;

  const begin = useCallback(
    (commentId: string) => {
      keep.current = false;
      const root = wordsElement(commentId);
      if (!root) return;
      const text = textIn(root);
      const read = readOriginalSelection();
      const selected = read?.commentId === commentId ? read.selected : select(text, 0, text.length);
      if (selected.trouble === 'nothing') return announce(t('nothingInIt'));
      if (selected.trouble) {
        return announce(read ? t('selectionTooLong', { max: EXACT_LIMIT }) : words('selectFirst'));
      }
      clearSelection();
      clear();
      const target = describe(text, selected.start, selected.end);
      setPending({ ...beginDraft('claim', target, statementMax), exhibitComment: commentId });
    },
    [t, words, clear, statementMax],
  );
  useClaimKey(begin, open);

  const { put } = workspace;
  const state = useMemo(
    (): ExhibitState => ({
      claims,
      revision,
      open,
      pending,
      begin,
      saved(annotation) {
        flushSync(() => {
          put(annotation);
          setPending(null);
        });
        document.getElementById(`annotation-${annotation.id}`)?.focus();
      },
      close() {
        const commentId = pending?.exhibitComment;
        flushSync(() => setPending(null));
        if (commentId) document.getElementById(`original-${commentId}`)?.focus({ preventScroll: true });
      },
    }),
    [claims, revision, open, pending, begin, put],
  );

  return (
    <WorkspaceContext value={workspace}>
      <ExhibitContext value={state}>
        {children}
        {now && <OriginalToolbar now={now} keep={keep} onClaim={begin} onClose={clear} />}
      </ExhibitContext>
    </WorkspaceContext>
  );
}

/** The claims as the server last told of them, and a workspace in which their cards find what they need. */
function useClaims(first: AnnotationDetail[], outer: WorkspaceState) {
  const [claims, setClaims] = useState(first);
  const put = useCallback((annotation: AnnotationDetail) => {
    setClaims((before) =>
      before.some(({ id }) => id === annotation.id)
        ? before.map((one) => (one.id === annotation.id ? annotation : one))
        : [...before, annotation],
    );
  }, []);
  const workspace = useMemo(
    (): WorkspaceState => ({
      ...outer,
      put,
      drop: (id) => setClaims((before) => before.filter((one) => one.id !== id)),
      leave({ target }) {
        const commentId = target.exhibitComment?.id ?? '';
        document.getElementById(`original-${commentId}`)?.focus({ preventScroll: true });
      },
      async reread(id) {
        const { data } = await request<AnnotationDetail>('GET', `/api/annotations/${id}`);
        put(data);
        return data;
      },
      // The words of a comment stay what they are: see EditForm.
      chooseSpan: async () => null,
    }),
    [outer, put],
  );
  return { claims, workspace };
}

/** `c` makes a claim of what is selected in a comment; before the workspace, for which nothing is selected. */
function useClaimKey(begin: (commentId: string) => void, enabled: boolean) {
  const latest = useRef(begin);
  useEffect(() => {
    latest.current = begin;
  });
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'c' || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      const typing =
        target instanceof HTMLElement &&
        (target.isContentEditable || target.matches('input, textarea, select'));
      const read = typing ? null : readOriginalSelection();
      if (!read) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(read.commentId);
    };
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, [enabled]);
}
