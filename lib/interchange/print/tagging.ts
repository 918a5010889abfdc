/** What a reader's software knows of the structure: a type of PDF's and what stands in it. */
export type Structure = PDFKit.PDFStructureElement;

/** Where words lead. */
export interface Leads {
  link?: string;
  /** A place in the document. */
  goTo?: string;
  /** What is said of it to whoever does not see where it stands. */
  says?: string;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Current {
  element: Structure;
  leads: Leads | null;
  link: Structure | null;
}

/**
 * The structure of a PDF as it is drawn: each thing that is put on a page belongs to one element or to none (an artifact:
 * lines, page numbers). ISO 32000-1, 14.7 and 14.8.
 */
export class Tagging {
  readonly root: Structure;
  private readonly doc: PDFKit.PDFDocument;
  private readonly lang: string;
  private current: Current | null = null;

  constructor(doc: PDFKit.PDFDocument, lang: string) {
    this.doc = doc;
    this.lang = lang;
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  /** A new element; one in the language of the document does not say so again. */
  element(tag: string, parent: Structure, lang: string = this.lang): Structure {
    const element = this.doc.struct(tag, lang === this.lang ? {} : { lang });
    parent.add(element);
    return element;
  }

  /** What is drawn from now on belongs to this element; to a link in it, where it leads somewhere. */
  enter(element: Structure, tag: string, ink: Leads): void {
    const leads = ink.link || ink.goTo ? ink : null;
    if (this.current?.element === element && this.current.leads === leads) return;
    this.leave();
    const link = leads && this.element('Link', element);
    (link ?? element).add(this.doc.markStructureContent(link ? 'Link' : tag));
    this.current = { element, leads, link };
  }

  /** Ends what was entered. It has to be left before anything else is drawn, and before a page ends. */
  leave(): void {
    if (!this.current) return;
    this.doc.endMarkedContent();
    // Once it is written down: the page that its annotation is said to be on is the open one.
    this.current.link?.end();
    this.current = null;
  }

  /** Makes a place of what was entered lead where it says. */
  connect({ x, y, width, height }: Box): void {
    const { leads, link } = this.current ?? {};
    if (!leads || !link) return;
    const says = leads.says ?? leads.link ?? '';
    const options = { structParent: link, Contents: new String(says) } as never;
    if (leads.link) this.doc.link(x, y, width, height, leads.link, options);
    else if (leads.goTo) this.doc.goTo(x, y, width, height, leads.goTo, options);
  }

  /** Draws what says nothing to whoever does not see it. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.leave();
    this.doc.markContent('Artifact', { type } as never);
    draw();
    this.doc.endMarkedContent();
  }
}
