import { lockAnnotation, requireAnnotationRow, requireReadable } from '#lib/annotation/queries.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { enqueue } from '#lib/jobs/enqueue.ts';
import { asAllCounts } from '#lib/label/counts.ts';
import { addLabel, deleteLabel, editLabel } from '#lib/label/list/mutations.ts';
import { listLabels, toLabelView } from '#lib/label/list/queries.ts';
import {
  addTotalsUp,
  judgeAgain,
  putLabel,
  sameKeys,
  shownLabels,
  takeLabelOff,
} from '#lib/label/mutations.ts';
import { getKeptCounts, listKeptCounts, listOwnLabels } from '#lib/label/queries.ts';
import type { LabelInput, LabelPatch, LabelStandingsView, LabelView } from '#lib/label/schema.ts';
import { canTakePart } from '#lib/user/policy.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { labelStandings } from '#lib/verdict/label-standing.ts';
import { holdOpenAnnotation } from './claim-state.ts';

/** Puts the caller's label on an annotation. */
export async function labelAnnotation(
  viewer: Viewer,
  annotationId: string,
  key: string,
): Promise<LabelStandingsView> {
  return changeLabel(viewer, annotationId, (held) => putLabel(viewer, held, key));
}

/** Takes the caller's label off it again. */
export async function unlabelAnnotation(
  viewer: Viewer,
  annotationId: string,
  key: string,
): Promise<LabelStandingsView> {
  return changeLabel(viewer, annotationId, (held) => takeLabelOff(viewer, held, key));
}

type Held = Awaited<ReturnType<typeof holdOpenAnnotation>>['annotation'] & { articleState: string };

async function changeLabel(
  viewer: Viewer,
  annotationId: string,
  change: (held: Held) => Promise<void>,
): Promise<LabelStandingsView> {
  return transaction(async () => {
    permit(viewer, canTakePart(viewer));
    const { annotation, article } = await holdOpenAnnotation(viewer, annotationId);
    await change({ ...annotation, articleState: article.state });
    return readLabels(viewer, annotationId);
  });
}

/** Every label as it stands on an annotation, with the numbers of the test and with what is the viewer's own. */
export async function readLabels(viewer: Viewer, annotationId: string): Promise<LabelStandingsView> {
  const row = await requireAnnotationRow(annotationId);
  requireReadable(viewer, row);
  const [list, kept, own] = await Promise.all([
    listLabels(),
    getKeptCounts(annotationId),
    viewer ? listOwnLabels(viewer.id, row) : ([] as string[]),
  ]);
  if (!kept) throw new Problem('not-found', 'There is no such annotation.');
  const { counts, shown, totals } = kept;
  const offered = list.filter(({ retired }) => !retired).map(({ key }) => key);
  const tested = new Map(
    labelStandings(counts, asAllCounts(totals, list), offered).map((one) => [one.label, one]),
  );
  const items = list.flatMap(({ version, before, ...label }) => {
    const { key, retired } = label;
    const n = counts.chosen[key] ?? 0;
    const mine = own.includes(key);
    if (retired && n === 0 && !mine) return [];
    const { usual = null, p = null } = tested.get(key) ?? {};
    // What is shown is what was decided when somebody last labelled it, or at night; nothing at what was withdrawn.
    const shows = !retired && row.state === 'active' && shown.includes(key);
    return [{ ...label, n, shown: shows, usual, p, mine }];
  });
  return { people: counts.people, others: counts.others, items };
}

/** The whole list, for everybody. */
export async function readLabelList(): Promise<LabelView[]> {
  return (await listLabels()).map(toLabelView);
}

/** Adds a label to the list. What shows where is looked at again: there is one more that chance could choose. */
export async function offerLabel(viewer: Viewer, input: LabelInput): Promise<LabelView> {
  return changeList(() => addLabel(viewer, input));
}

export async function changeLabelOfList(viewer: Viewer, key: string, patch: LabelPatch): Promise<LabelView> {
  return changeList(() => editLabel(viewer, key, patch));
}

export async function removeLabelOfList(viewer: Viewer, key: string): Promise<void> {
  return changeList(() => deleteLabel(viewer, key));
}

async function changeList<T>(change: () => Promise<T>): Promise<T> {
  return transaction(async () => {
    const result = await change();
    await enqueue('labels.judge', {});
    return result;
  });
}

const FIRST = '00000000-0000-0000-0000-000000000000';
const BATCH = 500;

/**
 * Makes the test again for everything that was labelled: what is usual elsewhere moves on, and so may the list. Only
 * what then shows other labels is touched. Once a night, and after the list changed; as often as one likes.
 */
export async function judgeLabels(): Promise<void> {
  await transaction(() => addTotalsUp());
  const list = await listLabels();
  for (let after = FIRST; ; ) {
    const some = await listKeptCounts(after, BATCH);
    for (const { id, counts, shown, totals } of some)
      if (!sameKeys(shownLabels(counts, totals, list), shown)) await judgeOne(id);
    const last = some.at(-1);
    if (!last || some.length < BATCH) return;
    after = last.id;
  }
}

async function judgeOne(id: string): Promise<void> {
  await transaction(async () => judgeAgain(await lockAnnotation(id)));
}
