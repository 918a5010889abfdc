import { describe, expect, test } from 'vitest';
import { lowered, raised } from '#lib/document/raised.ts';
import { importArticle } from '#lib/importers/import.ts';

const textOf = (html: string) => {
  const result = importArticle({ html: `<p>${html}</p>` });
  if (!result.ok) throw new Error(result.detail);
  return result.article.text;
};

test('characters are raised and lowered where they have such a form, else bracketed', () => {
  expect(raised('−6')).toBe('⁻⁶');
  expect(raised('n+1')).toBe('ⁿ⁺¹');
  expect(raised('2π')).toBe('^(2π)');
  expect(raised('T')).toBe('^T');
  expect(lowered('2')).toBe('₂');
  expect(lowered('max')).toBe('ₘₐₓ');
  expect(lowered('CO2')).toBe('_(CO2)');
});

describe('an exponent is no digit of its number', () => {
  test.each([
    ['It holds 10<sup>6</sup> kg.', 'It holds 10⁶ kg.'],
    ['10<sup>−9</sup> m and 10 <sup>5</sup>', '10⁻⁹ m and 10 5'],
    ['40 m<sup>2</sup>, x<sup>n</sup>, e<sup>2π</sup>', '40 m², xⁿ, e^(2π)'],
    ['CO<sub>2</sub> and H<sub>2</sub>O', 'CO₂ and H₂O'],
    ['on the 5<sup>th</sup>, M<sup>me</sup> Roux, the 1<sup>o</sup>', 'on the 5th, Mme Roux, the 1o'],
    ['see note<sup>3</sup>.', 'see note³.'],
    ['in 2019<sup><a href="#n3">3</a></sup>.', 'in 2019[3].'],
    ['in 2019<a href="https://a.example/#n3"><sup>[3]</sup></a>.', 'in 2019[3].'],
    ['in <b>10<sup>6</sup></b> boats', 'in 10⁶ boats'],
    ['3<sup>1</sup>/<sub>2</sub> miles', '3¹/₂ miles'],
    [
      '<code>a<sup>2</sup></code> <sup>All prices of 3 May 2024 hold</sup>',
      'a² All prices of 3 May 2024 hold',
    ],
  ])('%s', (html, text) => {
    expect(textOf(html)).toBe(text);
  });
});

describe('a formula is a line of text', () => {
  test.each([
    ['<math><mfrac><mn>1</mn><mn>2</mn></mfrac><mi>m</mi></math>', '1/2 m'],
    ['<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>', '(a+b)/2'],
    ['<math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math>', 'E=mc²'],
    ['<math><msub><mi>v</mi><mi>max</mi></msub></math>', 'vₘₐₓ'],
    ['<math><msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt></math>', '√(x+1)'],
    ['<math><mroot><mi>x</mi><mn>3</mn></mroot></math>', '³√x'],
    ['<math><msubsup><mo>∑</mo><mn>1</mn><mi>n</mi></msubsup><mi>k</mi></math>', '∑₁ⁿk'],
    [
      '<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>E</mi></mrow><annotation encoding="application/x-tex">E=mc^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">E=mc2</span></span>',
      'E=mc²',
    ],
  ])('%s', (html, text) => {
    expect(textOf(`It is ${html} in all.`)).toBe(`It is ${text} in all.`);
  });
});
