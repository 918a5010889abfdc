import { describe, expect, test } from 'vitest';
import { comparableUrl, isSameSite } from '#lib/fetch/url-variants.ts';
import { pageAddress } from '#lib/importers/page-address.ts';

const ONE = 'https://courier.example/2026/03/ferry';

describe('variants of one address', () => {
  test.each([
    'https://courier.example/2026/03/ferry/',
    'http://courier.example/2026/03/ferry',
    'http://courier.example:80/2026/03/ferry',
    'https://courier.example:443/2026/03/ferry',
    'https://www.courier.example/2026/03/ferry',
    'https://WWW.Courier.Example/2026/03/ferry',
    'https://courier.example./2026/03/ferry',
    'https://m.courier.example/2026/03/ferry',
    'https://mobile.courier.example/2026/03/ferry',
    'https://amp.courier.example/2026/03/ferry',
    'https://www.amp.courier.example/2026/03/ferry',
    'https://courier.example/2026/03/ferry/amp',
    'https://courier.example/2026/03/ferry/amp/',
    'https://courier.example/2026/03/ferry.amp',
    'https://courier.example/amp/2026/03/ferry',
    'https://courier.example/2026/03/ferry?amp=1',
    'https://courier.example/2026/03/ferry?outputType=amp',
    'https://courier.example/2026/03/ferry/index.html',
    'https://courier.example//2026/03//ferry',
    'https://courier.example/2026/03/ferry#comments',
    'https://courier.example/2026/03/ferry?utm_source=a&utm_medium=b',
    'https://courier.example/2026/03/ferry?fbclid=abc',
    'https://courier.example/2026/03/ferry?ref=homepage',
    'https://courier.example/2026/03/ferry?',
    'https://courier.example/2026/03/ferry?CMP=share_btn_fb&srnd=homepage-europe&mod=hp_lead_pos2',
    'https://courier.example/2026/03/ferry?gad_source=1&gclid=x&srsltid=y&mibextid=z',
    'https://courier.example/2026/03/ferry?wprov=sfti1&pk_campaign=spring&mtm_source=a',
    'https://courier.example/2026/03/ferry?partner=rss&emc=rss',
    'https://courier.example/2026/03/ferry?print=1',
    'https://courier.example/2026/03/ferry?view=print',
    'https://courier.example/2026/03/ferry?feature=youtu.be',
    'https://courier.example/2026/03/ferry?cid=newsletter_daily-3&source=fb&share=copy_link',
    'https://courier.example/2026/03/%66erry',
    'https://courier-example.cdn.ampproject.org/c/s/courier.example/2026/03/ferry',
    'https://courier-example.cdn.ampproject.org/v/s/amp.courier.example/2026/03/ferry?amp_js_v=0.1&usqp=x',
    'https://www.google.com/amp/s/amp.courier.example/2026/03/ferry',
  ])('%s', (variant) => {
    expect(comparableUrl(variant)).toBe(ONE);
  });

  test('what names another page stays apart', () => {
    const others = [
      'https://courier.example/2026/03/ferry-2',
      'https://courier.example/2026/03/Ferry',
      'https://sport.courier.example/2026/03/ferry',
      'https://courier.example:8080/2026/03/ferry',
      'https://courier.example/2026/03/ferry?page=2',
      'https://courier.example/2026/03/ferry?cid=17',
      'https://courier.example/2026/03/ferry?ref=17',
      'https://courier.example/2026/03/ferry?ref=abc',
      'https://courier.example/2026/03/ferry?cid=a1',
      'https://courier.example/2026/03/ferry?cid=b2',
      'https://courier.example/2026/03/ferry?source=tide-office',
      'https://courier.example/2026/03/ferry?feature=alpha',
      'https://courier.example/2026/03/ferry?share=note1',
      'https://courier.example/2026/03/ferry?amp_id=3',
      'https://courier.example/2026/03/ferry?mod=viewthread',
      'https://courier.example/2026/03/ferry?view=gallery',
      'https://courier.example/2026/03/ferry?print=2',
      'https://courier.example/guitar/amp',
      'https://courier.example/guitar',
      'https://courier.example/#!/story/1',
      'https://courier.example/#!/story/2',
      'https://courier.example/#top',
      'https://courier.example/2026/03/camp',
      'https://courier.example/2026/03/amplifier',
    ].map(comparableUrl);
    expect(new Set([ONE, ...others]).size).toBe(others.length + 1);
  });

  test('the order of parameters and the case of escapes do not matter', () => {
    expect(comparableUrl('https://a.example/?b=2&a=1')).toBe(comparableUrl('https://a.example/?a=1&b=2'));
    expect(comparableUrl('https://a.example/caf%c3%a9')).toBe(comparableUrl('https://a.example/café'));
    expect(comparableUrl('https://de.m.wikipedia.example/wiki/Fähre')).toBe(
      comparableUrl('https://de.wikipedia.example/wiki/F%C3%A4hre'),
    );
  });

  test('one site', () => {
    expect(isSameSite('www.courier.example', 'amp.courier.example')).toBe(true);
    expect(isSameSite('news.courier.example', 'courier.example')).toBe(true);
    expect(isSameSite('courier.example', 'notcourier.example')).toBe(false);
    expect(isSameSite('a.blogs.example', 'b.blogs.example')).toBe(false);
  });
});

describe('the address that a page claims', () => {
  const stood = 'https://amp.courier.example/2026/ferry?utm_source=x#top';
  const claimed = (...claims: string[]) => pageAddress(claims, stood, stood);
  test('is believed on its own site', () => {
    expect(claimed('https://www.courier.example/ferry?utm_medium=y')).toBe(
      'https://www.courier.example/ferry',
    );
    expect(claimed('/2026/the-ferry')).toBe('https://amp.courier.example/2026/the-ferry');
  });
  test('is not believed on another site, nor the front page, nor another protocol; the next claim is asked', () => {
    const plain = 'https://amp.courier.example/2026/ferry';
    expect(claimed('https://other.example/2026/ferry')).toBe(plain);
    expect(claimed('https://www.courier.example/')).toBe(plain);
    expect(claimed('https://www.courier.example/index.html')).toBe(plain);
    expect(claimed('javascript:1', 'https://other.example/x', 'https://courier.example/f')).toBe(
      'https://courier.example/f',
    );
  });
  test('is the word of the page where nothing else is known', () => {
    expect(pageAddress(['https://courier.example/f'], undefined, undefined)).toBe(
      'https://courier.example/f',
    );
    expect(pageAddress(['https://courier.example/'], undefined, undefined)).toBeNull();
  });
});
