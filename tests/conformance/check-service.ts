import { openLedger } from './ledger.ts';
import { type RowReport, type ServiceReport, serviceReport } from './report.ts';
import { type Finding, fail, NotCheckable, notChecked, type Row } from './row.ts';
import { addressRow } from './rows/discovery-rows.ts';
import { ROW_GROUPS } from './rows.ts';
import { type Run, runOf } from './run.ts';
import { type Secrets, safeWords } from './safe-words.ts';
import { isProtected, type Wanted } from './wanted.ts';

/**
 * Checks a plan service row by row against docs/plan-service.md, with the product's own client wherever that has the
 * request.
 *
 * @param onRow told of each row as it ends
 * @returns never throws for anything a service does: every row ends in an outcome
 */
export async function checkService(
  wanted: Wanted,
  onRow: (row: RowReport) => void = () => undefined,
): Promise<ServiceReport> {
  const ledger = openLedger(wanted.base);
  const run = runOf(wanted, ledger);
  const mayAsk = isProtected(new URL(wanted.base));
  const rows: RowReport[] = [];
  try {
    for (const row of ROW_GROUPS.flatMap((group) => group.rows)) {
      const { value, requestIds } = await ledger.during(() => ended(row, run, mayAsk));
      const report = reportOf(row, { requestIds, ...value }, secretsOf(wanted));
      rows.push(report);
      onRow(report);
    }
  } finally {
    ledger.close();
  }
  return serviceReport(wanted.base, run.startedAt, rows);
}

async function ended(row: Row, run: Run, mayAsk: boolean): Promise<Finding> {
  if (!mayAsk && row !== addressRow) return notChecked('Nothing was asked; see the first row.');
  try {
    return await row.check(run);
  } catch (error) {
    if (error instanceof NotCheckable) return notChecked(error.message);
    // Only something no check has foreseen leads here, and what no check has foreseen nobody may take for right.
    const name = error instanceof Error ? error.name : 'unknown';
    return fail(`The answer cannot be judged, and this check stopped (${name}). Tell whoever looks after Planside.`);
  }
}

function secretsOf({ nhsNumber, birthDate, token }: Wanted): Secrets {
  return { nhsNumber, birthDate, token };
}

function reportOf({ id, title, required }: Row, finding: Finding, secrets: Secrets): RowReport {
  const { outcome, reason, requestIds = [] } = finding;
  return { id, title, required, outcome, reason: safeWords(reason, secrets), requestIds };
}
