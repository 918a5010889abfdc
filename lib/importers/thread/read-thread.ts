import { htmlDom } from '#lib/document/from-html.ts';
import { INPUT_LIMIT } from '../result.ts';
import { readDisqusPage } from './disqus-page.ts';
import type { OriginalThread } from './original-thread.ts';
import { readSchemaJson } from './schema-json.ts';
import { readSchemaMarkup } from './schema-page.ts';
import { readThreadText } from './thread-text.ts';
import { readWordpressList } from './wordpress-page.ts';
import { readWpdiscuz } from './wpdiscuz-page.ts';

/** The ways in which a page can hold comments; those that say more come first. */
const READERS = [readWpdiscuz, readWordpressList, readDisqusPage, readSchemaMarkup, readSchemaJson];
/** What each way leaves in the source of a page: a page without any of it is not taken apart. */
const TRACES = /wpd-comm-|wc-comm-|comment|post-message|schema\.org/i;

/** The comments that stand in a page (or a part of one, saved from a browser); null when none can be told. O(length). */
function readThreadPage(html: string): OriginalThread | null {
  if (html.length > INPUT_LIMIT || !TRACES.test(html)) return null;
  const dom = htmlDom(html);
  const lang = dom.documentElement.getAttribute('lang') ?? 'en';
  for (const read of READERS) {
    const thread = read(dom, lang);
    if (thread && thread.comments.length > 0) return thread;
  }
  return null;
}

/** The comments under whatever was brought: a page or a copied text. Markdown has none. */
export function readThread(
  source: { html: string } | { text: string } | { markdown: string },
): OriginalThread | null {
  if ('html' in source) return readThreadPage(source.html);
  if ('markdown' in source || source.text.length > INPUT_LIMIT) return null;
  return readThreadText(source.text);
}
