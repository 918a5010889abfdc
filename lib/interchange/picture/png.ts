import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { projectRoot } from '#lib/env/project-root.ts';

let ready: Promise<void> | undefined;

/** An SVG without text and without references as PNG. */
export async function toPng(svg: string): Promise<Uint8Array> {
  ready ??= readFile(path.join(projectRoot, 'node_modules', '@resvg', 'resvg-wasm', 'index_bg.wasm')).then(
    (bytes) => initWasm(bytes),
  );
  await ready;
  const picture = new Resvg(svg, { font: { loadSystemFonts: false } });
  try {
    return picture.render().asPng();
  } finally {
    picture.free();
  }
}
