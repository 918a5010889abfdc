import { createHash } from 'node:crypto';

/**
 * The hash that tells revisions apart: SHA-256, in hexadecimal, of the UTF-8 bytes of the article's canonical text
 * (`documentText`: the textblocks in document order joined by "\n", a hard break as "\n", every other inline leaf as
 * U+FFFC). Markup, links, images and whatever stands around the article on its page have no part in it, and nothing is
 * trimmed or normalised. Equal hash: no new revision, unless the source gave the same text another title.
 */
export function revisionHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
