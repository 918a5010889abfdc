import type { DocumentFile, Form } from './text-file.ts';

/** What stands in the big field, and where it came from. */
export interface Pasted {
  /** The address of the page: to fetch when there is no text, else kept as the original's. */
  url: string;
  text: string;
  form: Form;
  /** The formatted form of `text` as the clipboard held it. */
  rich: { html: string; text: string } | null;
  /** True while the formatted form is the one that is taken. */
  takesRich: boolean;
  fileName: string | null;
  /** A file that the server reads, in the place of a text. */
  file: DocumentFile | null;
}

export const NOTHING: Pasted = {
  url: '',
  text: '',
  form: 'text',
  rich: null,
  takesRich: false,
  fileName: null,
  file: null,
};

/** One of the forms of `POST /api/articles/preview`. */
type PreviewBody = Partial<Record<Form | 'url', string>> & {
  file?: { name: string; content: string };
};

/** The body of a preview request for what was pasted; null when there is nothing to send. */
export function previewBody(pasted: Pasted): PreviewBody | null {
  const url = pasted.url.trim();
  const address: Record<string, string> = url ? { url: withScheme(url) } : {};
  if (pasted.file) return { file: { name: pasted.file.name, content: pasted.file.content }, ...address };
  if (pasted.takesRich && pasted.rich) return { html: pasted.rich.html, ...address };
  if (pasted.text.trim()) return { [pasted.form]: pasted.text, ...address };
  return url ? address : null;
}

/** "example.org/a" → "https://example.org/a": what is copied from an address bar often lacks its beginning. */
export function withScheme(url: string): string {
  return /^[\w-]+(\.[\w-]+)+([/:?#].*)?$/.test(url) ? `https://${url}` : url;
}

/** What a text most likely is; the person sees the guess and can choose otherwise. */
export function guessForm(text: string): Form {
  const start = text.slice(0, 4000).trimStart();
  if (
    /^<(!doctype|html|head|body|article|main|section|div|p|h[1-6]|ul|ol|blockquote|table|figure)\b[^>]*>/i.test(
      start,
    )
  )
    return 'html';
  const headings = /^#{1,6} \S/m.test(start);
  const links = start.match(/\[[^\]\n]+\]\(https?:[^)\s]+\)/g)?.length ?? 0;
  return headings || links >= 2 || /^---\n[\w-]+:/.test(start) ? 'markdown' : 'text';
}

/**
 * Whether the clipboard's HTML says more than its plain text does. A text editor or a browser that shows a plain file
 * puts its words into bare spans, divs and line breaks: there the plain text is the better source.
 */
export function hasStructure(html: string): boolean {
  return /<(p|h[1-6]|li|blockquote|table|em|strong|b|i|figure|article|a\s[^>]*href)\b/i.test(html);
}

/** The text as the field holds it: a textarea knows "\n" only. */
export function normalLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
