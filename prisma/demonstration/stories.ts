import { ON_LENGTHS, ON_TOWERS } from './discussions.ts';
import { METRE } from './metre.ts';
import { RIVERS_AND_RUNNERS } from './rivers-and-runners.ts';
import type { Story } from './story.ts';
import { TOWER_AND_WALL } from './tower-and-wall.ts';

const FIVE_LENGTHS: Story = {
  title: 'Five lengths everybody knows, measured again',
  byline: 'Obelus',
  lang: 'en',
  publishedAt: '2026-05-20',
  addedBy: 'mira-okafor',
  topics: ['Measurement', 'Geography', 'History'],
  file: 'five-lengths.md',
  annotations: [...METRE, ...TOWER_AND_WALL, ...RIVERS_AND_RUNNERS],
  discussion: ON_LENGTHS,
};

const CHURCH_TOWERS: Story = {
  title: 'Drei Sätze über Kirchtürme',
  byline: 'Obelus',
  lang: 'de',
  publishedAt: '2026-06-02',
  addedBy: 'jonas-feld',
  topics: ['Bauwerke', 'Geschichte'],
  file: 'church-towers.md',
  annotations: [
    {
      kind: 'claim',
      by: 'jonas-feld',
      exact: 'vier Jahre lang war er das höchste Bauwerk der Welt, bis das Washington Monument ihn überholte',
      statement: 'Der Kölner Dom war von 1880 bis 1884 das höchste Bauwerk der Welt.',
      sources: [
        {
          by: 'jonas-feld',
          url: 'https://de.wikipedia.org/wiki/K%C3%B6lner_Dom',
          stance: 'supports',
          note: 'Nennt beide Jahre und den Nachfolger.',
        },
      ],
      verdicts: [
        { by: 'jonas-feld', verdict: 'true', rationale: 'Stimmt, mit 157 Metern.', rests: [0] },
        { by: 'aiko-brandt', verdict: 'true', rationale: '', rests: [0] },
      ],
    },
    {
      kind: 'claim',
      by: 'aiko-brandt',
      exact: 'An ihm wurde 632 Jahre lang gebaut',
      statement: 'Am Kölner Dom wurde 632 Jahre lang gebaut.',
      sources: [
        {
          by: 'aiko-brandt',
          url: 'https://whc.unesco.org/en/list/292',
          stance: 'refutes',
          note: 'Begonnen 1248, in mehreren Abschnitten gebaut und erst 1880 vollendet.',
        },
      ],
      verdicts: [
        {
          by: 'aiko-brandt',
          verdict: 'misleading',
          rationale: 'Die Jahreszahlen stimmen. Dazwischen ruhte der Bau aber rund dreihundert Jahre.',
          rests: [0],
        },
        { by: 'jonas-feld', verdict: 'misleading', rationale: 'Gerechnet, nicht gebaut.', rests: [0] },
      ],
    },
    {
      kind: 'claim',
      by: 'salma-idrissi',
      exact: 'Kein Kirchturm der Welt ist höher als der des Ulmer Münsters',
      statement: 'Das Ulmer Münster hat den höchsten Kirchturm der Welt.',
      sources: [
        {
          by: 'salma-idrissi',
          url: 'https://de.wikipedia.org/wiki/Sagrada_Fam%C3%ADlia',
          stance: 'refutes',
          note: 'Ihr mittlerer Turm ist seit dem Herbst 2025 höher.',
        },
        {
          by: 'jonas-feld',
          url: 'https://de.wikipedia.org/wiki/Ulmer_M%C3%BCnster',
          stance: 'context',
          note: 'Höhe und Geschichte des Turms.',
        },
      ],
      verdicts: [
        {
          by: 'salma-idrissi',
          verdict: 'false',
          rationale: 'Das war bis zum Herbst 2025 richtig.',
          rests: [0],
        },
        { by: 'jonas-feld', verdict: 'false', rationale: 'Barcelona ist vorbeigezogen.', rests: [0, 1] },
      ],
    },
    {
      kind: 'remark',
      by: 'luc-perrin',
      exact: 'sieht an klaren Tagen die Alpen',
      comments: [{ by: 'luc-perrin', text: 'Bei Föhn besonders gut.' }],
    },
  ],
  discussion: ON_TOWERS,
};

/** The first one is what a new place opens with. */
export const STORIES: readonly Story[] = [FIVE_LENGTHS, CHURCH_TOWERS];
