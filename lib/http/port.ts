import { createServer } from 'node:net';

/** Whether some program listens there already. For localhost on either of its addresses: browsers try both. */
export async function portTaken(host: string, port: number): Promise<boolean> {
  const addresses = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
  const taken = await Promise.all(addresses.map((address) => cannotListen(address, port)));
  return taken.includes(true);
}

function cannotListen(address: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has no ::1 to be taken.
      if (address === '::1' && error.code !== 'EADDRINUSE') resolve(false);
      else if (error.code === 'EADDRINUSE') resolve(true);
      else reject(error);
    });
    probe.listen(port, address, () => probe.close(() => resolve(false)));
  });
}
