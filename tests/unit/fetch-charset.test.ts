import { describe, expect, test } from 'vitest';
import { decodeText } from '#lib/fetch/charset.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const HTML = 'text/html';

test('the header names the encoding', () => {
  expect(decodeText(latin1('Köln'), 'ISO-8859-1', HTML)).toEqual({ text: 'Köln', charset: 'windows-1252' });
  expect(decodeText(Buffer.from([0x93, 0xfa, 0x96, 0x7b]), 'shift_jis', HTML).text).toBe('日本');
});

test('a byte order mark wins over the header, and is not part of the text', () => {
  expect(decodeText(Buffer.from('\ufeffKöln'), 'iso-8859-1', HTML)).toEqual({
    text: 'Köln',
    charset: 'utf-8',
  });
  expect(decodeText(Buffer.from('\ufeffKöln', 'utf16le'), 'utf-8', HTML)).toEqual({
    text: 'Köln',
    charset: 'utf-16le',
  });
});

test.each([
  '<meta charset="windows-1251">',
  "<META CHARSET='windows-1251' >",
  '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
  '<!-- <meta charset="utf-8"> --><meta charset=windows-1251>',
  '<meta charset="no-such-thing"><meta charset="windows-1251">',
  '<?xml version="1.0" encoding="windows-1251"?>',
])('the page names the encoding: %s', (declaration) => {
  const bytes = Buffer.concat([latin1(declaration), Buffer.from([0xcc, 0xe8, 0xf0])]);
  expect(decodeText(bytes, null, HTML)).toEqual({ text: `${declaration}Мир`, charset: 'windows-1251' });
  expect(decodeText(bytes, 'no-such-thing', HTML).charset).toBe('windows-1251');
});

test('a declaration of UTF-16 that was read as ASCII is wrong', () => {
  expect(decodeText(Buffer.from('<meta charset="utf-16">é'), null, HTML).charset).toBe('utf-8');
});

test('plain text has no declaration', () => {
  expect(decodeText(Buffer.from('<meta charset="windows-1251"> é'), null, 'text/plain').charset).toBe(
    'utf-8',
  );
});

test('without a word about it: UTF-8 where it is that, else windows-1252', () => {
  expect(decodeText(Buffer.from('Köln – 東京'), null, HTML)).toEqual({
    text: 'Köln – 東京',
    charset: 'utf-8',
  });
  expect(decodeText(Buffer.from([0x4b, 0xf6, 0x6c, 0x6e, 0x20, 0x96]), null, HTML)).toEqual({
    text: 'Köln –',
    charset: 'windows-1252',
  });
});

test('broken bytes become replacement characters', () => {
  expect(decodeText(Buffer.from([0x61, 0xff, 0x62]), 'utf-8', HTML).text).toBe('a\ufffdb');
});

describe('a wrong label', () => {
  const utf8 = Buffer.from('<meta charset="utf-8">Köln – 東京');
  test('Latin 1 in the header, UTF-8 in truth', () => {
    expect(decodeText(utf8, 'iso-8859-1', HTML).charset).toBe('utf-8');
    expect(decodeText(Buffer.from('<meta charset="latin1">Köln'), null, HTML).text).toContain('Köln');
  });
  test('UTF-8 in the header, and what the page says fits', () => {
    const bytes = Buffer.concat([
      latin1('<meta charset="shift_jis">'),
      Buffer.from([0x93, 0xfa, 0x96, 0x7b]),
    ]);
    expect(decodeText(bytes, 'utf-8', HTML)).toEqual({
      text: '<meta charset="shift_jis">日本',
      charset: 'shift_jis',
    });
  });
  test('UTF-8, and nothing of it fits', () => {
    expect(decodeText(latin1('Köln, Düren, Jülich'), 'utf-8', HTML).text).toBe('Köln, Düren, Jülich');
  });
  test('a character that was cut does not make it another encoding', () => {
    const cut = Buffer.concat([Buffer.from('Köln – Düren – '), Buffer.from([0xe6, 0x9d])]);
    expect(decodeText(cut, 'utf-8', HTML)).toMatchObject({ charset: 'utf-8' });
  });
});

test('without a declaration, the language of the page tells', () => {
  const page = (lang: string, ...bytes: number[]) =>
    decodeText(Buffer.concat([latin1(`<html lang="${lang}">`), Buffer.from(bytes)]), null, HTML).charset;
  expect(page('ja', 0x93, 0xfa, 0x96, 0x7b)).toBe('shift_jis');
  expect(page('ru-RU', 0xcc, 0xe8, 0xf0)).toBe('windows-1251');
  expect(page('de', 0x4b, 0xf6)).toBe('windows-1252');
});

test('Russian that nobody declared is read, and accents of other languages are left to them', () => {
  const russian =
    'Город открыл новый мост в июне, с оркестром и козой, которая принадлежит мэру и открывает все мосты.';
  const bytes = Uint8Array.from(russian, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  });
  expect(decodeText(bytes, null, 'text/html').text).toBe(russian);
  const french = 'Le moulin a été réparé, et la rivière ne déborde plus. '.repeat(20);
  const latin = Uint8Array.from(french, (letter) => letter.codePointAt(0) ?? 0);
  expect(decodeText(latin, null, 'text/html').text).toBe(french);
});
