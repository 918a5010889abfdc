import type { Archive } from '#lib/db/backup/archive-reader.ts';
import { ArchiveWriter } from '#lib/db/backup/archive-writer.ts';
import type { Manifest } from '#lib/db/backup/manifest.ts';
import { countHit } from '#lib/db/limits.ts';
import { say, voteOn } from '#lib/flows/discuss.ts';
import { giveSource } from '#lib/flows/evidence.ts';
import { giveVerdict } from '#lib/flows/judge.ts';
import { moderate } from '#lib/flows/moderate.ts';
import { report } from '#lib/flows/report.ts';
import { sendPasswordReset } from '#lib/flows/reset-password.ts';
import { publish, recuseFrom, retract } from '#lib/flows/rule.ts';
import { rulingInput } from '#lib/ruling/schema.ts';
import { fillWithDemo } from '../../prisma/demo/fill.ts';
import { article, claim } from './articles.ts';
import { person, type TestPerson } from './people.ts';
import { wholeRuling } from './rulings.ts';

/** Content of many kinds, and a mail that waits to be sent. Returns somebody who is signed in. */
export async function content(): Promise<TestPerson> {
  const someone = await person({ name: 'Ann\\Äuß\t"NULL" \\N 👩‍🚒', role: 'admin' });
  const other = await person();
  const on = await claim({ by: someone, on: await article({ by: other }) });
  const source = await giveSource(other, on.id, {
    url: 'https://example.org/ice',
    stance: 'supports',
    quote: 'ice',
    note: '',
  });
  for (const by of [someone, other]) {
    await giveVerdict(by, on.id, { verdict: 'false', sourceIds: [source.id] });
  }
  const checker = await person({ role: 'checker' });
  await publish(checker, on.id, rulingInput.parse(await wholeRuling(on.id)));
  await retract(checker, on.id, { reason: 'The wrong book.' });
  await recuseFrom(await person({ role: 'checker' }), on.id, 'The harbour is mine.');
  const thread = { annotation: on.id };
  const first = await say(other, thread, { text: 'One.\n\\.\nTwo \\N three.\r\n' });
  await say(someone, thread, { text: 'An answer', parentId: first.id });
  await voteOn(someone, first.id, -1);
  const target = { type: 'comment' as const, id: first.id };
  await report(someone, { target, reason: 'spam', detail: 'x' });
  await moderate(someone, { action: 'hide', targets: [target], reason: 'spam' }, new Date());
  await fillWithDemo({ articles: 1, annotations: 30, comments: 80, discussion: 20, people: 10, seed: 3 });
  await countHit('someone', 60);
  await sendPasswordReset(someone.email, 'en');
  return someone;
}

interface Change {
  manifest?: Partial<Manifest>;
  without?: string;
  with?: string;
  /** Other contents, by member. */
  replace?: Record<string, string>;
}

/** The same archive with something changed in it, and a right sum over all of it. */
export async function repacked(archive: Archive, file: string, change: Change): Promise<string> {
  const writer = new ArchiveWriter(file);
  for (const { name } of archive.manifest.members) {
    const other = change.replace?.[name];
    if (name !== change.without)
      await writer.add(name, other === undefined ? archive.content(name) : [other]);
  }
  if (change.with) await writer.add(change.with, ['more']);
  const { members } = change.replace ? writer : archive.manifest;
  await writer.finish({ ...archive.manifest, members, ...change.manifest });
  return file;
}
