import { env } from '#lib/env/env.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { Mail, MailOrder } from './schema.ts';
import { unseal } from './seal.ts';

/** Puts an order into words: plain text, and the same as HTML without anything that would be loaded from elsewhere. */
export function compose(order: MailOrder): Mail {
  const t = translator(order.locale, 'mail');
  const link = env().url + unseal(order.sealedPath);
  const site = new URL(env().url).host;
  const words = {
    subject: t(`${order.kind}.subject`, { site }),
    body: t(`${order.kind}.body`, { site }),
    action: t(`${order.kind}.action`),
    note: t(`${order.kind}.note`),
  };
  const greeting = t('greeting');
  const footer = t('footer', { site });
  return {
    to: order.to,
    subject: words.subject,
    text: [greeting, words.body, `${words.action}:\n${link}`, words.note, `-- \n${footer}`].join('\n\n'),
    html: [
      `<!doctype html><html lang="${order.locale}"><meta charset="utf-8"><title>${escaped(words.subject)}</title><body>`,
      `<p>${escaped(greeting)}</p>`,
      `<p>${escaped(words.body)}</p>`,
      `<p><a href="${escaped(link)}">${escaped(words.action)}</a></p>`,
      `<p>${escaped(words.note)}</p>`,
      `<p>${escaped(footer)}</p>`,
      '</body></html>',
    ].join('\n'),
  };
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
