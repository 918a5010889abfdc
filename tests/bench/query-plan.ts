import pg from 'pg';
import type { Tell } from './bench.ts';

/** A statement as it went to the database. */
interface Statement {
  text: string;
  values: unknown[];
}

/** What EXPLAIN (FORMAT JSON) tells of one node; times in milliseconds, of one loop. */
interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'CTE Name'?: string;
  'Subplan Name'?: string;
  'Join Type'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Actual Total Time': number;
  'Plan Rows': number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Node[];
}

/** Nodes that only hand rows on to the one above are left out. */
const PLUMBING =
  /^(Hash|Unique|Subquery Scan|Result|Append|CTE Scan|WorkTable Scan|Recursive Union|Materialize)$/;

/**
 * Tells how PostgreSQL answers what `work` asks of it: the statements are taken down on their way out of this process,
 * and each is run once more with EXPLAIN ANALYZE, in the same order, in one transaction that has the same settings.
 *
 * @param known the statements that were told before: how words are looked up is told once
 */
export async function tellPlans(
  client: pg.Client,
  work: () => Promise<unknown>,
  tell: Tell,
  known: Set<string> = new Set(),
): Promise<void> {
  const statements = await takenDown(work);
  await client.query('BEGIN');
  try {
    for (const { text, values } of statements) {
      if (/^\s*(BEGIN|COMMIT|ROLLBACK)\b/i.test(text)) continue;
      // The settings of the search: without them it would be another plan.
      if (/^\s*SELECT set_config/i.test(text)) await client.query(text, values);
      else {
        const [head = '', ...lines] = await explained(client, { text, values });
        const isKnown = known.has(text) && /"SearchWord"/.test(text);
        tell(isKnown ? `${head}, as above` : head);
        if (!isKnown) for (const line of lines) tell(line);
        known.add(text);
      }
    }
  } finally {
    await client.query('ROLLBACK');
  }
}

/** Whatever the pools of this process send while `work` runs. */
async function takenDown(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [asked, values] = given as [string | Statement, unknown[] | undefined];
    const { text, ...rest } = typeof asked === 'string' ? { text: asked } : asked;
    statements.push({ text, values: ('values' in rest ? rest.values : values) ?? [] });
    return (query as (...all: unknown[]) => unknown).apply(this, given);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return statements;
}

async function explained(client: pg.Client, { text, values }: Statement): Promise<string[]> {
  const { rows } = await client.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`, values);
  const [{ Plan: plan, 'Planning Time': planning, 'Execution Time': execution }] = rows[0]['QUERY PLAN'];
  const tables = [...new Set(text.match(/(?<=\b(?:FROM|JOIN) ")\w+/g))].join(', ');
  return [
    `  of ${tables}: planned in ${ms(planning)}, run in ${ms(execution)}, pages ${buffersOf(plan)}`,
    ...linesOf(plan, 2),
  ];
}

function linesOf(node: Node, depth: number): string[] {
  const isTold = !PLUMBING.test(node['Node Type']);
  const below = node.Plans?.flatMap((one) => linesOf(one, isTold ? depth + 1 : depth)) ?? [];
  if (!isTold) return below;
  return [`${'  '.repeat(depth)}${named(node)}: ${measured(node)}`, ...below];
}

function named(node: Node): string {
  const where = [node['Index Name'], node['Relation Name'] ?? node['CTE Name']].filter(Boolean).join(' on ');
  const sub = node['Subplan Name'] ? `(${node['Subplan Name']}) ` : '';
  const join = node['Join Type'] && node['Join Type'] !== 'Inner' ? ` ${node['Join Type']}` : '';
  return `${sub}${node['Node Type']}${join}${where ? ` ${where}` : ''}`;
}

function measured(node: Node): string {
  const loops = node['Actual Loops'];
  if (loops === 0) return 'never run';
  const thrownAway = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return [
    // These count no rows.
    /^Bitmap(And|Or)$/.test(node['Node Type'])
      ? ''
      : `${rounded(node['Actual Rows'])} rows (${rounded(node['Plan Rows'])} expected)`,
    loops > 1 ? `${rounded(loops)} times` : '',
    thrownAway > 0 ? `${rounded(thrownAway)} thrown away` : '',
    `${ms(node['Actual Total Time'] * loops)}`,
    `pages ${buffersOf(node)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Pages of 8 kB, with all that is below. */
const buffersOf = (node: Node) =>
  `${rounded(node['Shared Hit Blocks'])}${node['Shared Read Blocks'] > 0 ? ` + ${rounded(node['Shared Read Blocks'])} from disk` : ''}`;

const rounded = (n: number) => Math.round(n).toLocaleString('en');
const ms = (time: number) => `${time.toFixed(time < 10 ? 2 : 1)} ms`;
