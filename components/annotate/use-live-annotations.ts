'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { LiveAnnotations, type LiveWorkspace } from './live-annotations.ts';

/** Keeps the workspace up to date while others write; see LiveAnnotations. */
export function useLiveAnnotations(
  main: RefObject<HTMLElement | null>,
  { id, position }: { id: string; position: string },
  workspace: LiveWorkspace,
): void {
  const latest = useRef(workspace);
  useEffect(() => {
    latest.current = workspace;
  });
  useEffect(() => {
    const place = main.current?.querySelector<HTMLElement>('.live-offer');
    if (!place) return;
    const live = new LiveAnnotations({ id, position }, place, () => latest.current);
    return () => live.stop();
  }, [main, id, position]);
}
