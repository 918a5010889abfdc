// A process that starts a data folder's database, says so, and waits to be killed.
import { startEmbedded } from '#lib/db/embedded.ts';

const { url, pid } = await startEmbedded({ data: process.argv[2] as string, throwaway: true });
process.stdout.write(`${JSON.stringify({ url, pid })}\n`);
setInterval(() => {}, 60_000);
