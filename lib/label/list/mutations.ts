import { db } from '#lib/db/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { canEditLabels } from '../policy.ts';
import { getLabelTotals } from '../queries.ts';
import { LABELS_MAX, type LabelInput, type LabelPatch, type LabelView } from '../schema.ts';
import { listLabels, requireLabel, toLabelView } from './queries.ts';

/** Whoever changes the list does so one after the other, until the transaction ends. */
async function holdList(): Promise<void> {
  await db().$executeRaw`SELECT pg_advisory_xact_lock(hashtext('labels'))`;
}

/** Adds a label at the end of the list. */
export async function addLabel(viewer: Viewer, input: LabelInput): Promise<LabelView> {
  const actor = permit(viewer, canEditLabels(viewer));
  await holdList();
  const list = await listLabels();
  const key = input.key ?? keyFrom(input.name.en);
  if (list.some((label) => label.key === key)) throw new Problem('label-exists');
  requireRoom(list.filter(({ retired }) => !retired).length);
  await requireNameFree(list, key, input.name);
  await db().label.create({
    data: {
      key,
      ...columns(input),
      tone: input.tone,
      position: await nextPosition(),
      before: (await getLabelTotals()).people,
    },
  });
  await emit({ kind: 'label.added', actorId: actor.id, data: { key } });
  return toLabelView(await requireLabel(key));
}

/** Changes the words of a label, moves it, retires it or brings it back; refused when somebody did so since `version`. */
export async function editLabel(viewer: Viewer, key: string, patch: LabelPatch): Promise<LabelView> {
  const actor = permit(viewer, canEditLabels(viewer));
  await holdList();
  const list = await listLabels();
  const label = await requireLabel(key);
  if (label.version !== patch.version)
    throw new Problem('edit-conflict', undefined, { current: toLabelView(label) });
  if (patch.name) await requireNameFree(list, key, patch.name);
  if (patch.retired === false && label.retired) requireRoom(list.filter(({ retired }) => !retired).length);
  await db().label.update({
    where: { key },
    data: {
      ...columns(patch),
      ...(patch.tone ? { tone: patch.tone } : {}),
      ...(patch.retired === undefined ? {} : { retired: patch.retired }),
      version: label.version + 1,
    },
  });
  if (patch.before !== undefined)
    await move(
      key,
      patch.before,
      list.map((one) => one.key),
    );
  await emit({ kind: 'label.edited', actorId: actor.id, data: { key } });
  return toLabelView(await requireLabel(key));
}

/** Takes a label off the list that nobody put on anything; one that somebody put can only be retired. */
export async function deleteLabel(viewer: Viewer, key: string): Promise<void> {
  const actor = permit(viewer, canEditLabels(viewer));
  await holdList();
  await requireLabel(key);
  // Whoever puts it at this moment holds the row by their foreign key.
  await db().$executeRaw`SELECT 1 FROM "Label" WHERE "key" = ${key} FOR UPDATE`;
  if (await db().annotationLabel.findFirst({ where: { labelKey: key }, select: { labelKey: true } }))
    throw new Problem('label-used');
  await db().label.delete({ where: { key } });
  await emit({ kind: 'label.deleted', actorId: actor.id, data: { key } });
}

const columns = ({ name, description }: Pick<LabelPatch, 'name' | 'description'>) =>
  ({
    ...(name ? { nameEn: name.en, nameDe: name.de } : {}),
    ...(description ? { descriptionEn: description.en, descriptionDe: description.de } : {}),
  }) as { nameEn: string; nameDe: string };

async function nextPosition(): Promise<number> {
  const { _max } = await db().label.aggregate({ _max: { position: true } });
  return (_max.position ?? 0) + 1;
}

/** Their order is told by all of them anew: there are few. */
async function move(key: string, before: string | null, keys: readonly string[]): Promise<void> {
  if (before !== null && !keys.includes(before)) {
    const message = 'names no label of the list';
    throw new Problem('invalid', `before: ${message}`, { fields: { before: message } });
  }
  if (before === key) return;
  const others = keys.filter((one) => one !== key);
  const at = before === null ? others.length : others.indexOf(before);
  const order = others.toSpliced(at, 0, key);
  await db().$executeRaw`
    UPDATE "Label" SET "position" = place.at FROM unnest(${order}::text[]) WITH ORDINALITY AS place(key, at)
    WHERE "Label"."key" = place.key`;
}

function requireRoom(offered: number): void {
  if (offered < LABELS_MAX) return;
  throw new Problem('wrong-state', `At most ${LABELS_MAX} labels are offered: retire one first.`);
}

/** Two labels of one name could not be told apart. */
async function requireNameFree(
  list: readonly LabelView[],
  key: string,
  name: { en: string; de: string },
): Promise<void> {
  for (const language of ['en', 'de'] as const) {
    const taken = (one: LabelView) =>
      one.key !== key && one.name[language].toLowerCase() === name[language].toLowerCase();
    if (!list.some(taken)) continue;
    const message = 'is the name of another label';
    throw new Problem('invalid', `name.${language}: ${message}`, {
      fields: { [`name.${language}`]: message },
    });
  }
}

/** “Out of date” is `out-of-date`. */
function keyFrom(name: string): string {
  const key = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  if (key) return key;
  const message = 'has to be given: the English name has no letters for one';
  throw new Problem('invalid', `key: ${message}`, { fields: { key: message } });
}
