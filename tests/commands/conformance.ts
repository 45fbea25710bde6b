// A plan service against docs/plan-service.md, row by row; or documents through the reader (docs/conformance.md).
// npm run conformance -- --base URL --nhs-number N [--birth-date D] [--token T | --client-id C] [--json FILE]
// npm run conformance -- --documents DIR [--json FILE]; exit 1 on any fail or crash, 2 on wrong usage.
import { writeFile } from 'node:fs/promises';
import { checkService } from '../conformance/check-service.ts';
import { documentLines, readFolder } from '../conformance/documents/read-folder.ts';
import { headLine, rowWriter, summaryLines } from '../conformance/table.ts';
import { USAGE, type Usage, usageFrom } from '../conformance/usage.ts';

async function main(): Promise<number> {
  const usage = usageFrom(process.argv.slice(2), process.env, (line) => console.error(line));
  if (usage.kind === 'wrong') {
    console.error([usage.why, ...USAGE].join('\n'));
    return 2;
  }
  return usage.kind === 'documents' ? checkDocuments(usage) : checkPlanService(usage);
}

async function checkPlanService({ wanted, json }: Extract<Usage, { kind: 'service' }>): Promise<number> {
  const rowLines = rowWriter(Math.min(140, Math.max(90, process.stdout.columns ?? 120)));
  console.log(headLine(wanted.base, new Date().toISOString()));
  const report = await checkService(wanted, (row) => console.log(rowLines(row).join('\n')));
  console.log(summaryLines(report).join('\n'));
  return (await written(json, report)) ? Math.sign(report.failed) : 2;
}

async function checkDocuments({ folder, json }: Extract<Usage, { kind: 'documents' }>): Promise<number> {
  const report = await readFolder(folder).catch(() => null);
  if (report === null) {
    console.error('The folder cannot be read.');
    return 2;
  }
  console.log(documentLines(report).join('\n'));
  const hasCrashed = report.documents.some(({ outcome }) => outcome === 'crash');
  return (await written(json, report)) ? Number(hasCrashed) : 2;
}

async function written(file: string | null, report: unknown): Promise<boolean> {
  if (file === null) return true;
  try {
    await writeFile(file, `${JSON.stringify(report, null, 1)}\n`);
    return true;
  } catch {
    console.error('The file of --json cannot be written.');
    return false;
  }
}

process.exitCode = await main();
