import { Link } from '@tiptap/extension-link';
import { isSafeHref, toSafeHref, typedHref } from './href.ts';

/** What every link carries: it passes no reputation on and gives the other page no handle on ours. */
export const LINK_REL = 'nofollow ugc noopener';

function requireSafeHref(href: unknown): void {
  if (!isSafeHref(href))
    throw new RangeError(`Not an http, https or mailto address: ${String(href).slice(0, 80)}`);
}

/**
 * The link mark. Its only attribute is the address, and the address is checked where the schema
 * checks documents (`validate`), where HTML is parsed, where a command sets it and where it is
 * drawn, so that no editor, importer or program can bring another protocol in.
 */
export const SafeLink = Link.extend({
  addAttributes() {
    return {
      href: {
        default: null,
        validate: requireSafeHref,
        parseHTML: (dom: HTMLElement) => toSafeHref(dom.getAttribute('href') ?? ''),
      },
    };
  },

  parseHTML() {
    return [
      {
        tag: 'a[href]',
        getAttrs: (dom: HTMLElement) => (toSafeHref(dom.getAttribute('href') ?? '') ? null : false),
      },
    ];
  },

  renderHTML({ HTMLAttributes }) {
    const { href } = HTMLAttributes;
    return ['a', isSafeHref(href) ? { href, rel: LINK_REL } : {}, 0];
  },

  addCommands() {
    return {
      ...this.parent?.(),
      setLink:
        ({ href }) =>
        ({ chain }) => {
          const safe = typedHref(href);
          return safe
            ? chain().setMark(this.name, { href: safe }).setMeta('preventAutolink', true).run()
            : false;
        },
      toggleLink:
        (attributes) =>
        ({ commands }) => {
          if (this.editor.isActive(this.name)) return commands.unsetLink();
          return attributes ? commands.setLink(attributes) : false;
        },
    };
  },
}).configure({
  openOnClick: false,
  autolink: true,
  linkOnPaste: true,
  markdownLinks: true,
  defaultProtocol: 'https',
  HTMLAttributes: {},
  isAllowedUri: (uri) => typedHref(uri) !== null,
});
