import type { FileRefusal } from './file-kinds.ts';

/** What was read of a file that is no text: its article as HTML, and what it says of itself. */
export interface FileText {
  html: string;
  title: string | null;
  /** Whoever made the file, who need not be the author. */
  byline: string | null;
  lang: string | null;
  /** Lines that stand on all pages, and page numbers. */
  leftOut: string[];
  /** What stands in it side by side may have to be read in another order. */
  isOrderUnsure?: boolean;
}

/** Thrown by the readers of files for what they do not read. */
export class RefusedFile extends Error {
  override name = 'RefusedFile';
  readonly reason: FileRefusal;

  constructor(reason: FileRefusal, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}
