'use client';

import { useCallback, useEffect, useState } from 'react';
import { request } from '#components/api/request.ts';
import type { QuotablePage, SnapshotText } from '#lib/evidence/schema.ts';

/** What a page was seen to hold, as far as it was read. */
export interface PageText {
  pageId: string;
  snapshotId: string;
  title: string | null;
  lang: string;
  text: string;
  /** Where the rest begins; null where all of it is here. */
  next: number | null;
}

/** Has the page seen, if nobody has given it before, and reads the beginning of its text; `more` reads on. */
export function usePageText(url: string) {
  const [page, setPage] = useState<PageText | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);

  useEffect(() => {
    let gone = false;
    open(url).then(
      (opened) => !gone && setPage(opened),
      (error: unknown) => !gone && setTrouble(error),
    );
    return () => {
      gone = true;
    };
  }, [url]);

  const more = useCallback(() => {
    if (!page || page.next === null) return;
    readOn(page).then(setPage, setTrouble);
  }, [page]);

  return { page, trouble, more };
}

async function open(url: string): Promise<PageText> {
  const { data } = await request<QuotablePage>('POST', '/api/web-pages', { url });
  const { pageId, lang, snapshot } = data;
  return readOn({
    pageId,
    snapshotId: snapshot.id,
    title: snapshot.title,
    lang: lang ?? '',
    text: '',
    next: 0,
  });
}

async function readOn(page: PageText): Promise<PageText> {
  const path = `/api/web-pages/${page.pageId}/snapshots/${page.snapshotId}/text?start=${page.next ?? 0}`;
  const { data } = await request<SnapshotText>('GET', path);
  return { ...page, text: page.text + data.text, next: data.next };
}
