import type { Story } from './story.ts';

export const METRE: Story['annotations'] = [
  {
    kind: 'claim',
    by: 'mira-okafor',
    exact: 'one ten-millionth of the distance from the North Pole to the equator',
    statement:
      'In 1791 the French Academy of Sciences proposed to make the metre one ten-millionth of the distance from the North Pole to the equator.',
    sources: [
      {
        by: 'mira-okafor',
        url: 'https://en.wikipedia.org/wiki/Metre',
        stance: 'supports',
        note: 'Has the definition of 1791, with the same fraction and the same distance.',
      },
      {
        by: 'luc-perrin',
        url: 'https://en.wikipedia.org/wiki/History_of_the_metre',
        stance: 'supports',
        note: 'Has the report of the commission and the decision of the Assembly, both in March 1791.',
      },
    ],
    verdicts: [
      {
        by: 'mira-okafor',
        verdict: 'true',
        rationale: 'Year, body and definition are as the article has them.',
        rests: [0],
      },
      {
        by: 'luc-perrin',
        verdict: 'true',
        rationale: 'Right. One may add that it meant the quarter of the meridian **through Paris**.',
        rests: [1],
      },
      { by: 'salma-idrissi', verdict: 'true', rationale: '', rests: [0, 1] },
    ],
  },
  {
    kind: 'claim',
    by: 'jonas-feld',
    exact: 'it is two millimetres too long',
    statement:
      'The platinum metre of 1799 is two millimetres longer than the distance it was meant to represent.',
    sources: [
      {
        by: 'jonas-feld',
        url: 'https://en.wikipedia.org/wiki/History_of_the_metre',
        stance: 'refutes',
        note: 'Gives about 0.2 millimetres, and the bar is too short, not too long.',
      },
      {
        by: 'aiko-brandt',
        url: 'https://en.wikipedia.org/wiki/Arc_measurement_of_Delambre_and_M%C3%A9chain',
        stance: 'context',
        note: 'On the survey, and on how the two came to their figure.',
      },
    ],
    verdicts: [
      {
        by: 'jonas-feld',
        verdict: 'false',
        rationale: 'Wrong twice: the size of the error is ten times smaller, and it goes the other way.',
        rests: [0],
      },
      {
        by: 'aiko-brandt',
        verdict: 'false',
        rationale:
          'The bar is a fifth of a millimetre **too short**. The reason that the article gives is right, though.',
        rests: [0, 1],
      },
    ],
    comments: [
      { by: 'luc-perrin', text: 'Could it be a slip for 0.2 millimetres?' },
      { by: 'jonas-feld', text: 'Perhaps, but “too long” would still be wrong.', answers: 0 },
    ],
  },
  {
    kind: 'claim',
    by: 'aiko-brandt',
    exact: 'it is the distance that light travels in a vacuum in 1/299,792,458 of a second',
    statement:
      'Since 1983 the metre has been the distance that light travels in a vacuum in 1/299,792,458 of a second.',
    sources: [
      {
        by: 'aiko-brandt',
        url: 'https://www.bipm.org/en/committees/cg/cgpm/17-1983/resolution-1',
        stance: 'supports',
        quote:
          'The metre is the length of the path travelled by light in vacuum during a time interval of 1/299 792 458 of a second.',
        note: 'The resolution itself.',
      },
      {
        by: 'jonas-feld',
        url: 'https://www.bipm.org/en/si-base-units/metre',
        stance: 'context',
        note: 'Worded anew in 2019, by way of the speed of light. The length is the same.',
      },
    ],
    verdicts: [
      { by: 'aiko-brandt', verdict: 'true', rationale: 'Word for word the definition of 1983.', rests: [0] },
      {
        by: 'jonas-feld',
        verdict: 'true',
        rationale: 'True. The wording changed in 2019, the length did not.',
        rests: [0, 1],
      },
    ],
  },
  {
    kind: 'claim',
    by: 'salma-idrissi',
    exact: 'the most beautiful present that the Revolution made to the world',
    statement: 'The metre is the most beautiful present that the French Revolution made to the world.',
    sources: [
      {
        by: 'salma-idrissi',
        url: 'https://en.wikipedia.org/wiki/French_Revolution',
        stance: 'context',
        note: 'For comparison: other presents.',
      },
    ],
    verdicts: [
      {
        by: 'salma-idrissi',
        verdict: 'opinion',
        rationale: 'Beauty cannot be checked. Marked so that nobody looks for a source in vain.',
        rests: [0],
      },
      { by: 'mira-okafor', verdict: 'opinion', rationale: '', rests: [0] },
    ],
  },
  {
    kind: 'claim',
    by: 'luc-perrin',
    exact: 'only three countries do without the metric system',
    statement: 'Only three countries, the United States, Liberia and Myanmar, do not use the metric system.',
    labels: [
      { label: 'missing-context', by: ['mira-okafor', 'jonas-feld', 'salma-idrissi'] },
      { label: 'out-of-date', by: ['jonas-feld'] },
    ],
    sources: [
      {
        by: 'luc-perrin',
        url: 'https://en.wikipedia.org/wiki/Metrication_in_the_United_States',
        stance: 'refutes',
        note: 'Metric units have been lawful in the United States since 1866; science, medicine and the army use them.',
      },
      {
        by: 'mira-okafor',
        url: 'https://www.nist.gov/blogs/taking-measure/busting-myths-about-metric-system',
        stance: 'refutes',
        quote: 'all countries have recognized and adopted the SI, including the United States',
        note: 'The American institute of standards on exactly this map.',
      },
      {
        by: 'jonas-feld',
        url: 'https://en.wikipedia.org/wiki/Metrication',
        stance: 'supports',
        note: 'These are the three that are usually named as not having changed over officially.',
      },
    ],
    verdicts: [
      {
        by: 'luc-perrin',
        verdict: 'misleading',
        rationale:
          'The list is the usual one, but *do without* gives a wrong picture: the inch itself is defined by the metre, as 25.4 millimetres exactly.',
        rests: [0],
      },
      {
        by: 'mira-okafor',
        verdict: 'misleading',
        rationale: 'It depends on what “do without” means. None of the three does without it.',
        rests: [0, 1],
      },
      {
        by: 'jonas-feld',
        verdict: 'mostly-true',
        rationale: 'As a list of countries that have not changed over officially it holds.',
        rests: [2],
      },
    ],
    comments: [
      { by: 'aiko-brandt', text: 'And Britain, where the road signs are in miles?' },
      {
        by: 'luc-perrin',
        text: 'A good point: the map draws a line where there are many shades.',
        answers: 0,
      },
    ],
  },
];
