import { problemWords } from '#components/api/problem-words.ts';
import { RequestProblem } from '#components/api/request.ts';
import type { Words } from '#components/ui/words.ts';
import type { Action } from '#lib/moderation/schema.ts';
import type { DeskItem } from './item.ts';
import { reasonWords } from './reasons.ts';
import { rereadItem } from './requests.ts';

/** What the server says of a thing that was decided by somebody else. */
interface EarlierDecision {
  id: string;
  action: Action;
  reason: string;
  moderator: { handle: string; name: string };
}

/** Why a decision was not taken, and what that means for the items that it was about. */
export interface Refusal {
  words: string;
  /** Items that somebody else decided, with what is to be said of them. */
  settled: ReadonlyMap<string, string>;
  /** Items whose words were changed meanwhile, as they are now. */
  renewed: readonly DeskItem[];
  /** Nobody is signed in any more. */
  signedOut: boolean;
  /** The same again may go well. */
  mayTryAgain: boolean;
}

const PASSING: readonly string[] = [
  'network',
  'unavailable',
  'internal',
  'too-often',
  'in-progress',
  'not-signed-in',
];
const TOO_LATE: readonly string[] = ['edit-conflict', 'already-decided', 'wrong-state', 'not-found'];

export async function refusalOf(
  error: unknown,
  items: readonly DeskItem[],
  words: { t: Words<'moderation'>; problems: Words<'problems'> },
): Promise<Refusal> {
  const { t, problems } = words;
  const signedOut = error instanceof RequestProblem && error.code === 'not-signed-in';
  const plain = { words: problemWords(problems, error), settled: new Map(), renewed: [], signedOut };
  if (!(error instanceof RequestProblem)) return { ...plain, mayTryAgain: true };
  const item = items.find(({ key }) => key === concerned(error));
  if (!item || !TOO_LATE.includes(error.code)) return { ...plain, mayTryAgain: PASSING.includes(error.code) };
  const settledAs = settledWords(t, error, item);
  if (settledAs !== null)
    return { ...plain, words: settledAs, settled: new Map([[item.key, settledAs]]), mayTryAgain: false };
  const renewed = await rereadItem(item).catch(() => item);
  const note = t('changedMeanwhile');
  return { ...plain, words: note, renewed: [{ ...renewed, note }], mayTryAgain: false };
}

/** The thing because of which it was refused. */
function concerned({ current, target }: RequestProblem): string | null {
  const about = (current ?? target) as { id?: unknown } | undefined;
  return typeof about?.id === 'string' ? about.id : null;
}

/** What became of it, or null where only its words were changed. */
function settledWords(t: Words<'moderation'>, error: RequestProblem, item: DeskItem): string | null {
  const { state } = (error.current ?? {}) as { state?: string };
  if (error.code === 'not-found' || state === 'deleted') return t('deletedMeanwhile');
  const decision = error.decision as EarlierDecision | undefined;
  if (decision && decision.id !== item.newestAction) return earlierWords(t, decision);
  return error.code === 'edit-conflict' && state === item.target.state ? null : t('decidedElsewhere');
}

export function earlierWords(t: Words<'moderation'>, { action, reason, moderator }: EarlierDecision): string {
  return t('decidedBy', {
    name: moderator.name,
    action,
    given: reason === '' ? 'none' : 'some',
    reason: reasonWords(t, reason),
  });
}
