import type { Story } from './story.ts';

export const TOWER_AND_WALL: Story['annotations'] = [
  {
    kind: 'claim',
    by: 'aiko-brandt',
    exact: 'it kept that title for forty-one years, until the Chrysler Building in New York was finished',
    statement:
      'The Eiffel Tower was the tallest structure on Earth for forty-one years, until the Chrysler Building was finished.',
    sources: [
      {
        by: 'aiko-brandt',
        url: 'https://en.wikipedia.org/wiki/Eiffel_Tower',
        stance: 'supports',
        note: 'Opened in 1889, and named as the tallest structure until 1930.',
      },
      {
        by: 'salma-idrissi',
        url: 'https://en.wikipedia.org/wiki/Chrysler_Building',
        stance: 'context',
        note: 'The spire that made it taller was raised in October 1929; the building was finished in May 1930.',
      },
    ],
    verdicts: [
      {
        by: 'salma-idrissi',
        verdict: 'mostly-true',
        rationale:
          'The spire passed the tower half a year before the building was finished. Forty years and a half, then.',
        rests: [0, 1],
      },
      { by: 'luc-perrin', verdict: 'mostly-true', rationale: 'Right but for some months.', rests: [1] },
      {
        by: 'aiko-brandt',
        verdict: 'true',
        rationale: 'The years are those that are always given: 1889 to 1930.',
        rests: [0],
      },
    ],
  },
  {
    kind: 'claim',
    by: 'jonas-feld',
    exact: 'on hot days the tower gains up to fifteen centimetres in height',
    statement: 'In the heat the Eiffel Tower becomes up to fifteen centimetres taller.',
    sources: [
      {
        by: 'jonas-feld',
        url: 'https://www.britannica.com/topic/Eiffel-Tower-Paris-France',
        stance: 'context',
        note: 'Height and material of the tower, from which the expansion can be worked out.',
      },
      {
        by: 'mira-okafor',
        url: 'https://www.toureiffel.paris/en/the-monument/key-figures',
        stance: 'context',
        note: 'The operator’s own figures.',
      },
      {
        by: 'aiko-brandt',
        url: 'https://en.wikipedia.org/wiki/Thermal_expansion',
        stance: 'supports',
        note: 'Iron grows by about 12 millionths of its length for each degree: 300 metres and 40 degrees make 14 centimetres.',
      },
    ],
    verdicts: [
      {
        by: 'aiko-brandt',
        verdict: 'mostly-true',
        rationale: 'Between a cold winter night and a hot afternoon the arithmetic gives about that much.',
        rests: [2],
      },
      {
        by: 'jonas-feld',
        verdict: 'mixed',
        rationale:
          'Over a year perhaps. *On hot days* is another thing: within one day it is a few centimetres.',
        rests: [0, 2],
      },
      {
        by: 'mira-okafor',
        verdict: 'mostly-true',
        rationale: 'The order of magnitude is right.',
        rests: [1],
      },
      {
        by: 'luc-perrin',
        verdict: 'unproven',
        rationale: 'All figures that I found are arithmetic. Has anybody ever measured it?',
        rests: [1],
      },
    ],
    comments: [
      {
        by: 'mira-okafor',
        text: 'Those who work it out and those who want it measured will not agree here.',
      },
      {
        by: 'luc-perrin',
        text: 'A surveyor with a good instrument and a free week in July would settle it.',
        answers: 0,
      },
      { by: 'jonas-feld', text: 'And one in January.', answers: 1 },
    ],
  },
  {
    kind: 'claim',
    by: 'salma-idrissi',
    exact: 'it is given a new coat of sixty tonnes of paint',
    statement: 'A new coat for the Eiffel Tower takes sixty tonnes of paint.',
    sources: [
      {
        by: 'salma-idrissi',
        url: 'https://www.toureiffel.paris/en/the-monument/painting-eiffel-tower',
        stance: 'supports',
        note: 'The operator’s page about the painting.',
      },
    ],
    verdicts: [
      {
        by: 'salma-idrissi',
        verdict: 'true',
        rationale: 'So says the operator. A second look would be welcome.',
        rests: [0],
      },
    ],
  },
  {
    kind: 'remark',
    by: 'luc-perrin',
    exact: 'the painters still work by hand, with brushes',
    comments: [
      {
        by: 'luc-perrin',
        text: 'I have seen them: ropes, buckets, round brushes. A photograph would do this paragraph good.',
      },
      { by: 'salma-idrissi', text: 'Why not spray?' },
      { by: 'luc-perrin', text: 'The wind. All of Paris would be brown.', answers: 1 },
    ],
  },
  {
    kind: 'claim',
    by: 'mira-okafor',
    exact: 'the only work of human hands that can be seen from the Moon with the naked eye',
    statement:
      'The Great Wall of China is the only man-made thing that can be seen from the Moon with the naked eye.',
    labels: [
      { label: 'unsupported', by: ['luc-perrin', 'salma-idrissi', 'aiko-brandt'] },
      { label: 'exaggerated', by: ['salma-idrissi'] },
    ],
    sources: [
      {
        by: 'mira-okafor',
        url: 'https://en.wikipedia.org/wiki/Artificial_structures_visible_from_space',
        stance: 'refutes',
        note: 'The wall is hard to make out even from a low orbit, and not at all from the Moon.',
      },
      {
        by: 'aiko-brandt',
        url: 'https://en.wikipedia.org/wiki/Great_Wall_of_China',
        stance: 'refutes',
        note: 'Traces the tale back to long before anybody had flown there.',
      },
    ],
    verdicts: [
      {
        by: 'mira-okafor',
        verdict: 'false',
        rationale:
          'A wall some metres wide, seen from 384,000 kilometres: like a hair from two miles away. No astronaut on the Moon has reported seeing it.',
        rests: [0],
      },
      { by: 'aiko-brandt', verdict: 'false', rationale: 'The tale is older than space flight.', rests: [1] },
      { by: 'jonas-feld', verdict: 'false', rationale: '', rests: [0, 1] },
      { by: 'salma-idrissi', verdict: 'false', rationale: 'I learned it at school, too.' },
    ],
    comments: [{ by: 'salma-idrissi', text: 'My daughter’s school book of last year still has it.' }],
  },
  {
    kind: 'claim',
    by: 'luc-perrin',
    exact:
      'arrived at 21,196 kilometres, which is about half the way around the globe. The First Emperor had this whole wall built in his lifetime',
    statement: 'The Great Wall is 21,196 kilometres long, and the First Emperor had the whole of it built.',
    sources: [
      {
        by: 'luc-perrin',
        url: 'https://whc.unesco.org/en/list/438',
        stance: 'context',
        note: 'More than 20,000 kilometres, and built from the third century BC to the seventeenth century AD.',
      },
      {
        by: 'jonas-feld',
        url: 'https://www.britannica.com/topic/Great-Wall-of-China',
        stance: 'refutes',
        note: 'What is mostly seen today was built under the Ming, many centuries after the First Emperor.',
      },
    ],
    verdicts: [
      {
        by: 'luc-perrin',
        verdict: 'mixed',
        rationale:
          'The length is that of the survey. The second half is wrong: it adds up the walls of two thousand years.',
        rests: [0],
      },
      {
        by: 'jonas-feld',
        verdict: 'mixed',
        rationale: 'Half right: a good number, and the wrong builder.',
        rests: [0, 1],
      },
    ],
  },
];
