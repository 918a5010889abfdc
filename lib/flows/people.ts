import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { factsOn } from '#lib/moderation/facts/queries.ts';
import { listUserRows, requireUserRow, type UserRow } from '#lib/user/list/queries.ts';
import { giveRole } from '#lib/user/mutations.ts';
import { canGiveRoles, canListPeople, canSeeAddresses } from '#lib/user/policy.ts';
import { permit } from '#lib/user/require.ts';
import type { Role, Viewer } from '#lib/user/schema.ts';
import type { PeopleQuery, PersonLine } from './people-view.ts';

/** Everybody who has an account, the newest first, with what moderators need to know of them. */
export async function listPeople(viewer: Viewer, query: PeopleQuery) {
  permit(viewer, canListPeople(viewer));
  const { items, nextCursor } = await listUserRows(query, { byAddress: canSeeAddresses(viewer) });
  return { items: await linesOf(viewer, items), nextCursor };
}

async function linesOf(viewer: Viewer, rows: readonly UserRow[]): Promise<PersonLine[]> {
  const facts = await factsOn(
    viewer,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, email }) => {
    const known = facts.get(id);
    return known ? [{ ...known, email: canSeeAddresses(viewer) ? email : null }] : [];
  });
}

/** Gives somebody a role. */
export async function changeRole(viewer: Viewer, handle: string, role: Role): Promise<PersonLine> {
  permit(viewer, canGiveRoles(viewer));
  return transaction(async () => {
    const user = await requireUserRow(handle);
    await giveRole(viewer, user.id, role);
    const [line] = await linesOf(viewer, [user]);
    if (!line) throw new Problem('not-found');
    return line;
  });
}
