import { addSourceOperation, giveVerdictOperation } from '#lib/http/contract/evidence.ts';
import { call } from '#tests/setup/api.ts';
import { claim } from './articles.ts';
import { person, type TestPerson } from './people.ts';

export const judge = (id: string, body: object, as: TestPerson) =>
  call(giveVerdictOperation, { as, params: { id }, body });

/** Somebody else's verdict that rests on a source. */
export async function sourced(id: string, verdict: string, as?: TestPerson): Promise<TestPerson> {
  const by = as ?? (await person());
  const url = `https://example.org/${by.handle}`;
  const { body } = await call(addSourceOperation, {
    as: by,
    params: { id },
    body: { url, stance: 'refutes' },
  });
  await judge(id, { verdict, sourceIds: [body.id], rationaleText: 'Because.' }, by);
  return by;
}

/** A claim that shows a verdict, by two people. */
export async function judgedClaim(given: Parameters<typeof claim>[0] = {}, verdict = 'false') {
  const made = await claim(given);
  for (const _ of [1, 2]) await sourced(made.id, verdict);
  return made;
}
