import { setImmediate as breathe } from 'node:timers/promises';
import { SaxesParser } from 'saxes';

/** What is told of an XML file, element by element. `text` is what stands directly in the element. */
interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string, text: string): void;
}

/** The file cannot be read; the message says why and where, for people. */
export class XmlRefused extends Error {}

const CHUNK = 65_536;
const DEPTH_LIMIT = 64;
/** Of one element, in UTF-16 units: an article with everything in it. */
const TEXT_LIMIT = 4_000_000;
/** Some exporters copy what people typed as it is; XML has no place for it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const FORBIDDEN = /[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;

/**
 * Reads an XML file a piece at a time, and lets other work of the process go on in between. A document type is refused,
 * and with it every entity of one's own; what is none of XML's five is not resolved but refused. O(length).
 */
export async function readXml(xml: string, reader: XmlReader): Promise<void> {
  const texts: string[][] = [];
  let kept = 0;
  const parser = new SaxesParser();
  const add = (text: string) => {
    kept += text.length;
    if (kept > TEXT_LIMIT) throw new XmlRefused(`Line ${parser.line}: one element holds too much text.`);
    texts.at(-1)?.push(text);
  };
  parser.on('error', (error) => {
    throw new XmlRefused(`It is no well-formed XML: line ${parser.line}, ${reason(error)}.`);
  });
  parser.on('doctype', () => {
    throw new XmlRefused('It has a document type declaration, which no export has.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (texts.length >= DEPTH_LIMIT)
      throw new XmlRefused(`Line ${parser.line}: elements lie too deep in each other.`);
    texts.push([]);
    kept = 0;
    reader.open(name, attributes);
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => reader.close(name, texts.pop()?.join('') ?? ''));
  for (let at = 0; at < xml.length; at += CHUNK) {
    parser.write(xml.slice(at, at + CHUNK).replace(FORBIDDEN, ''));
    await breathe();
  }
  parser.close();
}

const reason = (error: Error) =>
  error.message
    .replace(/^[\d:]+ /, '')
    .replace(/\.$/, '')
    .slice(0, 120);
