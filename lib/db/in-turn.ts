import { PrismaPg } from '@prisma/adapter-pg';

type Transaction = Awaited<ReturnType<Awaited<ReturnType<PrismaPg['connect']>>['startTransaction']>>;

/**
 * A transaction has one connection, and a connection answers one query at a time: whatever is asked at once there, by
 * our `Promise.all` or by Prisma for the relations of a row, waits for its turn here. pg lets it wait too, but warns,
 * and will refuse it.
 */
export class InTurn extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => inTurn(await start(level));
    return adapter;
  }
}

function inTurn(tx: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve();
  // A query that failed does not keep the next one from being sent: that one is told so by the database.
  const next = <T>(send: () => Promise<T>): Promise<T> => {
    const sent = last.then(send, send);
    last = sent;
    return sent;
  };
  const query = tx.queryRaw.bind(tx);
  const execute = tx.executeRaw.bind(tx);
  tx.queryRaw = (sought) => next(() => query(sought));
  tx.executeRaw = (order) => next(() => execute(order));
  return tx;
}
