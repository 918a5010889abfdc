import { parentPort } from 'node:worker_threads';
import { claimPictureSvg, type PictureTask } from '../picture/claim-picture.ts';
import { toPng } from '../picture/png.ts';
import type { PrintedArticle } from '../print/printed.ts';
import { Fonts } from '../typeset/fonts.ts';

// Runs in a thread of its own (press.ts), which is ended when it takes too long, and when there is nothing to do.

export type PressTask = { kind: 'picture'; picture: PictureTask } | { kind: 'pdf'; article: PrintedArticle };
export type PressAnswer = { bytes: Uint8Array } | { failed: string };

const fonts = new Fonts();

async function answer(task: PressTask): Promise<PressAnswer> {
  try {
    if (task.kind === 'picture') return { bytes: await toPng(await claimPictureSvg(fonts, task.picture)) };
    return { bytes: await (await import('../print/pdf.ts')).toPdf(fonts, task.article) };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', async (task: PressTask) => parentPort?.postMessage(await answer(task)));
