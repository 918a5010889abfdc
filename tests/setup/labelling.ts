import { beforeAll, beforeEach, expect } from 'vitest';
import { db } from '#lib/db/client.ts';
import { judgeLabels } from '#lib/flows/label.ts';
import { putLabelOperation, readLabelsOperation, takeLabelOffOperation } from '#lib/http/contract/labels.ts';
import type { LabelStandingView } from '#lib/label/schema.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from './api.ts';

/** People enough for a label to show, and an admin; there once `playLabels` was called. */
export let crowd: TestPerson[];
export let admin: TestPerson;

/** For a file of tests. What is usual elsewhere is part of a test: each begins where nobody labelled anything. */
export function playLabels(): void {
  beforeAll(async () => {
    crowd = await Promise.all(Array.from({ length: 6 }, () => person()));
    admin = await person({ role: 'admin' });
  });

  beforeEach(async () => {
    await db().annotationLabel.deleteMany();
    await db().annotation.updateMany({ data: { labels: [], labelCounts: {} } });
    await judgeLabels();
  });
}

export const someone = (at: number) => crowd[at] as TestPerson;

export const put = (id: string, key: string, as: TestPerson | null) =>
  call(putLabelOperation, { as, params: { id, key } });

export const takeOff = (id: string, key: string, as: TestPerson | null) =>
  call(takeLabelOffOperation, { as, params: { id, key } });

/** The first `n` of the crowd put it. */
export async function byCrowd(id: string, key: string, n: number) {
  for (const as of crowd.slice(0, n)) expect((await put(id, key, as)).status).toBe(200);
}

/** How each label of an annotation stands. */
export const standings = async (id: string, as: TestPerson | null = null) =>
  (await call(readLabelsOperation, { as, params: { id } })).body;

export const one = (view: { items: LabelStandingView[] }, key: string) =>
  view.items.find((item) => item.key === key);
