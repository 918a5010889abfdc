import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, rmSync, statSync } from 'node:fs';
import { link, open, rename } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { BackupError } from './backup-error.ts';
import { ClosingMark, OPEN_MARK } from './closing-mark.ts';
import { MANIFEST, type Manifest, type Member } from './manifest.ts';

/** The file holds password hashes and the secret. */
const MODE = 0o600;

export type Content = AsyncIterable<Buffer | string> | Iterable<Buffer | string>;

/** Counts and sums what passes. */
class Sum extends Transform {
  bytes = 0;
  private readonly hash = createHash('sha256');

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback) {
    this.bytes += chunk.length;
    this.hash.update(chunk);
    done(null, chunk);
  }

  sha256(): string {
    return this.hash.digest('hex');
  }
}

/**
 * An archive that is being written: a ZIP file, member after member, streamed. It lies under a name of its own until
 * it is complete. Call `finish` or `abandon` in the end.
 */
export class ArchiveWriter {
  readonly members: Member[] = [];
  private readonly zip = new ZipFile();
  private readonly draft: string;
  private readonly file: string;
  private readonly broken = new AbortController();
  private readonly written: Promise<void>;
  private current: Sum | null = null;
  private readonly discard = () => rmSync(this.draft, { force: true });

  /** Throws BackupError when the file is there already, or cannot be there. */
  constructor(file: string) {
    refuseUnfit(file);
    this.file = file;
    this.draft = `${file}.${process.pid}.draft`;
    process.once('exit', this.discard);
    this.written = pipeline(
      this.zip.outputStream,
      new ClosingMark(),
      createWriteStream(this.draft, { flags: 'wx', mode: MODE, flush: true }),
    );
    // Whoever adds the next member is told.
    this.written.catch((error) => this.broken.abort(error));
    this.zip.on('error', (error) => this.broken.abort(error));
  }

  /** How much of the member that is being added has passed. */
  get progress(): number {
    return this.current?.bytes ?? 0;
  }

  async add(name: string, content: Content): Promise<void> {
    const sum = new Sum();
    this.current = sum;
    // Zip64 throughout: how long a member gets is known at its end.
    this.zip.addReadStream(sum, name, { mode: 0o100000 | MODE, forceZip64Format: true });
    try {
      await pipeline(content, sum, { signal: this.broken.signal });
    } catch (error) {
      throw this.explained(this.broken.signal.aborted ? this.broken.signal.reason : error);
    }
    this.members.push({ name, bytes: sum.bytes, sha256: sum.sha256() });
  }

  /** Completes the archive and gives it its name. Returns its size in bytes. */
  async finish(manifest: Manifest): Promise<number> {
    await this.add(MANIFEST, [JSON.stringify(manifest, null, 1)]);
    this.zip.end({ comment: OPEN_MARK, forceZip64Format: false });
    try {
      await this.written;
      await this.publish();
    } catch (error) {
      throw this.explained(error);
    }
    process.off('exit', this.discard);
    return statSync(this.file).size;
  }

  async abandon(): Promise<void> {
    this.broken.abort(new BackupError('The backup was broken off.'));
    (this.zip.outputStream as unknown as Transform).destroy();
    await this.written.catch(() => {});
    this.discard();
    process.off('exit', this.discard);
  }

  /** Never replaces a file that came meanwhile. */
  private async publish() {
    try {
      await link(this.draft, this.file);
      this.discard();
    } catch (error) {
      if (existsSync(this.file)) throw error;
      // Not every file system has links.
      await rename(this.draft, this.file);
    }
    await syncFolder(path.dirname(this.file));
  }

  private explained(error: unknown): unknown {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return new BackupError(`${this.file} is there already. Name another file.`);
    if (!syscall) return error;
    return new BackupError(`${this.file} cannot be written: ${message}`, { cause: error });
  }
}

/** Throws BackupError when no new file can be there. */
export function refuseUnfit(file: string) {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new BackupError(`${file} is a folder. Name a file in it.`);
  if (found) throw new BackupError(`${file} is there already. Name another file.`);
  const folder = path.dirname(file);
  if (!existsSync(folder)) throw new BackupError(`There is no folder ${folder}. Make it first.`);
}

/** So that the name outlives a power cut too. Windows has no such thing. */
async function syncFolder(folder: string) {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
