import { RequestProblem, request, Submission } from '#components/api/request.ts';
import { clearDraft, readDraft, sentWith, writeDraft } from '#components/form/draft.ts';
import { announce } from '#components/ui/announce.ts';
import type { CommentView } from '#lib/comment/schema.ts';
import { focusComment } from './focus-comment.ts';
import { keepName, keepPending, keepTyped, type PendingComment, readName, readTyped } from './guest-kept.ts';
import { putPending } from './guest-pending.ts';
import { readGuestWords, refusalWords } from './guest-words.ts';

type FieldName = 'text' | 'name' | 'email';
const FIELDS: readonly FieldName[] = ['text', 'name', 'email'];

/** As the server checks it, roughly: it says the last word. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** One form in which a guest writes: under a thread, or below the comment that it answers. */
export class GuestComposer {
  private readonly form: HTMLFormElement;
  private readonly thread: HTMLElement;
  private readonly parentId: string | null;
  private readonly words;
  private readonly submission: Submission;
  private busy = false;

  constructor(form: HTMLFormElement, parentId: string | null) {
    this.form = form;
    this.parentId = parentId;
    this.thread = form.closest<HTMLElement>('.discussion') as HTMLElement;
    this.words = readGuestWords(form);
    this.submission = new Submission(sentWith(this.place, () => this.draft));
    this.restore();
    form.addEventListener('input', () => this.keep());
    form.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
  }

  async send(): Promise<void> {
    if (this.busy || !this.isComplete()) return;
    this.setBusy(true);
    this.say('');
    try {
      const { guest } = this;
      const text = this.field('text').value;
      const parent = this.parentId === null ? {} : { parentId: this.parentId };
      const { submission } = this;
      const { data } = await request<CommentView>(
        'POST',
        this.api,
        { text, guest, ...parent },
        { submission },
      );
      this.sent({ id: data.id, name: guest.name, text }, guest);
    } catch (error) {
      this.refused(error);
    } finally {
      this.setBusy(false);
    }
  }

  /** Puts the form away; what was typed is kept. */
  leave(): void {
    if (this.parentId === null) return;
    this.form.remove();
    focusComment(this.parentId);
  }

  private get api(): string {
    const { thread, kind } = this.thread.dataset;
    return `/api/${kind === 'article' ? 'articles' : 'annotations'}/${thread}/comments`;
  }

  private get place() {
    const form = this.parentId === null ? 'comment' : `reply:${this.parentId}`;
    return { personId: 'guest', articleId: this.thread.dataset.thread ?? '', form };
  }

  private get guest() {
    return { name: this.field('name').value.trim(), email: this.field('email').value.trim() };
  }

  private keep(): void {
    writeDraft(this.place, this.draft);
    keepTyped(this.guest);
  }

  private get draft() {
    return { text: this.field('text').value };
  }

  private field(name: FieldName): HTMLInputElement | HTMLTextAreaElement {
    return this.form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement;
  }

  private get remember(): HTMLInputElement {
    return this.form.elements.namedItem('remember') as HTMLInputElement;
  }

  private restore(): void {
    const [kept, typed] = [readName(), readTyped()];
    if (kept) this.remember.checked = true;
    for (const name of ['name', 'email'] as const)
      this.field(name).value ||= typed?.[name] || kept?.[name] || '';
    this.field('text').value ||= readDraft(this.place, isDraft)?.text ?? '';
    // It may have been typed before this script was there.
    if (this.draft.text) this.keep();
  }

  private isComplete(): boolean {
    const wrong = FIELDS.filter((name) => {
      const value = this.field(name).value.trim();
      const bad = value === '' || (name === 'email' && !ADDRESS.test(value));
      this.mark(name, bad ? this.words.missing[name] : '');
      return bad;
    });
    const [first] = wrong;
    if (first) this.field(first).focus();
    return wrong.length === 0;
  }

  /** Says at a field what is wrong with it. */
  private mark(name: FieldName, words: string): void {
    const field = this.field(name);
    const box = field.closest('.field');
    const id = `guest-${name}-${this.parentId ?? this.thread.dataset.thread}`;
    box?.querySelector('.error')?.remove();
    field.ariaInvalid = words ? 'true' : null;
    if (!words) return field.removeAttribute('aria-describedby');
    const error = document.createElement('p');
    error.className = 'error';
    error.id = id;
    error.textContent = words;
    box?.append(error);
    field.setAttribute('aria-describedby', id);
  }

  private sent(said: Pick<PendingComment, 'id' | 'name' | 'text'>, guest: { name: string; email: string }) {
    const threadId = this.thread.dataset.thread ?? '';
    const pending = { ...said, threadId, parentId: this.parentId, at: Date.now() };
    keepPending(pending);
    keepName(this.remember.checked ? guest : null);
    keepTyped(null);
    clearDraft(this.place);
    this.field('text').value = '';
    if (this.parentId !== null) this.form.remove();
    putPending(this.thread, this.words, pending);
    focusComment(said.id);
    announce(this.words.posted);
  }

  private refused(error: unknown): void {
    if (!(error instanceof RequestProblem)) console.error(error);
    const { code, retryAfter } =
      error instanceof RequestProblem ? error : { code: 'internal', retryAfter: 0 };
    if (error instanceof RequestProblem && Object.keys(error.fields).some((path) => path.includes('email')))
      this.mark('email', this.words.missing.email);
    const words = refusalWords(this.words, code, retryAfter);
    this.say(words);
    announce(words, 'error');
  }

  /** It was announced, so it is no alert. */
  private say(words: string): void {
    const problem = this.form.querySelector<HTMLElement>('.guest-problem');
    if (!problem) return;
    problem.textContent = words;
    problem.hidden = words === '';
  }

  private setBusy(busy: boolean): void {
    this.busy = busy;
    const button = this.form.querySelector('[type="submit"]');
    if (button) button.ariaDisabled = busy ? 'true' : null;
  }
}

function isDraft(data: unknown): data is { text: string } {
  return typeof data === 'object' && data !== null && 'text' in data && typeof data.text === 'string';
}
