import { expect, test } from 'vitest';
import { getClaimPage } from '#lib/flows/claim-page.ts';
import { editAnnotationOperation, getAnnotationOperation } from '#lib/http/contract/annotations.ts';
import { commentOnAnnotationOperation } from '#lib/http/contract/comments.ts';
import {
  addSourceOperation,
  giveVerdictOperation,
  removeSourceOperation,
} from '#lib/http/contract/evidence.ts';
import { linkFamilyOperation } from '#lib/http/contract/families.ts';
import { reviseArticleOperation } from '#lib/http/contract/revisions.ts';
import { article, claim, HARBOUR } from '#tests/factories/articles.ts';
import { person } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';

test('the page of a claim tells what happened to it in order, and nothing of its thread', async () => {
  const [anna, boris, mona] = [
    await person({ name: 'Anna' }),
    await person({ name: 'Boris' }),
    await person({ name: 'Mona', role: 'moderator' }),
  ];
  const on = await article({ by: anna });
  const { id } = await claim({ by: anna, on, statement: 'Forty ships froze in.' });
  const other = await claim({ by: anna, on, statement: 'Forty ships lay there.' });
  const params = { id };
  const lay = (as: typeof anna, url: string) =>
    call(addSourceOperation, { as, params, body: { url, stance: 'refutes' } });
  const kept = await lay(boris, 'https://www.archive.example/ledger');
  const gone = await lay(anna, 'https://example.org/gone');
  await call(removeSourceOperation, { as: anna, params: { id: gone.body.id } });
  const verdict = { verdict: 'false', sourceIds: [kept.body.id] };
  await call(giveVerdictOperation, { as: boris, params, body: verdict });
  await call(commentOnAnnotationOperation, { as: boris, params, body: { text: 'Really?' } });
  const { version } = (await call(getAnnotationOperation, { params })).body;
  const reworded = { statement: 'Thirty-one ships froze in.', version };
  await call(editAnnotationOperation, { as: anna, params, body: reworded });
  await call(linkFamilyOperation, { as: boris, params, body: { annotationId: other.id } });
  const text = HARBOUR.replace('Forty ships lay in the ice', 'Thirty-one ships lay in the ice');
  expect(
    (await call(reviseArticleOperation, { as: mona, params: { id: on.id }, body: { text } })).status,
  ).toBe(201);

  const page = await getClaimPage(null, id);
  const told = page?.history.entries.map(({ kind, actor, host, before, linked, revision }) => [
    kind,
    actor?.name ?? null,
    host ?? before ?? linked?.statement ?? revision,
  ]);
  expect(told).toEqual([
    ['annotation.made', 'Anna', null],
    ['source.added', 'Boris', 'archive.example'],
    ['source.added', 'Anna', null],
    ['source.removed', 'Anna', null],
    ['assessment.given', 'Boris', null],
    ['annotation.reworded', 'Anna', 'Forty ships froze in.'],
    ['annotation.linked', 'Boris', 'Forty ships lay there.'],
    ['passage.changed', null, 2],
  ]);
  expect(page?.history.more).toBe(false);
});
