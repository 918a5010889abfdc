import { Editor, type JSONContent } from '@tiptap/core';
import { DOMSerializer, type Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { DecorationSet, type NodeViewConstructor } from '@tiptap/pm/view';
import { articleExtensions } from '#lib/document/extensions.ts';
import type { HtmlMarker, HtmlRange } from '#lib/document/html.ts';
import { START_ATTRIBUTE } from '#lib/document/selection.ts';
import { TEXTBLOCKS, type TextMap, textMap } from '#lib/document/text.ts';
import { type Block, blocksOf, carryTabStops, isTaken } from './surface-blocks.ts';
import { type Drawn, near, touched } from './surface-changes.ts';
import { SurfaceDecorations } from './surface-decorations.ts';

/** What is drawn over the text, as the server's HTML has it: the very input of `documentHtml`. */
export interface Drawing {
  ranges: readonly HtmlRange[];
  markers: readonly HtmlMarker[];
}

interface SurfaceOptions<P extends Drawn> {
  /** What the served HTML shows. */
  served: readonly P[];
  /** Makes what is drawn of passages, as the server does. */
  weave: (passages: readonly P[]) => Drawing;
  attributes: Record<string, string>;
}

/**
 * The article as a tiptap surface: not editable, over the element that holds the server's HTML of the same document. It
 * takes the served blocks as they are, so that mounting it moves and draws nothing, however much is marked in the text.
 * A block whose passages change becomes tiptap's own: it is drawn with decorations, with the same elements in it that
 * the server would send. So the work grows with what changes, not with the text.
 */
export class ArticleSurface<P extends Drawn> {
  private readonly editor: Editor;
  private readonly decorations: SurfaceDecorations;
  private readonly weave: SurfaceOptions<P>['weave'];
  private readonly blocks: Block[];
  private readonly taken = new Set<Block>();
  private shown: readonly P[];
  private drawn = DecorationSet.empty;
  /** Where the markers of passages stood that went: they leave their room, so that no word moves. */
  private readonly gaps = new Map<string, number>();

  constructor(root: HTMLElement, content: JSONContent, { served, weave, attributes }: SurfaceOptions<P>) {
    this.weave = weave;
    this.shown = served;
    let map: TextMap | undefined;
    const mapOf = (doc: Node) => {
      map ??= textMap(doc);
      return map;
    };
    this.decorations = new SurfaceDecorations(mapOf);
    const elements = [...root.children] as HTMLElement[];
    const nodeViews = surfaceViews(mapOf, elements, imagesIn(root));
    // Given to the view itself, they are there from its first drawing on; those of tiptap's extensions come after it.
    const plugins = [new Plugin({ props: { nodeViews, decorations: () => this.drawn } })];
    this.editor = new Editor({
      element: { mount: root },
      extensions: articleExtensions({ editing: false }),
      content,
      editable: false,
      injectCSS: false,
      enableInputRules: false,
      enablePasteRules: false,
      // ProseMirror makes every text a textbox that must not be translated; this one is only read.
      editorProps: { attributes: { role: 'group', translate: 'yes', ...attributes }, plugins } as object,
    });
    // The selection is the page's: nothing here follows it, and nothing sets it.
    Object.assign(this.editor.view, { domSelection: () => null });
    this.blocks = blocksOf(this.editor.state.doc, mapOf(this.editor.state.doc));
    // So ProseMirror marks what it does not draw itself; the text as a whole cannot be edited anyway.
    for (const element of elements) element.removeAttribute('contenteditable');
  }

  /** Shows other passages. O(passages) to find out what changed; the drawing grows with that alone. */
  draw(passages: readonly P[]): void {
    const changed = touched(this.shown, passages, this.weave);
    this.keepGaps(this.shown, passages);
    this.shown = passages;
    const { dom } = this.editor.view;
    const fresh = this.blocks.filter(
      (block) =>
        !this.taken.has(block) && changed.some(({ start, end }) => start <= block.end && end >= block.start),
    );
    if (changed.length === 0) return;
    const before = fresh.map(({ index }) => dom.children[index]);
    for (const block of fresh) this.taken.add(block);
    const taken = this.blocks.filter((block) => this.taken.has(block));
    const { ranges, markers } = this.weave(near(passages, taken));
    const gaps = [...this.gaps.values()].map((at) => ({ at, html: GAP }));
    this.drawn = this.decorations.set(
      this.editor.state.doc,
      { ranges, markers: [...markers, ...gaps] },
      taken,
    );
    this.editor.view.updateState(this.editor.state);
    for (const [at, { index }] of fresh.entries()) carryTabStops(before[at], dom.children[index]);
  }

  private keepGaps(before: readonly P[], now: readonly P[]): void {
    const there = new Set(now.map(({ id }) => id));
    for (const passage of before) {
      const at = there.has(passage.id) ? undefined : this.weave([passage]).markers[0]?.at;
      if (at !== undefined) this.gaps.set(passage.id, at);
    }
    for (const id of this.gaps.keys()) if (there.has(id)) this.gaps.delete(id);
  }

  destroy(): void {
    this.editor.destroy();
  }
}

/** As wide as a marker (app/styles/live.css). */
const GAP = '<span class="mark-gap" data-marker=""></span>';

/** The pictures that the served HTML shows, by where they come from. */
function imagesIn(root: HTMLElement): ReadonlyMap<string, Element> {
  const shown = [...root.querySelectorAll('a.figure-image > img')];
  return new Map(shown.map((image) => [image.parentElement?.getAttribute('href') ?? '', image]));
}

/** Blocks that the document consists of stand as they were served until they are taken; what is in them is drawn. */
function surfaceViews(
  mapOf: (doc: Node) => TextMap,
  served: readonly HTMLElement[],
  images: ReadonlyMap<string, Element>,
) {
  const draw = textblockView(mapOf, images);
  const names = [...TEXTBLOCKS, 'bulletList', 'orderedList', 'blockquote', 'table', 'horizontalRule'];
  const view =
    (name: string): NodeViewConstructor =>
    (node, view, getPos, decorations, inner) => {
      const at = view.state.doc.resolve(getPos() ?? 0);
      const dom = at.depth === 0 && !isTaken(decorations) ? served[at.index()] : undefined;
      if (!dom) return TEXTBLOCKS.has(name) ? draw(node, view, getPos, decorations, inner) : plain(node);
      return {
        dom,
        update: (_node, now) => !isTaken(now),
        ignoreMutation: () => true,
        stopEvent: () => true,
      };
    };
  return Object.fromEntries(names.map((name) => [name, view(name)]));
}

function plain(node: Node) {
  const spec = node.type.spec.toDOM?.(node);
  if (!spec) throw new RangeError(`The schema does not say how to draw “${node.type.name}”`);
  const { dom, contentDOM } = DOMSerializer.renderSpec(document, spec);
  return { dom: dom as HTMLElement, contentDOM };
}

/** A textblock as its schema draws it, with the offset of its first word, which the server's HTML has too. */
function textblockView(
  mapOf: (doc: Node) => TextMap,
  images: ReadonlyMap<string, Element>,
): NodeViewConstructor {
  return (node, view, getPos) => {
    const { dom, contentDOM } = plain(node);
    const image = node.type.name === 'figure' ? images.get(node.attrs.src) : undefined;
    // What was loaded stays loaded.
    if (image) dom.querySelector('.figure-image')?.replaceChildren(image.cloneNode());
    const start = mapOf(view.state.doc).toOffset((getPos() ?? 0) + 1);
    (contentDOM ?? dom).setAttribute(START_ATTRIBUTE, String(start));
    return { dom, contentDOM, ignoreMutation: ({ type }) => type !== 'selection' };
  };
}
