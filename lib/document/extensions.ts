import { type Extensions, Mark } from '@tiptap/core';
import { Code } from '@tiptap/extension-code';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Heading } from '@tiptap/extension-heading';
import { ListItem, OrderedList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { Figure } from './figure.ts';
import { SafeLink } from './link.ts';

const HEADING_LEVELS = [2, 3, 4] as const;
/** HTML itself allows no more (`colspan` is cut at 1000); a table of an article needs far less. */
const SPAN_LIMIT = 100;

function requireInteger(min: number, max: number) {
  return (value: unknown): void => {
    if (!Number.isInteger(value) || Number(value) < min || Number(value) > max) {
      throw new RangeError(`Not a whole number from ${min} to ${max}: ${String(value).slice(0, 40)}`);
    }
  };
}

function integerAttribute(
  element: HTMLElement,
  name: string,
  min: number,
  max: number,
  otherwise: number,
): number {
  const value = Number.parseInt(element.getAttribute(name) ?? '', 10);
  return Number.isNaN(value) ? otherwise : Math.min(Math.max(value, min), max);
}

/** The page's own title is the h1, so an h1 inside a body becomes h2, and h5 and h6 become h4. */
const BodyHeading = Heading.extend({
  addAttributes() {
    return { level: { default: 2, rendered: false, validate: requireInteger(2, 4) } };
  },
  parseHTML() {
    return [1, 2, 3, 4, 5, 6].map((level) => ({
      tag: `h${level}`,
      attrs: { level: Math.min(Math.max(level, 2), 4) },
    }));
  },
}).configure({ levels: [...HEADING_LEVELS] });

/** Unlike tiptap's own, it may stand on other marks: articles link their code. */
const InlineCode = Code.extend({ excludes: 'code' });

const LANGUAGE = /^[\w+#.-]{1,40}$/;

const PlainCodeBlock = CodeBlock.extend({
  addAttributes() {
    return {
      language: {
        default: null,
        rendered: false,
        parseHTML: (element: HTMLElement) => {
          const names = `${element.className} ${element.firstElementChild?.className ?? ''}`;
          const language = /(?:^|\s)lang(?:uage)?-(\S+)/.exec(names)?.[1];
          return language && LANGUAGE.test(language) ? language : null;
        },
        validate: (value: unknown) => {
          if (value !== null && !(typeof value === 'string' && LANGUAGE.test(value))) {
            throw new RangeError('Not the name of a programming language');
          }
        },
      },
    };
  },
});

/** Without tiptap's `type`, which would put an attribute of the source page into ours. */
const NumberedList = OrderedList.extend({
  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (element: HTMLElement) => integerAttribute(element, 'start', -1e6, 1e6, 1),
        validate: requireInteger(-1e6, 1e6),
      },
    };
  },
});

/** Lists of articles hold headings, figures and lists without a line before them. */
const ArticleListItem = ListItem.extend({ content: 'block+' });

function spanAttributes() {
  const span = (name: string) => ({
    default: 1,
    parseHTML: (element: HTMLElement) => integerAttribute(element, name, 1, SPAN_LIMIT, 1),
    validate: requireInteger(1, SPAN_LIMIT),
  });
  return { colspan: span('colspan'), rowspan: span('rowspan') };
}

/**
 * tiptap's table without widths: it draws no style attributes (the policy forbids them), needs no
 * node view, and lets a selection run over its cells as over any other text.
 */
const PlainTable = Table.extend({
  renderHTML: () => ['table', ['tbody', 0]],
  addProseMirrorPlugins: () => [],
}).configure({ resizable: false, View: null });

const tables = [
  PlainTable,
  TableRow,
  TableCell.extend({ addAttributes: spanAttributes }),
  TableHeader.extend({ addAttributes: spanAttributes }),
];

const Subscript = Mark.create({
  name: 'subscript',
  excludes: 'superscript subscript',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: () => ['sub', 0],
});

const Superscript = Mark.create({
  name: 'superscript',
  excludes: 'superscript subscript',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: () => ['sup', 0],
});

/** What both kinds have from the kit, and what is ours instead. */
const common = {
  code: false,
  codeBlock: false,
  heading: false,
  link: false,
  orderedList: false,
  underline: false,
  trailingNode: false,
  dropcursor: false,
} as const;

/**
 * The body of an article: paragraphs, headings 2 to 4, lists, quotes, code, rules, tables, figures;
 * bold, italic, strike, code, links, sub- and superscript. With the kit's keys, input rules and
 * undo. A reading surface needs no undo: `articleExtensions({ editing: false })`.
 */
export function articleExtensions({ editing = true }: { editing?: boolean } = {}): Extensions {
  return [
    StarterKit.configure({
      ...common,
      listItem: false,
      ...(editing ? {} : { undoRedo: false, gapcursor: false }),
    }),
    BodyHeading,
    PlainCodeBlock,
    InlineCode,
    NumberedList,
    ArticleListItem,
    SafeLink,
    Figure,
    ...tables,
    Subscript,
    Superscript,
  ];
}

/**
 * Comments, rationales, notes: paragraphs, quotes, lists, code; bold, italic, links. Every document
 * of this kind is one of the article's kind too, so both are drawn by the same serializer.
 */
export function commentExtensions(): Extensions {
  return [
    StarterKit.configure({ ...common, strike: false, horizontalRule: false, gapcursor: false }),
    PlainCodeBlock,
    InlineCode,
    NumberedList,
    SafeLink,
  ];
}
