/** What an image can be that is shown from here. Never a format that holds a script or an address: no SVG. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

export interface ImageFormat {
  type: ImageType;
  /** In pixels, as it is shown: turned if it says so. */
  width: number;
  height: number;
}

/** Larger ones, in pixels, unpack to more memory than a reader's device should give. */
const PIXELS_MAX = 64_000_000;
const SIDE_MAX = 32_767;

/**
 * What the bytes of a file are, read off its own first bytes and never off what its server says; null for anything but
 * the five formats, for sizes that no picture has, and for files that break off before they tell. Reads headers only.
 */
export function imageFormat(bytes: Uint8Array): ImageFormat | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const found = png(file) ?? gif(file) ?? jpeg(file) ?? webp(file) ?? avif(file);
    return found && isPicture(found) ? found : null;
  } catch (error) {
    // Node's word for a read behind the end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function isPicture({ width, height }: ImageFormat): boolean {
  return width > 0 && height > 0 && width <= SIDE_MAX && height <= SIDE_MAX && width * height <= PIXELS_MAX;
}

const at = (file: Buffer, from: number, length: number) => file.toString('latin1', from, from + length);

/** PNG, 11.2.2: the first chunk is the header. */
function png(file: Buffer): ImageFormat | null {
  if (at(file, 0, 8) !== '\x89PNG\r\n\x1a\n' || at(file, 12, 4) !== 'IHDR') return null;
  return { type: 'image/png', width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

function gif(file: Buffer): ImageFormat | null {
  if (!/^GIF8[79]a$/.test(at(file, 0, 6))) return null;
  return { type: 'image/gif', width: file.readUInt16LE(6), height: file.readUInt16LE(8) };
}

/** WebP container: lossy, lossless, or extended. */
function webp(file: Buffer): ImageFormat | null {
  if (at(file, 0, 4) !== 'RIFF' || at(file, 8, 4) !== 'WEBP') return null;
  const type = 'image/webp';
  const kind = at(file, 12, 4);
  if (kind === 'VP8X') return { type, width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
  if (kind === 'VP8 ' && at(file, 23, 3) === '\x9d\x01\x2a') {
    return { type, width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
  }
  if (kind !== 'VP8L' || file[20] !== 0x2f) return null;
  const bits = file.readUInt32LE(21);
  return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** Start of frame, of whatever coding (but not the tables that share its range). */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** JPEG: segments, each with its length, until the one that tells the size. Exif turns it. */
function jpeg(file: Buffer): ImageFormat | null {
  if (file.readUInt16BE(0) !== 0xffd8) return null;
  let turned = false;
  for (let from = 2; ; ) {
    if (file.readUInt8(from) !== 0xff) return null;
    const marker = file.readUInt8(from + 1);
    // Fill bytes, and markers without a segment.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      from += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === 0xd9 || marker === 0xda) return null;
    if (isFrame(marker)) {
      const [height, width] = [file.readUInt16BE(from + 5), file.readUInt16BE(from + 7)];
      return { type: 'image/jpeg', ...(turned ? { width: height, height: width } : { width, height }) };
    }
    const length = file.readUInt16BE(from + 2);
    if (length < 2) return null;
    if (marker === 0xe1) turned ||= isTurned(file.subarray(from + 4, from + 2 + length));
    from += 2 + length;
  }
}

const ORIENTATION = 0x0112;

/** Whether Exif data say that the picture lies on its side (orientations 5 to 8). */
function isTurned(exif: Buffer): boolean {
  if (at(exif, 0, 6) !== 'Exif\0\0' || exif.length < 16) return false;
  const tiff = exif.subarray(6);
  const little = at(tiff, 0, 2) === 'II';
  const [short, long] = little
    ? [(from: number) => tiff.readUInt16LE(from), (from: number) => tiff.readUInt32LE(from)]
    : [(from: number) => tiff.readUInt16BE(from), (from: number) => tiff.readUInt32BE(from)];
  const directory = long(4);
  if (directory + 2 > tiff.length) return false;
  for (let entry = 0; entry < short(directory); entry += 1) {
    const from = directory + 2 + entry * 12;
    if (from + 12 > tiff.length) return false;
    if (short(from) === ORIENTATION) return short(from + 8) >= 5 && short(from + 8) <= 8;
  }
  return false;
}

/** Boxes that hold boxes, on the way to the sizes, and what stands before those. */
const NESTED: Readonly<Record<string, number>> = { meta: 12, iprp: 8, ipco: 8 };

/** AVIF: the largest of the sizes it lists is the picture's; others are its thumbnail's, or its tiles'. */
function avif(file: Buffer): ImageFormat | null {
  if (at(file, 4, 4) !== 'ftyp') return null;
  const brands = at(file, 8, Math.min(file.readUInt32BE(0), 256) - 8);
  if (!/^(?:.{4})*avi[fs]/s.test(brands)) return null;
  const sizes: { width: number; height: number }[] = [];
  let turned = false;
  const read = (from: number, end: number, depth: number) => {
    for (let box = from; box + 8 <= end; ) {
      const size = file.readUInt32BE(box);
      if (size < 8) return;
      const kind = at(file, box + 4, 4);
      if (kind === 'ispe')
        sizes.push({ width: file.readUInt32BE(box + 12), height: file.readUInt32BE(box + 16) });
      if (kind === 'irot') turned = (file.readUInt8(box + 8) & 1) === 1;
      const inner = NESTED[kind];
      if (inner && depth < Object.keys(NESTED).length)
        read(box + inner, Math.min(end, box + size), depth + 1);
      box += size;
    }
  };
  read(0, file.length, 0);
  const [largest] = sizes.sort((a, b) => b.width * b.height - a.width * a.height);
  if (!largest) return null;
  const { width, height } = largest;
  return { type: 'image/avif', ...(turned ? { width: height, height: width } : { width, height }) };
}
