import type { Story } from './story.ts';

export const RIVERS_AND_RUNNERS: Story['annotations'] = [
  {
    kind: 'claim',
    by: 'aiko-brandt',
    exact: 'the Amazon is the longer of the two',
    statement: 'The Amazon is longer than the Nile.',
    labels: [{ label: 'cherry-picked', by: ['jonas-feld'] }],
    sources: [
      {
        by: 'aiko-brandt',
        url: 'https://www.nationalgeographic.com/science/2007/06/amazon-longer-than-nile-river/',
        stance: 'context',
        note: 'Reports the expedition of 2007, whose results had not been published then, and the doubts of others.',
      },
      {
        by: 'mira-okafor',
        url: 'https://www.britannica.com/place/Nile-River',
        stance: 'refutes',
        note: 'Names the Nile as the longest river of the world.',
      },
      {
        by: 'salma-idrissi',
        url: 'https://en.wikipedia.org/wiki/List_of_river_systems_by_length',
        stance: 'context',
        note: 'Lists the lengths with the reasons why they differ from one measurement to the next.',
      },
    ],
    verdicts: [
      {
        by: 'aiko-brandt',
        verdict: 'unproven',
        rationale: 'It rests on one expedition. Nobody else has confirmed the source that it found.',
        rests: [0],
      },
      {
        by: 'salma-idrissi',
        verdict: 'unproven',
        rationale: 'Depends on where one begins to measure; there is no rule for it.',
        rests: [2],
      },
      {
        by: 'mira-okafor',
        verdict: 'false',
        rationale: 'Every reference work that I have puts the Nile first.',
        rests: [1],
      },
    ],
  },
  {
    kind: 'remark',
    by: 'jonas-feld',
    exact: 'Where a river begins is a matter of taste as much as of geography',
    comments: [
      {
        by: 'jonas-feld',
        text: 'The same holds for coasts: the finer the ruler, the longer they get. Lewis Fry Richardson noticed it when he compared how long countries say their common borders are.',
      },
      { by: 'aiko-brandt', text: 'That would make a sixth length for this article.', answers: 0 },
    ],
  },
  {
    kind: 'claim',
    by: 'salma-idrissi',
    exact: 'they owe the last stretch to a balcony',
    statement:
      'The marathon has its length because the course of 1908 was fitted to the wishes of the royal family.',
    comments: [
      { by: 'salma-idrissi', text: 'It is told everywhere. Who knows a source from the time itself?' },
    ],
  },
];
