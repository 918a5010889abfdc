import { db } from '#lib/db/client.ts';
import type { Label as Row } from '#lib/db/generated/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import type { Tone } from '#lib/verdict/labels.ts';
import type { LabelView } from '../schema.ts';

/** A label with what only counting needs. */
type LabelRow = LabelView & { before: number };

const toLabel = (row: Row): LabelRow => ({
  key: row.key,
  // A CHECK constraint holds it to the list.
  tone: row.tone as Tone,
  name: { en: row.nameEn, de: row.nameDe },
  description: { en: row.descriptionEn, de: row.descriptionDe },
  retired: row.retired,
  version: row.version,
  before: row.before,
});

/** The whole list, retired ones too, in its order. */
export async function listLabels(): Promise<LabelRow[]> {
  return (await db().label.findMany({ orderBy: [{ position: 'asc' }, { key: 'asc' }] })).map(toLabel);
}

/** As it goes out. */
export function toLabelView({ before, ...view }: LabelRow): LabelView {
  return view;
}

export async function requireLabel(key: string): Promise<LabelRow> {
  const row = await db().label.findUnique({ where: { key } });
  if (!row) throw new Problem('not-found', 'There is no such label.');
  return toLabel(row);
}
