// What somebody copies out of a PDF of ours, or a program finds in it.
import { expect, test } from 'vitest';
import { toPdf } from '#lib/interchange/print/pdf.ts';
import { Fonts } from '#lib/interchange/typeset/fonts.ts';
import { printed } from '#tests/factories/printed.ts';
import { readPdf } from '#tests/setup/pdf-reader.ts';

const fonts = new Fonts();

/** Marks of direction say nothing; one letter can be written in two ways. */
const words = (text: string) => text.normalize('NFC').replace(/[\u200E\u200F]/g, '');

async function copied(text: string, lang: string): Promise<string> {
  return words((await readPdf(await toPdf(fonts, printed({ text, lang })))).text);
}

test.each([
  ['ar', 'letters that share a body', 'بيت ثبت تين نبت يبيت قفز فقر الوزير'],
  ['ar', 'joined with each other', 'لا إله إلا الأمل، والأولاد الآن في الإسلام؛ لآلئ'],
  ['ar', 'marks above and below', 'مُحَمَّدٌ رَسُولُ اللَّهِ يُؤْمِنُ بِالحُرِّيَّةِ'],
  ['ar', 'brackets, figures and a full stop', 'قال الوزير إن الميناء تجمّد (أحد عشر أسبوعا) في 1709.'],
  ['ar', 'Latin words in between', 'زاد الناتج بنسبة 3.5% في عام 2024 (وفق World Bank) إلى 1,200 مليون.'],
  ['fa', 'what keeps letters from joining', 'می‌خواهم کتاب‌های گچ پژ را بخوانم ۱۲۳'],
  ['ur', 'letters of Urdu', 'اردو ٹیکسٹ ڈاکٹر ڑے ہے'],
  ['he', 'Hebrew with figures', 'אמר השר כי הנמל קפא (אחד עשר שבועות) בשנת 1709.'],
  ['he', 'Hebrew with its points', 'בְּרֵאשִׁית בָּרָא אֱלֹהִים'],
  ['en', 'Arabic words in an English line', 'The word الميناء (the port) and بيت (a house) stand here.'],
  ['en', 'marks that no letter has', 'Z\u0323\u0307 x\u0302y e\u0301\u0323 cafe\u0301 office affluent fjord'],
  ['hi', 'vowels that stand before', 'क्षत्रिय ज्ञान श्री कि र्क हिन्दी बंदरगाह'],
  ['th', 'vowels and tones', 'ท่าเรือกลายเป็นน้ำแข็ง ที่ กำ'],
  ['zh', 'Chinese', '港口结冰十一周，四十艘船。'],
  ['en', 'emoji that are joined', 'Seen 👩🏽‍🚒 🇩🇪 ❤️ 👨‍👩‍👧‍👦 👍🏽 🏳️‍🌈 1️⃣ today.'],
])('%s: %s', async (lang, _what, text) => {
  expect(await copied(text, lang)).toContain(words(text));
});

test('the lines of a paragraph follow each other as they are read', async () => {
  const sentence = 'قال الوزير إن الميناء تجمّد (أحد عشر أسبوعا) في 1709، وإن Bank of Lindow أغلق أبوابه.';
  const text = Array.from({ length: 12 }, () => sentence).join(' ');
  expect(await copied(text, 'ar')).toContain(words(text));
});
