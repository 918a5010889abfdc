/** A block of a stream of events. */
export interface Block {
  /** Empty for one that has only an id, or only a comment. */
  event: string;
  data: string;
  id: string | null;
}

/**
 * Reads Server-Sent Events (HTML Standard, 9.2.6) out of text that comes in pieces. Unlike EventSource it also hands over
 * blocks without data: their id moves the place on from which the stream is taken up.
 */
export class SseParser {
  private rest = '';

  /** The blocks that are complete with this piece. O(length of the piece and of what was left). */
  take(text: string): Block[] {
    const blocks = (this.rest + text).replaceAll('\r\n', '\n').split('\n\n');
    this.rest = blocks.pop() ?? '';
    return blocks.map(blockOf);
  }
}

function blockOf(lines: string): Block {
  const block: Block = { event: '', data: '', id: null };
  for (const line of lines.split('\n')) {
    const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    if (name === 'event') block.event = value;
    else if (name === 'data') block.data += (block.data && '\n') + value;
    else if (name === 'id') block.id = value;
  }
  return block;
}
