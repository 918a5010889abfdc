/** A pull this far down, in pixels, puts a sheet away. */
const PULL = 80;

/**
 * A card as a sheet from the bottom of a small screen. The card itself becomes a popover and stays where it is in the
 * document, so that whoever renders it need not know; the browser puts it away on Escape or on a press beside it.
 */
export class Sheet {
  private card: HTMLElement | null = null;
  private readonly onClosed: (card: HTMLElement) => void;

  /** `onClosed` runs when the reader put it away, not when another card takes its place. */
  constructor(onClosed: (card: HTMLElement) => void) {
    this.onClosed = onClosed;
  }

  open(card: HTMLElement): void {
    if (this.card === card) return;
    this.close();
    this.card = card;
    // The list keeps its height while the card is out of it.
    const slot = card.parentElement;
    if (slot) slot.style.minBlockSize = `${slot.offsetHeight}px`;
    card.popover = 'auto';
    card.showPopover();
    card.scrollTop = 0;
    card.addEventListener('toggle', this.toggled);
    card.addEventListener('pointerdown', this.grabbed);
    card.focus({ preventScroll: true });
  }

  /** Puts the card back into the list. */
  close(): void {
    const { card } = this;
    if (!card) return;
    this.card = null;
    card.removeEventListener('toggle', this.toggled);
    card.removeEventListener('pointerdown', this.grabbed);
    if (card.matches(':popover-open')) card.hidePopover();
    card.removeAttribute('popover');
    card.style.translate = '';
    if (card.parentElement) card.parentElement.style.minBlockSize = '';
  }

  private readonly toggled = (event: Event): void => {
    const { card } = this;
    // Popovers within the card toggle too, and their events do not bubble; other cards are no longer listened to.
    if (!card || event.target !== card || card.matches(':popover-open')) return;
    this.close();
    this.onClosed(card);
  };

  private readonly grabbed = (down: PointerEvent): void => {
    const { card } = this;
    const handle = down.target instanceof Element ? down.target.closest<HTMLElement>('[data-close]') : null;
    if (!card || !handle) return;
    handle.setPointerCapture(down.pointerId);
    const move = ({ clientY }: PointerEvent) => {
      card.style.translate = `0 ${Math.max(0, clientY - down.clientY)}px`;
    };
    const stop = ({ clientY, type }: PointerEvent) => {
      handle.removeEventListener('pointermove', move);
      card.style.translate = '';
      if (type === 'pointerup' && clientY - down.clientY > PULL) card.hidePopover();
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', stop, { once: true });
    handle.addEventListener('pointercancel', stop, { once: true });
  };
}
