import { type JSONContent, Node } from '@tiptap/core';
import type { DOMOutputSpec } from '@tiptap/pm/model';
import { isSafeHref, toSafeHref } from './href.ts';
import { LINK_REL } from './link.ts';
import { nodeText } from './plain-text.ts';

/** The longest description of a picture that is kept; longer ones are cut when they are parsed. */
export const ALT_LIMIT = 1000;

function requireImageHref(src: unknown): void {
  if (src !== null && (!isSafeHref(src) || src.startsWith('mailto:'))) {
    throw new RangeError(`Not an http or https address: ${String(src).slice(0, 80)}`);
  }
}

function requireAlt(alt: unknown): void {
  if (alt === null) return;
  if (typeof alt !== 'string' || alt.length > ALT_LIMIT || /\0|\p{Cs}/u.test(alt)) {
    throw new RangeError('The description of a picture is not a text, or too long');
  }
}

/** The words of the link that stands for a picture: its description, else its file, else its host. */
function imageLabel(src: string | null, alt: string | null): string {
  if (alt || !src) return alt ?? '';
  const url = new URL(src);
  const file = url.pathname.split('/').pop();
  if (!file) return url.hostname;
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}

/** A picture that is shown, from an address of ours: in pixels. */
export interface ShownImage {
  href: string;
  width: number;
  height: number;
}

/** The pictures that are shown, by the address that the document knows them by. */
export type ShownImages = ReadonlyMap<string, ShownImage>;

/** The addresses of all pictures of a document, each once, in their order. O(size). */
export function imageSources(document: JSONContent): string[] {
  const found = new Set<string>();
  const visit = ({ type, attrs, content }: JSONContent) => {
    if (type === 'figure' && isSafeHref(attrs?.src)) found.add(attrs.src);
    content?.forEach(visit);
  };
  visit(document);
  return [...found];
}

/** How a figure is drawn: a link to its picture, with the picture in it where that is shown. The caption is the hole. */
export function figureSpec(attrs: Record<string, unknown>, shown?: ShownImages): DOMOutputSpec {
  const src = isSafeHref(attrs.src) ? attrs.src : null;
  const label = imageLabel(src, typeof attrs.alt === 'string' ? attrs.alt : null);
  const image = src === null ? undefined : shown?.get(src);
  if (!label && !image) return ['figure', ['figcaption', 0]];
  const drawn = image ? imgSpec(image, label) : label;
  const shape = { class: 'figure-image', contenteditable: 'false' };
  const link = src ? ['a', { ...shape, href: src, rel: LINK_REL }, drawn] : ['span', shape, drawn];
  return ['figure', link, ['figcaption', 0]] as DOMOutputSpec;
}

/** With its size, so that nothing moves when it comes. */
function imgSpec({ href, width, height }: ShownImage, alt: string) {
  return ['img', { src: href, alt, width, height, loading: 'lazy', decoding: 'async' }];
}

/** What stands for the picture in a figure of any page (an img), or in one that we drew (its link). */
export const IMAGE_SELECTOR = 'img:not(.figure-image *), .figure-image';

function imageOf(figure: HTMLElement): { src: string | null; alt: string | null } | null {
  const image = figure.querySelector(IMAGE_SELECTOR);
  if (!image) return null;
  const isOurs = image.tagName !== 'IMG';
  const href = toSafeHref(image.getAttribute(isOurs ? 'href' : 'src') ?? '');
  const src = href?.startsWith('http') ? href : null;
  const named = isOurs ? image.querySelector('img') : image;
  const text = (named ? named.getAttribute('alt') : image.textContent) ?? '';
  const alt = nodeText(text.trim().slice(0, ALT_LIMIT).toWellFormed());
  return { src, alt: alt && !(isOurs && alt === imageLabel(src, null)) ? alt : null };
}

/**
 * A picture with its caption. The picture itself is not loaded: what is drawn is a link to it, see `figureSpec`.
 * The caption is the node's text; the description (`alt`) and the address are attributes, so that
 * they can never be part of a selected passage.
 */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  defining: true,

  addAttributes() {
    return {
      src: { default: null, rendered: false, validate: requireImageHref, parseHTML: () => null },
      alt: { default: null, rendered: false, validate: requireAlt, parseHTML: () => null },
    };
  },

  parseHTML() {
    return [
      {
        tag: 'figure',
        getAttrs: (dom: HTMLElement) => imageOf(dom) ?? false,
        // A figure without a caption must not take the words of its link as one.
        contentElement: (dom) =>
          (dom as HTMLElement).querySelector('figcaption') ??
          dom.ownerDocument?.createElement('figcaption') ??
          dom,
      },
    ];
  },

  renderHTML({ node }) {
    return figureSpec(node.attrs);
  },
});
