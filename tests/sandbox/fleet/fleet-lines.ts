import type { FleetReport, Peak } from './fleet-report.ts';

const SAYS: Readonly<Record<string, string>> = {
  patient: 'patient (search)',
  plans: 'plans (search)',
  elsewhere: 'plans elsewhere (search)',
  document: 'document',
  audit: 'audit event',
  token: 'token',
  signIn: 'sign-in pages',
  discover: 'discovery and signing keys',
  auditKeys: 'audit keys',
  metadata: 'capability',
  group: 'list of residents',
  pack: 'adapter pack (wherever it is published)',
};

/** The report as Markdown, which reads as text too: docs/deploy/fleet.md holds one. */
export function fleetLines(report: FleetReport): string[] {
  const { extensions, seed, planService, forgetful } = report;
  return [
    `${number(extensions)} extensions, one working day, seed ${seed}`,
    '',
    '| requests | a day | busiest second | MB sent |',
    '|---|---:|---:|---:|',
    ...Object.keys(SAYS).flatMap((kind) => kindLine(report, kind)),
    `| **plan service, all** | ${number(planService.requests)} | ${peak(planService.peak)} | |`,
    `| the same, where browsers stop the background whenever they may | ${number(forgetful.requests)} | ${peak(forgetful.peak)} | |`,
    '',
    ...etagLines(report),
    '',
    '| away from 10:30 to 10:45 | waits | refused | busiest second meanwhile | in the quarter of an hour after |',
    '|---|---|---:|---:|---:|',
    ...report.outages.map(
      ({ outage, jitter, refused, peakDuring, peakAfter }) =>
        `| ${outage === 'service' ? 'the plan service' : 'the network of all computers at once'} | ${jitter ? 'with chance' : 'without'} | ${number(refused)} | ${peak(peakDuring)} | ${peak(peakAfter)} |`,
    ),
  ];
}

function kindLine({ kinds }: FleetReport, kind: string): string[] {
  const of = kinds[kind];
  return of
    ? [`| ${SAYS[kind]} | ${number(of.answered + of.refused)} | ${peak(of.peak)} | ${megabytes(of.bytes)} |`]
    : [];
}

/** What asking “has it changed?” spares. */
function etagLines({ kinds, forgetful }: FleetReport): string[] {
  const rows = [
    { what: 'documents', of: kinds.document },
    { what: 'documents, where the background is stopped', of: forgetful.documents },
    { what: 'adapter packs', of: kinds.pack },
  ];
  return [
    '| ETag | asked for | unchanged | MB sent | MB without |',
    '|---|---:|---:|---:|---:|',
    ...rows.flatMap(({ what, of }) =>
      of
        ? [
            `| ${what} | ${number(of.answered)} | ${number(of.unchanged)} | ${megabytes(of.bytes)} | ${megabytes(of.bytes + of.spared)} |`,
          ]
        : [],
    ),
  ];
}

function peak({ requests, second }: Peak): string {
  return requests === 0 ? '0' : `${number(requests)} at ${second}`;
}

function number(count: number): string {
  return count.toLocaleString('en-GB');
}

function megabytes(bytes: number): string {
  return number(Math.round(bytes / 1_000_000));
}
