import { parentPort, workerData } from 'node:worker_threads';
import type { FileRefusal } from './file-kinds.ts';
import { type FileText, RefusedFile } from './file-text.ts';

// Runs in a thread of its own (bounded-reader.ts), which is ended when it takes too long or too much.

export interface ReaderTask {
  kind: 'docx' | 'pdf';
  bytes: Uint8Array;
}

export type ReaderAnswer = { text: FileText } | { refused: FileRefusal };

async function answer({ kind, bytes }: ReaderTask): Promise<ReaderAnswer> {
  try {
    if (kind === 'docx') return { text: await (await import('./docx.ts')).readDocx(bytes) };
    return { text: await (await import('./pdf.ts')).readPdf(bytes) };
  } catch (error) {
    return { refused: error instanceof RefusedFile ? error.reason : 'broken' };
  }
}

parentPort?.postMessage(await answer(workerData as ReaderTask));
