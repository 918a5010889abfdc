// A second process that goes on with loads as its worker would, until it is killed.
import { continueLoad } from '#lib/flows/lay-thread.ts';

process.on('message', (loadId: string) => void continueLoad(loadId));
process.send?.('ready');
