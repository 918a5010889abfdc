import { Editor, Extension, type JSONContent } from '@tiptap/core';
import { DOMSerializer, type Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import type { DecorationSet, NodeViewConstructor } from '@tiptap/pm/view';
import { articleExtensions } from '#lib/document/extensions.ts';
import type { HtmlMarker, HtmlRange } from '#lib/document/html.ts';
import { START_ATTRIBUTE } from '#lib/document/selection.ts';
import { TEXTBLOCKS, type TextMap, textMap } from '#lib/document/text.ts';
import { SurfaceDecorations } from './surface-decorations.ts';

/** What is drawn over the text, as the server's HTML has it: the very input of `documentHtml`. */
export interface Drawing {
  ranges: readonly HtmlRange[];
  markers: readonly HtmlMarker[];
}

const drawn = new PluginKey<DecorationSet>('obelus-annotations');

/**
 * The article as a tiptap surface: not editable, drawn over the element that holds the server's HTML of the same
 * document, with the same elements in it. What is drawn over it changes by decorations; blocks that they do not touch
 * are not drawn again.
 */
export class ArticleSurface {
  private readonly editor: Editor;
  private readonly decorations: SurfaceDecorations;

  /** Takes `root` over at once: between two paints nothing moves. */
  constructor(root: HTMLElement, content: JSONContent, drawing: Drawing, attributes: Record<string, string>) {
    let map: TextMap | undefined;
    const mapOf = (doc: Node) => {
      map ??= textMap(doc);
      return map;
    };
    this.decorations = new SurfaceDecorations(mapOf);
    this.editor = new Editor({
      element: { mount: root },
      extensions: [...articleExtensions({ editing: false }), surfacePlugin(mapOf, this.decorations, drawing)],
      content,
      editable: false,
      injectCSS: false,
      enableInputRules: false,
      enablePasteRules: false,
      // ProseMirror makes every text a textbox that must not be translated; this one is only read.
      editorProps: { attributes: { role: 'group', translate: 'yes', ...attributes } },
    });
  }

  draw(drawing: Drawing): void {
    const { state, view } = this.editor;
    view.dispatch(
      state.tr.setMeta(drawn, this.decorations.set(state.doc, drawing)).setMeta('addToHistory', false),
    );
  }

  destroy(): void {
    this.editor.destroy();
  }
}

function surfacePlugin(
  mapOf: (doc: Node) => TextMap,
  decorations: SurfaceDecorations,
  drawing: Drawing,
): Extension {
  return Extension.create({
    name: 'articleSurface',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key: drawn,
        state: {
          init: (_config, state: EditorState) => decorations.set(state.doc, drawing),
          apply: (tr, before) => (tr.getMeta(drawn) as DecorationSet | undefined) ?? before,
        },
        props: {
          decorations: (state) => drawn.getState(state),
          nodeViews: Object.fromEntries([...TEXTBLOCKS].map((name) => [name, textblockView(mapOf)])),
        },
      }),
    ],
  });
}

/** A textblock as its schema draws it, with the offset of its first word, which the server's HTML has too. */
function textblockView(mapOf: (doc: Node) => TextMap): NodeViewConstructor {
  return (node, view, getPos) => {
    const spec = node.type.spec.toDOM?.(node);
    if (!spec) throw new RangeError(`The schema does not say how to draw “${node.type.name}”`);
    const { dom, contentDOM } = DOMSerializer.renderSpec(document, spec);
    const start = mapOf(view.state.doc).toOffset((getPos() ?? 0) + 1);
    (contentDOM ?? (dom as HTMLElement)).setAttribute(START_ATTRIBUTE, String(start));
    return { dom: dom as HTMLElement, contentDOM, ignoreMutation: ({ type }) => type !== 'selection' };
  };
}
