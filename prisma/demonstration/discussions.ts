import type { Said } from './story.ts';

/** Under “Five lengths everybody knows, measured again”. */
export const ON_LENGTHS: Said[] = [
  {
    by: 'luc-perrin',
    text: 'I teach in a school, and I tried this article on a class of fourteen-year-olds. They were surest of the Wall and the Moon, and angriest when it fell. Three of them went looking for the astronauts by themselves.',
    voted: { for: ['mira-okafor', 'jonas-feld', 'salma-idrissi'] },
  },
  {
    by: 'salma-idrissi',
    text: 'What did they find?',
    answers: 0,
  },
  {
    by: 'luc-perrin',
    text: 'That a good many have been asked, and that the answer is always no. One of them brought an interview, and we had a fine quarrel about whether one interview is a source.',
    answers: 1,
    voted: { for: ['aiko-brandt', 'salma-idrissi'] },
  },
  {
    by: 'jonas-feld',
    text: 'It is a source for what that one person saw. For “nobody can” one needs the size of the thing and what an eye resolves; then no witness is needed at all.',
    answers: 2,
    voted: { for: ['luc-perrin', 'mira-okafor'] },
  },
  {
    by: 'aiko-brandt',
    text: 'The two millimetres bother me more than the Moon. Anybody who repeats that the metre is too *long* has not looked at a single source, and it stands here in a text that makes fun of people who do not look things up.',
    voted: { for: ['jonas-feld', 'luc-perrin'], against: ['mira-okafor'] },
  },
  {
    by: 'mira-okafor',
    text: 'It is there on purpose: somebody has to find it. I would rather learn it in the margin than from a letter to the editor.',
    answers: 4,
    voted: { for: ['salma-idrissi'] },
  },
  {
    by: 'salma-idrissi',
    text: 'Does anybody have a source from 1908 for the balcony? The claim is still open, and everything I find is a hundred years younger than the race.',
    voted: { for: ['luc-perrin'] },
  },
];

/** Unter „Drei Sätze über Kirchtürme“. */
export const ON_TOWERS: Said[] = [
  {
    by: 'salma-idrissi',
    text: 'Der Satz über Ulm ist ein schönes Beispiel dafür, wie etwas falsch wird, ohne dass jemand etwas ändert: Bis zum Herbst 2025 stimmte er.',
    voted: { for: ['jonas-feld', 'luc-perrin'] },
  },
  {
    by: 'jonas-feld',
    text: 'Deshalb gehört zu jeder Zahl ein Datum.',
    answers: 0,
    voted: { for: ['salma-idrissi'] },
  },
];
