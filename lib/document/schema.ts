import { getSchema, type JSONContent } from '@tiptap/core';
import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { z } from 'zod';
import { articleExtensions, commentExtensions } from './extensions.ts';
import { balanced, nodeText } from './plain-text.ts';

/** What a document is for: the body of an article, or something that a person wrote beside one. */
export type DocumentKind = 'article' | 'comment';

/** The most text a document may hold, in UTF-16 units. */
export const TEXT_LIMITS: Readonly<Record<DocumentKind, number>> = { article: 1_048_576, comment: 20_000 };
/** The most nodes: empty ones cost as much as full ones. */
const NODE_LIMITS: Readonly<Record<DocumentKind, number>> = { article: 200_000, comment: 5_000 };
/** How deep nodes may lie in each other: lists in quotes in tables, and no stack is exhausted. */
export const DEPTH_LIMIT = 40;

const schemas = new Map<DocumentKind, Schema>();

/** The ProseMirror schema of a kind, built once. */
export function documentSchema(kind: DocumentKind): Schema {
  let schema = schemas.get(kind);
  if (!schema) {
    schema = getSchema(kind === 'article' ? articleExtensions({ editing: false }) : commentExtensions());
    schemas.set(kind, schema);
  }
  return schema;
}

const nodeShape = z.object({
  type: z.string(),
  text: z.string().optional(),
  attrs: z.record(z.string(), z.unknown()).nullish(),
  content: z.array(z.unknown()).optional(),
  marks: z
    .array(z.object({ type: z.string(), attrs: z.record(z.string(), z.unknown()).nullish() }))
    .optional(),
});

/** NUL, which PostgreSQL cannot store, and halves of surrogate pairs, which UTF-8 cannot. */
const UNSTORABLE = /\0|\p{Cs}/u;

class Refused extends Error {}

interface Budget {
  kind: DocumentKind;
  schema: Schema;
  text: number;
  nodes: number;
}

/**
 * Copies a node of known types and bounded size; attributes that the schema does not know are left out. Null for text of
 * which nothing is text.
 */
function admit(json: unknown, budget: Budget, depth: number): JSONContent | null {
  if (depth > DEPTH_LIMIT) throw new Refused(`Nested more than ${DEPTH_LIMIT} levels deep`);
  budget.nodes += 1;
  if (budget.nodes > NODE_LIMITS[budget.kind])
    throw new Refused(`More than ${NODE_LIMITS[budget.kind]} nodes`);
  const parsed = nodeShape.safeParse(json);
  if (!parsed.success) throw new Refused('Not a node of a document');
  const { type, text, attrs, content, marks } = parsed.data;
  if (!Object.hasOwn(budget.schema.nodes, type)) throw new Refused(`Unknown node “${type.slice(0, 40)}”`);
  for (const mark of marks ?? []) {
    if (!Object.hasOwn(budget.schema.marks, mark.type))
      throw new Refused(`Unknown mark “${mark.type.slice(0, 40)}”`);
  }
  const node: JSONContent = { type };
  if (type === 'text') {
    node.text = admitText(text, budget);
    if (node.text === '') return null;
  }
  if (attrs) node.attrs = typeof attrs.alt === 'string' ? { ...attrs, alt: altFrom(attrs.alt) } : attrs;
  if (marks?.length) node.marks = marks.map((mark) => ({ type: mark.type, attrs: mark.attrs ?? {} }));
  if (content) node.content = content.flatMap((child) => admit(child, budget, depth + 1) ?? []);
  return node;
}

/** One that cannot be stored is refused with the rest of what a figure asks of it. */
const altFrom = (alt: string) => (UNSTORABLE.test(alt) ? alt : nodeText(alt));

function admitText(text: string | undefined, budget: Budget): string {
  if (!text) throw new Refused('A text node without text');
  if (UNSTORABLE.test(text)) throw new Refused('The text holds a NUL or half of a character');
  budget.text += text.length;
  if (budget.text > TEXT_LIMITS[budget.kind]) {
    throw new Refused(`More than ${TEXT_LIMITS[budget.kind]} characters of text`);
  }
  const clean = nodeText(text);
  // An article stands as its author set it; what people say stands among the words of others.
  return budget.kind === 'comment' ? balanced(clean) : clean;
}

/** One document has one form: neighbouring text nodes with the same marks are one. */
function joined(node: Node): Node {
  if (node.isLeaf) return node;
  const children: Node[] = [];
  node.forEach((child) => {
    children.push(joined(child));
  });
  return node.copy(Fragment.fromArray(children));
}

type ParsedDocument = { ok: true; doc: JSONContent } | { ok: false; problem: string };

/**
 * Makes a document of JSON from outside. Nodes and marks that the kind does not know, structures
 * that it does not allow, attribute values that it refuses (a `javascript:` link), NUL, lone
 * surrogates and anything over the limits are refused with a sentence that says which; unknown
 * attributes and control characters are dropped. What comes back is in the one form in which documents are stored.
 * O(size), never throws.
 */
export function parseDocument(json: unknown, kind: DocumentKind): ParsedDocument {
  try {
    const schema = documentSchema(kind);
    const admitted = admit(json, { kind, schema, text: 0, nodes: 0 }, 0);
    if (admitted?.type !== 'doc') throw new Refused('Not a document: its outermost node is not “doc”');
    const node = joined(schema.nodeFromJSON(admitted));
    node.check();
    return { ok: true, doc: node.toJSON() };
  } catch (error) {
    // ProseMirror reports what a schema forbids as RangeError; anything else is a fault of ours.
    if (error instanceof Refused || error instanceof RangeError) return { ok: false, problem: error.message };
    throw error;
  }
}
