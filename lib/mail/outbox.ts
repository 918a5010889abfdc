import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { env } from '#lib/env/env.ts';

/** A mail that was not sent, because there is no SMTP_URL. */
const storedMail = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  at: z.string(),
});
export type StoredMail = z.output<typeof storedMail>;

/** The folder in the data folder where mails lie that were not sent. */
export const OUTBOX = 'outbox';

const folder = () => path.join(env().data, OUTBOX);

/** Two files: the mail as a mail program opens it, and its parts for our own page. They hold live links: for the owner only. */
export async function putIntoOutbox(id: string, mail: StoredMail, raw: Buffer): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const name = `${mail.at.replaceAll(/[-:.]/g, '')}-${id}`;
  await writeWhole(path.join(folder(), `${name}.eml`), raw);
  await writeWhole(path.join(folder(), `${name}.json`), JSON.stringify(mail, null, 2));
}

async function writeWhole(file: string, content: string | Buffer) {
  const draft = `${file}.${process.pid}.draft`;
  await writeFile(draft, content, { mode: 0o600 });
  await rename(draft, file);
}

/** The newest mails first. */
export async function listOutbox(limit = 100): Promise<(StoredMail & { id: string })[]> {
  const names = await readdir(folder()).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const newest = names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
    .slice(0, limit);
  return Promise.all(
    newest.map(async (name) => {
      const mail = storedMail.parse(JSON.parse(await readFile(path.join(folder(), name), 'utf8')));
      return { ...mail, id: path.basename(name, '.json') };
    }),
  );
}
