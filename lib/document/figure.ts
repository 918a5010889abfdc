import { Node } from '@tiptap/core';
import { isSafeHref, toSafeHref } from './href.ts';
import { LINK_REL } from './link.ts';

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

/** What stands for the picture in a figure of any page (an img), or in one that we drew (its link). */
export const IMAGE_SELECTOR = 'img, .figure-image';

function imageOf(figure: HTMLElement): { src: string | null; alt: string | null } | null {
  const image = figure.querySelector(IMAGE_SELECTOR);
  if (!image) return null;
  const isOurs = image.tagName !== 'IMG';
  const href = toSafeHref(image.getAttribute(isOurs ? 'href' : 'src') ?? '');
  const src = href?.startsWith('http') ? href : null;
  const text = (isOurs ? image.textContent : image.getAttribute('alt')) ?? '';
  const alt = text.trim().slice(0, ALT_LIMIT).toWellFormed().replaceAll('\0', '');
  return { src, alt: alt && !(isOurs && alt === imageLabel(src, null)) ? alt : null };
}

/**
 * A picture with its caption. The picture itself is not loaded: what is drawn is a link to it.
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
    const src: string | null = isSafeHref(node.attrs.src) ? node.attrs.src : null;
    const label = imageLabel(src, node.attrs.alt);
    const image = src
      ? ['a', { class: 'figure-image', href: src, rel: LINK_REL, contenteditable: 'false' }, label]
      : ['span', { class: 'figure-image', contenteditable: 'false' }, label];
    return label ? ['figure', image, ['figcaption', 0]] : ['figure', ['figcaption', 0]];
  },
});
