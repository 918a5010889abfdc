import PDFDocument from 'pdfkit';
import { escapeMarkup } from '../plain.ts';

export interface About {
  title: string;
  /** Of the text as a whole. */
  lang: string;
  author: string;
  created: Date;
}

export const MARGIN = { top: 58, bottom: 72, left: 62, right: 62 };

/** An empty, tagged PDF whose title is shown. A page is written as soon as the next one begins. */
export function openDocument({ title, lang, author, created }: About): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    size: 'A4',
    margins: MARGIN,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang,
    // Bytes depend on what is printed alone.
    info: { Title: title, Author: author, Creator: 'Obelus', Producer: 'Obelus', CreationDate: created },
  });
  escapeMetadata(doc);
  return doc;
}

/** The library writes what is known of a document as XML too, and does not escape it. */
function escapeMetadata(doc: PDFKit.PDFDocument): void {
  const open = doc as unknown as { info: Record<string, unknown>; _addInfo(): void };
  const write = open._addInfo.bind(open);
  open._addInfo = () => {
    const { info } = open;
    const escaped = Object.entries(info).map(([key, value]) => [
      key,
      typeof value === 'string' || value instanceof String ? escapeMarkup(String(value)) : value,
    ]);
    open.info = Object.fromEntries(escaped);
    write();
    open.info = info;
  };
}
