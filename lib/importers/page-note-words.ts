/*
 * The words by which a page marks what it says of its own article: that it was corrected, added to, annotated by the
 * editors; and the boxes in which it sums the article up.
 */

/** Names of classes, whole or between hyphens, of a note of the editors. */
const NOTE_NAME =
  /(?:^|[\s_-])(?:corrections?|clarifications?|errat(?:um|a)|amendments?|retractions?|(?:editors?|editorial)-?s?-?notes?|note-from-(?:the-)?editors?|update-?notes?|article-?updates?|korrektur(?:en|hinweis)?|berichtigung|richtigstellung|redaktions?-?(?:hinweis|notiz)|(?:anmerkung|hinweis)-der-redaktion|transparenz-?hinweis)(?=$|[\s_-])/i;
/** The same of a box of facts or a list of the main points. */
const FACTS_NAME =
  /(?:^|[\s_-])(?:fact-?(?:box|file|sheet|list|s)|key-?(?:facts|points|takeaways|findings)|takeaways|summary-(?:list|points|box|bullets)|(?:article|story)-summary|at-a-glance|in-brief|info-?(?:box|kasten)|fakten-?(?:box|kasten)|steckbrief|kurz-?fassung|zusammenfassung)(?=$|[\s_-])/i;

/** A label before a note: what follows it is the note, if anything follows. */
const LABEL =
  /^(?:(?:\d{1,2}\.? ?\p{L}+\.? ?(?:\d{4})?|\p{L}+ \d{1,2}(?:, ?\d{4})?):? )?(?:corrections?(?: and clarifications?)?|clarifications?(?: and corrections?)?|retraction|errat(?:um|a)|amendment|(?:an? )?editor(?:s|['’]s|s['’]|ial)? notes?|note (?:from|by) the editors?|updates?|addend(?:um|a)|korrektur(?:en|hinweis)?|berichtigung|richtigstellung|klarstellung|nachtrag|aktualisierung|transparenzhinweis|(?:anm(?:erkung|\.)|hinweis|notiz) (?:der|d\.) red(?:aktion|\.))(?=$|[\s:.,;|([–—-])/iu;
/** Where the label is a word of many ends, it takes a mark before the note. */
const MARKED = /^.{0,90}?[:–—|\n]\s*\S/u;
/** Sentences that say it themselves. */
const SENTENCE =
  /^[([*_\s]*(?:(?:an|the) (?:earlier|previous|original|first|prior) versions? of (?:this|the)\b|this (?:article|story|report|post|piece|page|text|headline|blog)\b.{0,60}\b(?:was|has been|have been|is|were)\b.{0,40}\b(?:corrected|amended|updated|clarified|changed|edited|revised|retracted)\b|(?:we|the editors) (?:have |has )?(?:corrected|amended|clarified|retracted)\b|in (?:einer|der) (?:früheren|ersten|vorherigen|vorigen|ursprünglichen|älteren) (?:version|fassung)\b|(?:eine|die) (?:frühere|erste|vorherige|ursprüngliche) (?:version|fassung) (?:dieses|des|dieser)\b|(?:dieser|der|diesen|den) (?:artikel|text|beitrag|bericht)\b.{0,60}\b(?:wurde|haben wir|ist)\b.{0,80}\b(?:korrigiert|geändert|aktualisiert|berichtigt|ergänzt|präzisiert)\b|wir haben (?:diesen|den|die|das|dies|den)\b.{0,80}\b(?:korrigiert|geändert|berichtigt|präzisiert)\b)/iu;
/** What stands over a box of facts. */
const FACTS_LABEL =
  /^(?:(?:the )?key (?:facts|points|takeaways|findings)|(?:the )?facts|fact ?(?:box|file)|at a glance|in brief|in short|summary|what (?:we|you need to) know|das wichtigste(?: in kürze)?|auf einen blick|in kürze|kurz und knapp|(?:zahlen und )?fakten|faktenbox|steckbrief|zusammenfassung|infobox|zum hintergrund)\s*(?:[:：\n]|$)/iu;
/** A line that asks readers for corrections says none. */
const ASKS =
  /^(?:(?:report|submit|suggest|request|send|spot(?:ted)?|found|see|notice|have you)\b.{0,40}\b(?:correction|error|mistake|typo|inaccura)|(?:corrections?|clarifications?)(?: policy\b|:? ?(?:please|report|send|e-?mail|contact|write)\b)|(?:haben sie |sie haben )?(?:einen )?fehler (?:gefunden|entdeckt|melden)|korrekturen? (?:melden|vorschlagen|an)\b)/iu;

export type Mark = 'note' | 'facts';

const spelt = (name: string) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-');

/** What an element is by its names, `class` and `id`; null when they say nothing of it. */
export function markByName(names: string): Mark | null {
  const name = spelt(names);
  if (NOTE_NAME.test(name)) return 'note';
  return FACTS_NAME.test(name) ? 'facts' : null;
}

/** Whether words are nothing but a label, and the note stands in what follows. */
export function isLabel(words: string): boolean {
  const label = LABEL.exec(words)?.[0];
  if (label === undefined) return FACTS_LABEL.test(words) && words.length <= 40;
  return words.length - label.length <= 30 && !MARKED.test(words);
}

/** What words are that stand by themselves: a note of the editors, a box of facts, or neither. */
export function markByWords(words: string): Mark | null {
  if (ASKS.test(words)) return null;
  if (SENTENCE.test(words)) return 'note';
  const plain = words.replace(/^[([*_\s]+/, '');
  if (LABEL.test(plain) && (MARKED.test(plain) || isLabel(plain))) return 'note';
  return FACTS_LABEL.test(plain) ? 'facts' : null;
}

/** Whether a box that is named for corrections holds one, and does not ask for one. */
export function asksForCorrections(words: string): boolean {
  return ASKS.test(words);
}
