import type { ServiceCheck, Step } from '../../utils/health/check-service.ts';
import type { Health, Site } from '../../utils/health/health.ts';
import type { ShownFault } from '../../utils/health/notes.ts';
import type { UnreadableCause } from '../../utils/view/view.ts';
import { londonTime } from '../format/london-time.ts';
import { PAGE_CODE } from '../states/page-codes.ts';
import type { HealthWords } from '../words/en/health.ts';
import { packRows } from './pack-rows.ts';

/** One thing that was looked at. `isWrong`: somebody has to do something about it. */
export type Row = { readonly label: string; readonly value: string; readonly isWrong?: boolean };
export type Part = { readonly id: string; readonly heading: string; readonly rows: readonly Row[] };

/** Everything the helpdesk sees, in words: the page draws it, and the text that is copied is made of nothing else. */
export function healthParts(health: Health, check: ServiceCheck | null, words: HealthWords): readonly Part[] {
  const { versions, settings, service, sites, pack, session, audit, faults, dropped } = words;
  return [
    ...supportPart(health, words),
    { id: 'versions', heading: versions.heading, rows: versionRows(health, words) },
    { id: 'settings', heading: settings.heading, rows: settingsRows(health, words) },
    { id: 'service', heading: service.heading, rows: serviceRows(health, check, words) },
    { id: 'sites', heading: sites.heading, rows: siteRows(health, words) },
    { id: 'pack', heading: pack.heading, rows: packRows(health, words, moment) },
    { id: 'session', heading: session.heading, rows: [sessionRow(health, words)] },
    { id: 'audit', heading: audit.heading, rows: [auditRow(health, words)] },
    { id: 'faults', heading: faults.heading, rows: orNone(health.faults.map(faultRow), faults.none) },
    { id: 'dropped', heading: dropped.heading, rows: orNone(droppedRows(health), dropped.none) },
  ];
}

/** The same as plain text, for a ticket. */
export function healthText(parts: readonly Part[], title: string, at: number): string {
  const lines = parts.flatMap(({ heading, rows }) => [
    '',
    heading,
    ...rows.map(({ label, value }) => (label === '' ? `- ${value}` : `- ${label}: ${value}`)),
  ]);
  return [`${title}, ${moment(at)}`, ...lines, ''].join('\n');
}

/** `2026-11-26 14:32`, in London: it has to be compared with the service's own records. */
function moment(at: number): string {
  const { date, clock } = londonTime(at);
  return `${date} ${clock}`;
}

function versionRows({ versions }: Health, words: HealthWords): readonly Row[] {
  return (['planside', 'browser', 'build'] as const).map((what) => ({
    label: words.versions[what],
    value: versions[what],
  }));
}

function settingsRows(health: Health, { settings }: HealthWords): readonly Row[] {
  const { isOwnGood, organisation, surfaces } = health;
  const where = surfaces.map((surface) => settings.surface[surface]).join(', ');
  return [
    ...(organisation
      ? [{ label: settings.organisation, value: `${organisation.name} (${organisation.odsCode})` }]
      : []),
    ...policyRows(health.policy, settings),
    { label: settings.own, value: isOwnGood ? settings.good : 'SETTINGS-BROKEN', isWrong: !isOwnGood },
    { label: settings.surfaces, value: where },
  ];
}

function policyRows(policy: Health['policy'], words: HealthWords['settings']): readonly Row[] {
  const label = words.policy;
  switch (policy.is) {
    case 'none':
    case 'awaited':
      return [{ label, value: words[policy.is] }];
    case 'set':
      return [{ label, value: policy.keys.join(', ') }];
    case 'broken': {
      const { code, places, lastGood } = policy;
      const value = words.broken(code, places.filter((place) => place !== '').join(', '));
      const held = lastGood ? words.held(lastGood.join(', ')) : words.nothingHeld;
      return [
        { label, value, isWrong: true },
        { label: words.untilMended, value: held },
      ];
    }
  }
}

function supportPart({ support }: Health, { support: words }: HealthWords): readonly Part[] {
  if (!support) return [];
  const rows = (['name', 'telephone', 'email', 'address'] as const).flatMap((what) =>
    support[what] === undefined ? [] : [{ label: words[what], value: support[what] }],
  );
  return [{ id: 'support', heading: words.heading, rows }];
}

const STEPS = ['discovery', 'capability', 'signInKeys', 'auditKeys'] as const;

function serviceRows({ planService }: Health, check: ServiceCheck | null, words: HealthWords): readonly Row[] {
  const { service } = words;
  if (!planService) return [{ label: '', value: service.notSet, isWrong: true }];
  const asked = STEPS.map((step) => ({
    label: service[step],
    ...(check ? stepSays(check[step], words) : { value: service.notChecked }),
  }));
  const addresses = planService.map((site) => siteRow(site, words));
  if (!check) return [...addresses, ...asked, { label: service.clock, value: service.notChecked }];
  const at = { label: service.checkedAt, value: moment(check.at) };
  return [...addresses, at, ...asked, { label: service.clock, ...clockSays(check.clockAhead, words) }];
}

function stepSays(step: Step, { service }: HealthWords): Omit<Row, 'label'> {
  if (step.is === 'failed') return { value: service.failed(step.code), isWrong: true };
  return { value: step.is === 'answered' ? service.answered(step.ms) : service.notAsked };
}

/** Seconds by which no plan looks older or newer than it is. */
const RIGHT_S = 5;

function clockSays(ahead: number | null, { service }: HealthWords): Omit<Row, 'label'> {
  if (ahead === null) return { value: service.noTime };
  const seconds = Math.round(ahead / 1_000);
  if (Math.abs(seconds) <= RIGHT_S) return { value: service.right };
  return { value: seconds > 0 ? service.ahead(seconds) : service.behind(-seconds), isWrong: true };
}

function siteRows({ systems }: Health, words: HealthWords): readonly Row[] {
  const { sites } = words;
  const rows = systems.flatMap(({ id, adapter, isSwitchedOff, sites: own }) => [
    { label: id, value: isSwitchedOff ? sites.off : adapter ? sites.adapter(adapter) : sites.standard },
    ...own.map((site) => siteRow(site, words)),
  ]);
  return orNone(rows, sites.none);
}

function siteRow({ origin, isGranted }: Site, { sites }: HealthWords): Row {
  return { label: origin, value: isGranted ? sites.granted : sites.missing, isWrong: !isGranted };
}

function sessionRow({ session }: Health, words: HealthWords): Row {
  const { now, since, unknown, states } = words.session;
  if (!session) return { label: now, value: unknown };
  const { kind, cause, code, at } = session;
  const why = [cause, code].filter((each) => each !== null);
  return { label: now, value: [states[kind] ?? kind, ...why, since(moment(at))].join(', ') };
}

const HOUR_MS = 3_600_000;

function auditRow({ audit, at }: Health, words: HealthWords): Row {
  const label = words.audit.waiting;
  if (audit.waiting === null) return { label, value: words.audit.unreadable, isWrong: true };
  if (audit.waiting === 0 || audit.since === null) return { label, value: String(audit.waiting) };
  const hours = Math.floor(Math.max(0, at - audit.since) / HOUR_MS);
  return { label, value: `${audit.waiting}, ${words.audit.noneOlder(hours)}`, isWrong: hours > 0 };
}

function faultRow({ at, kind, cause, code }: ShownFault): Row {
  const pageCode = kind === 'unreadable' ? PAGE_CODE[cause as UnreadableCause] : undefined;
  const value = [kind, cause, code ?? pageCode].filter((each) => each !== null && each !== undefined);
  return { label: moment(at), value: value.join(' ') };
}

function droppedRows({ dropped }: Health): readonly Row[] {
  return Object.entries(dropped).map(([what, count]) => ({ label: what, value: String(count) }));
}

function orNone(rows: readonly Row[], none: string): readonly Row[] {
  return rows.length > 0 ? rows : [{ label: '', value: none }];
}
