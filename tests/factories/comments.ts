import { postComment } from '#lib/comment/mutations.ts';
import { toCommentView } from '#lib/comment/queries.ts';
import type { CommentState, CommentView, GuestInput } from '#lib/comment/schema.ts';
import { report } from '#lib/flows/report.ts';
import { requireOpenThread, type ThreadPlace } from '#lib/flows/threads.ts';
import type { ReportTarget, ReportView } from '#lib/moderation/report/schema.ts';
import type { Actor } from '#lib/user/schema.ts';
import { article } from './articles.ts';
import { person } from './people.ts';

let count = 0;

interface Given {
  /** Null for a guest. */
  by?: Actor | null;
  guest?: GuestInput;
  on?: ThreadPlace;
  parentId?: string;
  text?: string;
  state?: CommentState;
}

/** A comment in the state that is asked for, as its author sees it. */
export async function comment({ by, on, parentId, text, state, ...given }: Given = {}): Promise<CommentView> {
  count += 1;
  const author = by === undefined ? await person() : by;
  const place = on ?? { article: (await article()).id };
  const guest = given.guest ?? { name: `Guest ${count}`, email: `guest-${count}@example.org` };
  const row = await postComment(
    author ? { viewer: author } : { guest },
    await requireOpenThread(place),
    { text: text ?? `Comment ${count}.`, parentId },
    state ?? 'visible',
  );
  return toCommentView(row, author, true);
}

/** An open report about something. */
export async function reported(target: ReportTarget, by?: Actor, reason = 'abuse'): Promise<ReportView> {
  return (await report(by ?? (await person()), { target, reason, detail: '' })).report;
}
