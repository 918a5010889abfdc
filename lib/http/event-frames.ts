import type { Happening } from '#lib/events/schema.ts';

const encoder = new TextEncoder();

/** A Server-Sent Event (HTML Standard, 9.2). Nothing that goes into one has a line break in it. */
function frame(event: string, data: unknown, id?: string): Uint8Array {
  const place = id === undefined ? '' : `id: ${id}\n`;
  return encoder.encode(`${place}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** How long a client waits before it takes a broken stream up again, in milliseconds. */
export const retryFrame = (milliseconds: number) => encoder.encode(`retry: ${milliseconds}\n\n`);

/** Shows that the connection lives, and moves the place on from which it can be taken up. */
export const beatFrame = (id: string) => encoder.encode(`: \nid: ${id}\n\n`);

export const readyFrame = (articleIds: readonly string[], id: string) => frame('ready', { articleIds }, id);

export const resetFrame = (articleIds: readonly string[]) => frame('reset', { articleIds });

/** That something happened, for whoever reads anew whatever it was. */
export const happeningsFrame = (event: string) => frame(event, {});

/** What went out last: one event goes to all readers of its article. */
let last: { happening: Happening; readers: number; id: string | undefined; bytes: Uint8Array } | null = null;

/** An event as readers are told of it: ids only. `id` is the place from which a stream can be taken up after it. */
export function happeningFrame(happening: Happening, readers: number, id?: string): Uint8Array {
  if (last?.happening === happening && last.readers === readers && last.id === id) return last.bytes;
  const { kind, subjectId, articleId, data } = happening;
  const { annotationId, parentId, original } = data;
  const facts = { kind, id: subjectId, articleId, annotationId, parentId, original };
  const bytes = frame(kind, { ...facts, readers }, id);
  last = { happening, readers, id, bytes };
  return bytes;
}
