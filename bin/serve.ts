// The server: under `npm start`, in a container, and on each of several machines. Build and migrate first.
const dev = process.argv.includes('--dev');

// React and Next read it when they are loaded, hence the imports below.
Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' });

const { disconnect } = await import('#lib/db/client.ts');
const { serve } = await import('#lib/http/serve.ts');
const { ConfigurationError } = await import('#lib/env/env.ts');

/** In all, in milliseconds, whatever hangs. */
const LONGEST_STOP = 4_000;

let stopping = false;

async function stop() {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), LONGEST_STOP);
  await starting.then((server) => server.stop());
  await disconnect();
  process.exit(0);
}

// In development Next serves the API too, and reads it anew when it changes.
const api = dev ? null : await import('./routes.ts').then(({ loadApiRoutes }) => loadApiRoutes());
const starting = serve({ dev, api });
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
// Whoever started us is gone, killed perhaps, and the embedded database goes with it.
process.on('disconnect', stop);

try {
  await starting;
  process.send?.({ listening: true });
} catch (error) {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  if (taken) console.error('The port is taken by another program. Stop that one, or set PORT to another.');
  else console.error(error instanceof ConfigurationError ? error.message : error);
  process.exit(1);
}

export {};
