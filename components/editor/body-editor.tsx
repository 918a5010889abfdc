'use client';

import { articleExtensions } from '#lib/document/extensions.ts';
import { RichTextEditor, type RichTextProps } from './rich-text-editor.tsx';
import { ARTICLE_TOOLS, type EditorMessages } from './tools.ts';

/** As much text as an article may hold (lib/document, TEXT_LIMITS), which would pull in the whole parser. */
const ARTICLE_MAX = 1_048_576;

/** The editor behind the article editor, which loads it. */
export function BodyEditor(props: Omit<RichTextProps, 'maxLength'> & { t: EditorMessages }) {
  return (
    <RichTextEditor
      {...props}
      maxLength={ARTICLE_MAX}
      extensions={() => articleExtensions()}
      tools={ARTICLE_TOOLS}
      className="article-box"
    />
  );
}
