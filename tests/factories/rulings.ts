import { db } from '#lib/db/client.ts';
import type { SourceKind } from '#lib/evidence/schema.ts';
import { giveSource } from '#lib/flows/evidence.ts';
import type { Actor } from '#lib/user/schema.ts';
import { person } from './people.ts';

let count = 0;

/** A source beside a claim whose quote was found on its page. */
export async function verified(
  annotationId: string,
  given: { by?: Actor; kind?: SourceKind } = {},
): Promise<string> {
  count += 1;
  const input = {
    url: `https://source-${count}.example/ledger`,
    stance: 'refutes' as const,
    quote: 'thirty-one ships',
    note: '',
    ...(given.kind ? { kind: given.kind } : {}),
  };
  const { id } = await giveSource(given.by ?? (await person()), annotationId, input);
  await db().source.update({ where: { id }, data: { state: 'verified' } });
  return id;
}

/** A ruling with everything that is asked for until an admin says otherwise. */
export async function wholeRuling(annotationId: string) {
  return {
    verdict: 'false' as const,
    summary: 'The harbour book counts thirty-one ships.',
    evidenceAgainst: 'A letter speaks of forty; it was written nine years later.',
    sourceIds: [
      await verified(annotationId, { kind: 'primary' }),
      await verified(annotationId, { kind: 'report' }),
    ],
  };
}
