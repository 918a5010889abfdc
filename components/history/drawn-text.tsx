interface DrawnTextProps {
  Tag: 'td' | 'div';
  /** Written by diff-html.ts, which escapes everything in it. */
  html: string;
  lang: string | undefined;
}

/** A stretch of one revision's text, with what came and what went. */
export function DrawnText({ Tag, html, lang }: DrawnTextProps) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see `html`
  return <Tag lang={lang} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}
