import { readDisqusXml } from './disqus-xml.ts';
import type { ChoosePost, ExportReading } from './export-posts.ts';
import { readWxr } from './wxr.ts';
import { XmlRefused } from './xml.ts';

type ExportResult = { ok: true; reading: ExportReading } | { ok: false; detail: string };

/** How far into the file its outermost element has to begin. */
const HEAD = 8_192;

/** Reads an export of WordPress or Disqus, told by its outermost element. Never throws for what is in it. O(length). */
export async function readExport(xml: string, choose: ChoosePost): Promise<ExportResult> {
  const start = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  const text = xml.slice(start).trimStart();
  const root = /<([a-zA-Z][\w:.-]*)/.exec(text.slice(0, HEAD).replace(/<!--[\s\S]*?-->/g, ''))?.[1];
  const read = root === 'rss' ? readWxr : root === 'disqus' ? readDisqusXml : null;
  if (!read) return { ok: false, detail: 'It is neither an export of WordPress (WXR) nor one of Disqus.' };
  try {
    return { ok: true, reading: await read(text, choose) };
  } catch (error) {
    if (error instanceof XmlRefused) return { ok: false, detail: error.message };
    throw error;
  }
}
