import { SaxesParser } from 'saxes';

/** An element of a parsed document. */
export interface XmlElement {
  /** As it is written, with its prefix. */
  name: string;
  /** Of its name. */
  namespace: string;
  attributes: Record<string, string>;
  text: string;
  children: XmlElement[];
}

/** Parses XML by the letter; throws on what is not well-formed, and on prefixes that stand for nothing. */
export function parseXml(source: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: '', namespace: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const inner = () => open.at(-1) as XmlElement;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, uri, attributes: given }) => {
    const attributes = Object.fromEntries(Object.values(given).map(({ name, value }) => [name, value]));
    const element = { name, namespace: uri, attributes, text: '', children: [] };
    inner().children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    inner().text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(source).close();
  return root.children[0] as XmlElement;
}

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

export const textOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childrenOf(element, name)[0]?.text;
