import { expect, test } from 'vitest';
import { imageFormat } from '#lib/article/image/format.ts';
import { avifHead, jpegHead, pngImage, webpHead } from '#tests/factories/images.ts';

const gif = (width: number, height: number) =>
  Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    Buffer.from([width & 255, width >> 8, height & 255, height >> 8, 0, 0]),
  ]);

test.each([
  ['image/png', pngImage(40, 30), 40, 30],
  ['image/gif', gif(300, 200), 300, 200],
  ['image/jpeg', jpegHead(640, 480), 640, 480],
  ['image/jpeg', jpegHead(640, 480, 3), 640, 480],
  ['image/jpeg', jpegHead(640, 480, 6), 480, 640],
  ['image/webp', webpHead('VP8 ', 640, 481), 640, 481],
  ['image/webp', webpHead('VP8L', 640, 481), 640, 481],
  ['image/webp', webpHead('VP8X', 640, 481), 640, 481],
  ['image/avif', avifHead(1200, 800), 1200, 800],
  ['image/avif', avifHead(1200, 800, true), 800, 1200],
])('%s is told by its own bytes', (type, bytes, width, height) => {
  expect(imageFormat(bytes)).toEqual({ type, width, height });
});

test.each([
  ['a drawing that can hold a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
  ['a page', Buffer.from('<!doctype html><script>x()</script>')],
  ['a film', Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from('ftypisom\0\0\0\0', 'latin1')])],
  ['nothing', Buffer.alloc(0)],
  ['a picture without a size', pngImage(40, 30).fill(0, 16, 20)],
  ['a picture that unpacks to a hundred million pixels', jpegHead(10_000, 10_001)],
  ['a picture that is no picture but a line', gif(0, 5)],
])('%s is none', (_, bytes) => {
  expect(imageFormat(bytes)).toBeNull();
});

test('one that breaks off anywhere before its size is none, and nothing throws', () => {
  for (const whole of [pngImage(4, 3), jpegHead(640, 480, 6), avifHead(90, 80), webpHead('VP8L', 5, 6)]) {
    for (let length = 0; length < 20; length += 1) expect(imageFormat(whole.subarray(0, length))).toBeNull();
    for (let length = 20; length < whole.length; length += 1) imageFormat(whole.subarray(0, length));
  }
});

test('boxes in boxes without end, and of no length, end', () => {
  const nested = Buffer.alloc(400_000);
  nested.write('\0\0\0\x10ftypavif\0\0\0\0', 0, 'latin1');
  for (let at = 16; at + 12 < nested.length; at += 12) {
    nested.writeUInt32BE(nested.length - at, at);
    nested.write('meta', at + 4, 'latin1');
  }
  expect(imageFormat(nested)).toBeNull();
});
