import type { JSONContent } from '@tiptap/core';
import type { Shown } from '#lib/verdict/verdicts.ts';

// What is printed of an article, in words: the page for printers and the PDF show the same.

export interface PrintedArticle {
  id: string;
  slug: string;
  title: string;
  author: string | null;
  /** Of the article; the words around it are those of `locale`. */
  lang: string;
  locale: string;
  /** Lines under the title: by whom, from where and when, which revision, how it fared. */
  facts: string[];
  /** Where it is read here, and where it came from. */
  address: string;
  original: string | null;
  /** When the revision was captured. */
  capturedAt: string;
  document: JSONContent;
  marks: PrintedMark[];
  notes: PrintedNote[];
  /** What the verdicts mean that stand in it. */
  legend: PrintedMeaning[];
  words: {
    notes: string;
    /** In their place, where there are none. */
    none: string;
    gone: string;
    original: string;
    address: string;
    more: string | null;
    toText: string;
    legend: string;
  };
}

export interface PrintedMeaning {
  look: Shown | 'remark';
  verdict: string;
  meaning: string;
}

/** Folded is what somebody could judge first: nothing is, of what everybody gets. */
export type PrintedLook = Shown | 'remark' | 'folded';

/** A number behind the words that a note is about; offsets are UTF-16 in the text of the document. */
export interface PrintedMark {
  at: number;
  number: number;
  look: PrintedLook;
}

export interface PrintedNote {
  number: number;
  address: string;
  look: PrintedLook;
  /** The verdict in a word. */
  verdict: string;
  statement: string;
  /** The words that it is about, where they are not the statement. */
  passage: string | null;
  /** They are no longer in the text. */
  gone: boolean;
  /** By whom it was marked, and how many judged it. */
  facts: string;
  ruling: { by: string; summary: string; changes: string[] } | null;
  sources: PrintedSource[];
  more: string | null;
}

export interface PrintedSource {
  stance: string;
  title: string;
  address: string;
  quote: string;
  /** How it fared when it was looked at. */
  state: string | null;
}
