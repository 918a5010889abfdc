'use client';

import { commentExtensions } from '#lib/document/extensions.ts';
import { RichTextEditor, type RichTextProps } from './rich-text-editor.tsx';
import { COMMENT_TOOLS, type EditorMessages } from './tools.ts';

/** The editor behind the composer; the composer loads it. */
export function CommentEditor(props: RichTextProps & { t: EditorMessages }) {
  return (
    <RichTextEditor
      {...props}
      extensions={commentExtensions}
      tools={COMMENT_TOOLS}
      className="composer-box"
    />
  );
}
