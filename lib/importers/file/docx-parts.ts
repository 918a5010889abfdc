import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ZipFile as ZipWriter } from 'yazl';
import { RefusedFile } from './file-text.ts';

/** What of the archive holds text and how it hangs together; pictures, fonts and macros stay packed. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?[\w.-]+\.(?:xml|rels))$/;
const ENTRIES_MAX = 5_000;
/** Bytes of XML, unpacked: a book of 1,000 pages has some 10 MB. What is made of it takes ten times as much. */
const XML_MAX = 24 * 1024 * 1024;

async function unpack(zip: ZipFile, entry: Entry, budget: { bytes: number }): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    budget.bytes -= chunk.byteLength;
    if (budget.bytes < 0) throw new RefusedFile('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The parts of a Word file (Office Open XML, ECMA-376) that hold its text. They are counted while they are unpacked:
 * an archive that promises little and holds much is left at the limit. Throws {@link RefusedFile}.
 */
export async function docxParts(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
    if (zip.entryCount > ENTRIES_MAX) throw new RefusedFile('too-large');
    const budget = { bytes: XML_MAX };
    for await (const entry of zip.eachEntry()) {
      if (NEEDED.test(entry.fileName)) parts.set(entry.fileName, await unpack(zip, entry, budget));
    }
  } catch (error) {
    throw error instanceof RefusedFile ? error : new RefusedFile('broken', error);
  }
  if (!parts.has('word/document.xml')) throw new RefusedFile('broken');
  return parts;
}

/** The parts as an archive again, for a reader that wants one. */
export async function docxOf(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipWriter();
  for (const [name, content] of parts) zip.addBuffer(content, name, { compress: false });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
