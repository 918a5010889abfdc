import { crc32, deflateSync } from 'node:zlib';

/** A picture in one colour, as a PNG that every browser draws. */
export function pngImage(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a sample, RGB.
  header.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([0x3a, 0x6e, 0x8f]))]);
  const pixels = Buffer.concat(Array.from({ length: height }, () => line));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([uint(data.length, 4), body, uint(crc32(body), 4)]);
}

const uint = (value: number, bytes: number) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};

/** The beginning of a JPEG: what a camera writes before the size, and the size. */
export function jpegHead(width: number, height: number, orientation = 1): Buffer {
  const entry = Buffer.concat([uint(0x0112, 2), uint(3, 2), uint(1, 4), uint(orientation, 2), uint(0, 2)]);
  const tiff = Buffer.concat([Buffer.from('MM\0*', 'latin1'), uint(8, 4), uint(1, 2), entry, uint(0, 4)]);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const frame = Buffer.concat([uint(8, 1), uint(height, 2), uint(width, 2), Buffer.alloc(12)]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1]),
    uint(exif.length + 2, 2),
    exif,
    Buffer.from([0xff, 0xff, 0xc2]),
    uint(frame.length + 2, 2),
    frame,
  ]);
}

const box = (kind: string, ...parts: Buffer[]) => {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), ...parts]);
  return Buffer.concat([uint(body.length + 4, 4), body]);
};
const size = (width: number, height: number) => box('ispe', uint(0, 4), uint(width, 4), uint(height, 4));

/** The beginning of an AVIF with a thumbnail. */
export function avifHead(width: number, height: number, turned = false): Buffer {
  const rotation = turned ? [box('irot', uint(1, 1))] : [];
  return Buffer.concat([
    box('ftyp', Buffer.from('mif1\0\0\0\0miafavif', 'latin1')),
    box('meta', uint(0, 4), box('iprp', box('ipco', size(160, 90), size(width, height), ...rotation))),
  ]);
}

/** The beginning of a WebP: lossy, lossless or extended. */
export function webpHead(kind: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Buffer {
  const little = (value: number, bytes: number) => uint(value, bytes).reverse();
  const bodies = {
    'VP8 ': [Buffer.from('\0\0\0\x9d\x01\x2a', 'latin1'), little(width, 2), little(height, 2)],
    VP8L: [Buffer.from([0x2f]), little(((height - 1) << 14) | (width - 1), 4)],
    VP8X: [Buffer.alloc(4), little(width - 1, 3), little(height - 1, 3)],
  };
  return Buffer.concat([
    Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'),
    Buffer.from(kind),
    uint(0, 4),
    ...bodies[kind],
  ]);
}
