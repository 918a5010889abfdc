import type { GuestComposer } from './guest-composer.ts';
import { PENDING_KEY } from './guest-kept.ts';

const FORM = '.discussion[data-guest] .guest-form';

/**
 * Lets somebody without an account write, where the page has a form for that. The rest of the script is fetched when
 * they begin to, when something that they began waits, or when something that they wrote awaits approval.
 */
export function mountGuestWriting(page: Document): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const waiting = new Waiting(page);
  page.addEventListener('focusin', ({ target }) => void composerAround(target), { signal });
  page.addEventListener('submit', (event) => onSubmit(event, waiting), { signal });
  page.addEventListener('click', onPress, { signal });
  if (hasPending()) void waiting.begin();
  for (const form of page.querySelectorAll<HTMLFormElement>(FORM))
    if (hasDraft(form)) void composerAround(form);
  return () => {
    listening.abort();
    waiting.end();
  };
}

function hasPending(): boolean {
  try {
    return localStorage.getItem(PENDING_KEY) !== null;
  } catch {
    return false;
  }
}

/** Whether something that was begun in this thread is kept (components/form/draft.ts): then it is shown at once. */
function hasDraft(form: HTMLFormElement): boolean {
  const thread = form.closest<HTMLElement>('.discussion')?.dataset.thread;
  try {
    return Object.keys(localStorage).some((key) => key.endsWith(`:guest:${thread}:comment`));
  } catch {
    return false;
  }
}

/** Keeps on the page what awaits approval: threads in cards come later, and what others do redraws the lists. */
class Waiting {
  private readonly page: Document;
  private readonly changes = new MutationObserver(() => this.changed());
  private put: ((thread: HTMLElement, form: HTMLElement) => void) | null = null;
  private frame = 0;

  constructor(page: Document) {
    this.page = page;
  }

  async begin(): Promise<void> {
    if (this.put) return;
    const [{ putAllPending, forgetVisible }, { readGuestWords }] = await Promise.all([
      import('./guest-pending.ts'),
      import('./guest-words.ts'),
    ]);
    this.put = (thread, form) => putAllPending(thread, readGuestWords(form));
    this.putAll();
    for (const main of this.page.querySelectorAll('main'))
      this.changes.observe(main, { childList: true, subtree: true });
    for (const thread of this.page.querySelectorAll<HTMLElement>('.discussion[data-guest]'))
      await forgetVisible(thread).catch(() => undefined);
  }

  end(): void {
    this.changes.disconnect();
    cancelAnimationFrame(this.frame);
  }

  private changed(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.putAll();
    });
  }

  private putAll(): void {
    for (const form of this.page.querySelectorAll<HTMLElement>(`${FORM}:not([data-parent])`)) {
      const thread = form.closest<HTMLElement>('.discussion');
      if (thread) this.put?.(thread, form);
    }
  }
}

const composers = new WeakMap<HTMLFormElement, Promise<GuestComposer>>();

function composerOf(form: HTMLFormElement): Promise<GuestComposer> {
  const known = composers.get(form);
  if (known) return known;
  const made = import('./guest-composer.ts').then(
    (m) => new m.GuestComposer(form, form.dataset.parent ?? null),
  );
  composers.set(form, made);
  // A broken connection: the next occasion tries again.
  made.catch(() => composers.delete(form));
  return made;
}

function composerAround(target: EventTarget | null): Promise<GuestComposer | null> {
  const form = target instanceof Element ? target.closest<HTMLFormElement>(FORM) : null;
  return form ? composerOf(form).catch(() => null) : Promise.resolve(null);
}

function onSubmit(event: SubmitEvent, waiting: Waiting): void {
  if (!(event.target instanceof HTMLFormElement) || !event.target.matches(FORM)) return;
  event.preventDefault();
  void composerOf(event.target)
    .then((composer) => composer.send())
    .then(() => waiting.begin());
}

function onPress(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || event.defaultPrevented || event.button !== 0) return;
  if (target.closest('[data-leave]')) void composerAround(target).then((composer) => composer?.leave());
  const reply = target.closest<HTMLElement>('.discussion[data-guest]:has(.guest-form) [data-reply]');
  if (!reply || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  openReply(reply);
}

/** A second form, below the comment that is answered. */
function openReply(reply: HTMLElement): void {
  const comment = reply.closest<HTMLElement>('.comment');
  const model = reply
    .closest('.discussion')
    ?.querySelector<HTMLFormElement>('.guest-form:not([data-parent])');
  if (!comment || !model) return;
  let form = comment.querySelector<HTMLFormElement>('.guest-form');
  if (!form) {
    form = model.cloneNode(true) as HTMLFormElement;
    form.reset();
    for (const error of form.querySelectorAll('.error')) error.remove();
    form.dataset.parent = comment.id.slice('comment-'.length);
    const title = JSON.parse(form.dataset.words ?? '{}').replyTitle as string;
    form.ariaLabel = title.replace(
      '#',
      () => comment.querySelector('.who')?.firstElementChild?.textContent ?? '',
    );
    for (const leave of form.querySelectorAll<HTMLElement>('[data-leave]')) leave.hidden = false;
    comment.append(form);
  }
  form.querySelector('textarea')?.focus();
}
