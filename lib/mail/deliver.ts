import nodemailer from 'nodemailer';
import { env } from '#lib/env/env.ts';
import { compose } from './compose.ts';
import { putIntoOutbox } from './outbox.ts';
import type { MailOrder } from './schema.ts';

/** In milliseconds: a mail server that hangs must not hold up the queue. */
const PATIENCE = 20_000;

/**
 * Sends a mail by SMTP_URL, or puts it into the outbox when there is none. `id` names the order: sent twice, it bears
 * the same Message-ID and lies in the outbox once.
 */
export async function deliver(id: string, order: MailOrder): Promise<void> {
  const { smtpUrl, mailFrom, url } = env();
  const mail = compose(order);
  const message = {
    ...mail,
    // As an object it is one address, whatever stands in it.
    to: { name: '', address: mail.to },
    from: mailFrom,
    messageId: `<${id}@${new URL(url).hostname}>`,
    date: new Date(order.orderedAt),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
  if (smtpUrl) {
    const transport = nodemailer.createTransport({
      url: smtpUrl,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
    });
    await transport.sendMail(message);
    return;
  }
  const { message: raw } = await nodemailer
    .createTransport({ streamTransport: true, buffer: true })
    .sendMail(message);
  await putIntoOutbox(id, { ...mail, at: order.orderedAt }, raw as Buffer);
}
