#!/usr/bin/env node
// Prisma's command line calls a "schema engine" binary that it downloads. This stands in for it, without a
// download: the same engine compiled to WASM, behind the same protocol (JSON-RPC, a line a message). The
// queries reach PostgreSQL through the pg driver. TypedSQL (`generate --sql`) is not supported.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const argv = process.argv.slice(2);
const options = (name) => argv.flatMap((item, i) => (item === name ? [argv[i + 1]] : []));
const url = JSON.parse(options('--datasource')[0] ?? '{}').url ?? process.env.DATABASE_URL;

function withDatabase(address, name) {
  const changed = new URL(address);
  changed.pathname = `/${name}`;
  return changed.toString();
}
const databaseOf = (address) => decodeURIComponent(new URL(address).pathname.slice(1));

async function connected(address, work) {
  const client = new pg.Client(address);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
const createDatabase = (address) =>
  connected(withDatabase(address, 'postgres'), (client) =>
    client.query(`CREATE DATABASE ${client.escapeIdentifier(databaseOf(address))}`),
  );

/** `schema-engine cli can-connect-to-database | create-database`: answers with its exit code. */
async function runCommand(command) {
  const log = (level, message, extra = {}) =>
    process.stderr.write(
      `${JSON.stringify({
        timestamp: new Date().toISOString(),
        level,
        fields: { message, ...extra },
        target: 'schema_engine::logger',
      })}\n`,
    );
  try {
    if (command === 'can-connect-to-database') await connected(url, () => {});
    else if (command === 'create-database') await createDatabase(url);
    log('INFO', 'Connection successful');
    process.exit(0);
  } catch (error) {
    process.stderr.write('\n');
    log('ERROR', error.message, { is_panic: false, error_code: error.code === '3D000' ? 'P1003' : 'P1001' });
    process.exit(1);
  }
}

// The engine describes the database from PostgreSQL's catalogue, whose column types the adapter refuses:
// type oid -> the adapter's column type.
const CATALOGUE_TYPES = new Map([
  [18, 6], // "char"
  [1002, 71], // "char"[]
  [1003, 71], // name[]
  [22, 64], // int2vector
  [28, 1], // xid
  [30, 65], // oidvector
  [24, 7], // regproc
  [194, 7], // pg_node_tree
  [2205, 7], // regclass
]);
const TEXT = 25;

function withRepairs(connection) {
  const { queryRaw, performIO } = connection;
  // The adapter cuts scripts at every semicolon, also inside a function's body. Whole, a migration is also atomic.
  connection.executeScript = async function (script) {
    await this.performIO({ sql: script, args: [], argTypes: [] });
  };
  connection.queryRaw = async function (query) {
    const replaced = [];
    const lenient = Object.create(this, {
      performIO: {
        value: async (statement) => {
          const result = await performIO.call(this, statement);
          result.fields.forEach((field, i) => {
            const type = CATALOGUE_TYPES.get(field.dataTypeID);
            if (type === undefined) return;
            replaced.push([i, type]);
            field.dataTypeID = TEXT;
          });
          return result;
        },
      },
    });
    const result = await queryRaw.call(lenient, query);
    for (const [i, type] of replaced) result.columnTypes[i] = type;
    return result;
  };
  return connection;
}

class CatalogueAdapter extends PrismaPg {
  async connect() {
    return withRepairs(await super.connect());
  }

  // The adapter's own one lands in the main database when it was given a connection string.
  async connectToShadowDb() {
    const shadow = withDatabase(url, `prisma_shadow_${randomUUID().replaceAll('-', '')}`);
    await createDatabase(shadow);
    const connection = await new CatalogueAdapter({ connectionString: shadow }).connect();
    const dispose = connection.dispose.bind(connection);
    connection.dispose = async () => {
      await dispose();
      await connected(withDatabase(url, 'postgres'), (client) =>
        client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(databaseOf(shadow))} WITH (FORCE)`),
      );
    };
    return connection;
  }
}

let panic = '';

async function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => {
      panic = message;
    },
  };
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const folder = path.dirname(
    createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
  );
  const module = new WebAssembly.Module(readFileSync(path.join(folder, 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings.SchemaEngine;
}

let engine;

async function engineFor(params) {
  if (engine) return engine;
  let models = options('--datamodels').map((file) => [file, readFileSync(file, 'utf8')]);
  // `diff` and `db execute` name no schema files: those of the request are taken.
  if (!models.length) {
    models = [params?.to, params?.from]
      .flatMap((side) => side?.files ?? [])
      .map((file) => [file.path, file.content]);
  }
  if (!models.length) models = [['schema.prisma', 'datasource db {\n  provider = "postgresql"\n}\n']];
  const SchemaEngine = await loadEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogueAdapter({ connectionString: url }));
  engine = await SchemaEngine.new({ datamodels: models }, () => {}, adapter);
  return engine;
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

/** What the WASM engine leaves to whoever holds it. */
const ours = {
  async createDatabase(params) {
    const address = params.datasource.url ?? url;
    await createDatabase(address);
    return { databaseName: databaseOf(address) };
  },
  async ensureConnectionValidity() {
    await connected(url, () => {});
    return {};
  },
  async dbExecute(params) {
    await connected(url, (client) => client.query(params.script));
    return null;
  },
  async getDatabaseVersion(params) {
    return (await engineFor(params)).version(undefined);
  },
  async diff(params, id) {
    const complete = { exitCode: null, script: false, ...withFilters(params) };
    const result = await (await engineFor(params)).diff(complete);
    if (result.stdout != null) send({ id: 1e6 + id, method: 'print', params: { content: result.stdout } });
    return result;
  },
  async introspect(params) {
    return (await engineFor(params)).introspect({ namespaces: null, ...withFilters(params) });
  },
};

const withFilters = (params) =>
  params && { ...params, filters: params.filters ?? { externalTables: [], externalEnums: [] } };

async function answer(line) {
  const { id, method, params } = JSON.parse(line);
  if (id === undefined || method === undefined) return;
  try {
    const handler = ours[method] ?? (async () => (await engineFor(params))[method](withFilters(params)));
    send({ id, result: (await handler(params, id)) ?? null });
  } catch (error) {
    const message = panic || String(error?.message ?? error);
    send({
      id,
      error: {
        code: 4466,
        message: 'An error happened. Check the data field for details.',
        data: { is_panic: false, message, error_code: error?.code ?? null, meta: null },
      },
    });
  }
}

function serve() {
  let pending = 0;
  let ended = false;
  const finish = () => {
    if (ended && pending === 0) process.exit(0);
  };
  const lines = readline.createInterface({ input: process.stdin });
  lines.on('line', async (line) => {
    if (!line.trim()) return;
    pending += 1;
    await answer(line);
    pending -= 1;
    finish();
  });
  lines.on('close', () => {
    ended = true;
    finish();
  });
}

if (argv.includes('cli')) await runCommand(argv.at(-1));
else serve();
