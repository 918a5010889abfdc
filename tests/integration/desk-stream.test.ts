import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { changeRole } from '#lib/flows/people.ts';
import { queueEventsOperation } from '#lib/http/contract/moderation.ts';
import { closeHub } from '#lib/realtime/hub.ts';
import { comment, reported } from '#tests/factories/comments.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { about, decide } from '#tests/setup/moderating.ts';
import { ask, closeStreams, openStream } from '#tests/setup/streams.ts';

let moderator: TestPerson;
beforeAll(async () => {
  moderator = await person({ role: 'moderator' });
});
afterEach(closeStreams);
afterAll(closeHub);

test('a moderator is told when the queues change, whoever changed them, and not what', async () => {
  const stream = await openStream(queueEventsOperation, { as: moderator });
  const waiting = await comment({ state: 'pending' });
  expect((await stream.next('queues')).data).toEqual({});
  const visible = await comment();
  await reported(about(visible.id));
  await stream.next('queues', 2);
  await decide(await person({ role: 'moderator' }), 'approve', about(waiting.id));
  await stream.next('queues', 3);
});

test('what changes no queue is not told, and many changes at once are told as one', async () => {
  const stream = await openStream(queueEventsOperation, { as: moderator });
  await comment();
  for (let n = 0; n < 3; n += 1) await comment({ state: 'pending' });
  await stream.next('queues');
  expect(stream.kinds).toEqual(['queues']);
});

test('nobody else is told', async () => {
  expect((await ask(queueEventsOperation, { as: await person() })).status).toBe(403);
  expect((await ask(queueEventsOperation)).status).toBe(401);
});

test('it ends when the role goes', async () => {
  const passing = await person({ role: 'moderator' });
  const admin = await person({ role: 'admin' });
  const stream = await openStream(queueEventsOperation, { as: passing });
  await changeRole(admin, passing.handle, 'reader');
  await expect.poll(() => stream.ended, { timeout: 15_000 }).toBe(true);
});
