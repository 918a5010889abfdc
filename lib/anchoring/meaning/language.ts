/** The languages whose rules are known here. */
export type Language = 'en' | 'de';

const GERMAN =
  /(?<!\p{L})(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|und|ist|nicht|von|zu|mit|auf|für|im|am|zum|zur|sich|wird|wurde|wurden|war|waren|sie|er|es|dass|daß|bei|aus|nach|vor|hat|haben|auch|als|wie|kein|keine|um|uhr|prozent)(?!\p{L})|[äöüß]/giu;
const ENGLISH =
  /(?<!\p{L})(?:the|a|an|and|of|to|in|is|was|were|are|for|on|with|by|at|from|that|it|he|she|they|has|have|had|not|be|as|this|will|percent|his|her|their|been)(?!\p{L})/giu;

/** How often a word, or a few, speaks for German: a function word, or a letter that English has not. */
export function germanIn(words: string): number {
  return words.match(GERMAN)?.length ?? 0;
}

/** How often a word, or a few, speaks for English: a function word. */
export function englishIn(words: string): number {
  return words.match(ENGLISH)?.length ?? 0;
}
