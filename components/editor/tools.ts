import type { Editor } from '@tiptap/core';
import type { Words } from '#components/ui/words.ts';
import type { ToolIconName } from './icons.tsx';

export type EditorMessages = Words<'editor'>;

/** A button of the toolbar. */
export interface Tool {
  name: ToolIconName;
  /** As `aria-keyshortcuts` writes it; with `Mod` for Control or Command. */
  keys?: string;
  /** Missing on tools that do something once, such as undo: they are not pressed or released. */
  isActive?(editor: Editor): boolean;
  isEnabled?(editor: Editor): boolean;
  /** Missing on the link, which asks for an address first. */
  run?(editor: Editor): void;
}

const bold: Tool = {
  name: 'bold',
  keys: 'Mod+B',
  isActive: (editor) => editor.isActive('bold'),
  run: (editor) => editor.chain().focus().toggleBold().run(),
};
const italic: Tool = {
  name: 'italic',
  keys: 'Mod+I',
  isActive: (editor) => editor.isActive('italic'),
  run: (editor) => editor.chain().focus().toggleItalic().run(),
};
const code: Tool = {
  name: 'code',
  keys: 'Mod+E',
  isActive: (editor) => editor.isActive('code'),
  run: (editor) => editor.chain().focus().toggleCode().run(),
};
const link: Tool = { name: 'link', keys: 'Mod+K', isActive: (editor) => editor.isActive('link') };
const quote: Tool = {
  name: 'quote',
  isActive: (editor) => editor.isActive('blockquote'),
  run: (editor) => editor.chain().focus().toggleBlockquote().run(),
};
const bulletList: Tool = {
  name: 'bulletList',
  isActive: (editor) => editor.isActive('bulletList'),
  run: (editor) => editor.chain().focus().toggleBulletList().run(),
};
const orderedList: Tool = {
  name: 'orderedList',
  isActive: (editor) => editor.isActive('orderedList'),
  run: (editor) => editor.chain().focus().toggleOrderedList().run(),
};
const codeBlock: Tool = {
  name: 'codeBlock',
  isActive: (editor) => editor.isActive('codeBlock'),
  run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
};
const paragraph: Tool = {
  name: 'paragraph',
  isActive: (editor) => editor.isActive('paragraph'),
  run: (editor) => editor.chain().focus().setParagraph().run(),
};

function heading(level: 2 | 3): Tool {
  return {
    name: `heading${level}`,
    isActive: (editor) => editor.isActive('heading', { level }),
    run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
  };
}

const undo: Tool = {
  name: 'undo',
  keys: 'Mod+Z',
  isEnabled: (editor) => editor.can().undo(),
  run: (editor) => editor.chain().focus().undo().run(),
};
const redo: Tool = {
  name: 'redo',
  keys: 'Mod+Shift+Z',
  isEnabled: (editor) => editor.can().redo(),
  run: (editor) => editor.chain().focus().redo().run(),
};

export const COMMENT_TOOLS: readonly Tool[] = [
  bold,
  italic,
  link,
  quote,
  bulletList,
  orderedList,
  code,
  codeBlock,
];

export const ARTICLE_TOOLS: readonly Tool[] = [
  paragraph,
  heading(2),
  heading(3),
  bold,
  italic,
  link,
  quote,
  bulletList,
  orderedList,
  undo,
  redo,
];
