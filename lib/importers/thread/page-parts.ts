/** What the readers of pages have in common: an element's words, and its own parts among those of what it holds. */

/** The words of an element; null where there is none. */
export function wordsIn(element: Element | null | undefined): string | null {
  return element?.textContent?.replace(/\s+/g, ' ').trim() || null;
}

/** The first number that stands in some words: "12 Comments" has 12. */
export function countIn(words: string | null): number | null {
  const digits = /\d[\d.,\u0020\u00A0\u202F]*/.exec(words ?? '')?.[0].replace(/\D/g, '');
  return digits && digits.length < 8 ? Number(digits) : null;
}

/** The first match in `item` that is not in another item inside of it; selectors that come first are preferred. */
export function ownPart(item: Element, itemSelector: string, ...selectors: string[]): Element | null {
  for (const selector of selectors) {
    for (const found of item.querySelectorAll(selector))
      if (found.closest(itemSelector) === item) return found;
  }
  return null;
}

/** The markup of an element without some of its parts, which are taken out of it. */
export function markupWithout(element: Element, selector: string): string {
  for (const part of element.querySelectorAll(selector)) part.remove();
  return element.innerHTML;
}

/** The digits at the end of an id: `comment-12` names 12. */
export function numberAtEnd(id: string | null | undefined): string | null {
  return /(\d{1,18})$/.exec(id ?? '')?.[1] ?? null;
}
