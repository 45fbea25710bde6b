import type { PlantedBug } from './planted-bug.ts';

const ALLOWED = 'utils/tabs/allowed.ts';
const ALLOWED_TEST = 'tests/unit/tabs/allowed.test.ts';
const SENDER_TEST = 'tests/unit/tabs/sender.test.ts';
const DESK_MODEL = 'tests/unit/tabs/tab-desk-model.test.ts';

/** In what the background keeps for each tab, and whom it hears. */
export const BACKGROUND_BUGS: readonly PlantedBug[] = [
  {
    name: 'A late answer about the patient before is drawn beside the next',
    rule: 'S3',
    file: 'utils/tabs/visit.ts',
    find: 'if (running !== mine) return;\n      running = null;',
    replace: 'running = null;',
    caughtBy: ['tests/unit/tabs/visit.test.ts'],
  },
  {
    name: 'The view is sent to every frame that ever stood in the tab',
    rule: 'S5',
    file: 'utils/tabs/surface.ts',
    find: 'renew() {\n      holder = null;',
    replace: 'renew() {',
    caughtBy: [DESK_MODEL],
  },
  {
    name: 'A frame gets the view without the ticket',
    rule: 'S5',
    file: 'utils/tabs/surface.ts',
    find: 'ticketTaken || hello.generation !== generation || hello.ticket !== ticket',
    replace: 'ticketTaken || hello.generation !== generation',
    caughtBy: [DESK_MODEL],
  },
  {
    name: 'Whoever sends a message may say anything',
    rule: 'S5',
    file: ALLOWED,
    find: 'return kinds.includes(said.from.kind);',
    replace: 'return kinds.length > 0;',
    caughtBy: [ALLOWED_TEST],
  },
  {
    name: 'Another extension is heard',
    rule: 'S5',
    file: 'utils/tabs/sender.ts',
    find: 'if (!attributed.success || attributed.data.id !== browser.runtime.id)',
    replace: 'if (!attributed.success)',
    caughtBy: [SENDER_TEST],
  },
  {
    name: 'A document of no origin is heard',
    rule: 'S5',
    file: 'utils/tabs/sender.ts',
    find: "return place && isWebOrigin(origin) ? { kind: 'page', origin, ...place }",
    replace: "return place ? { kind: 'page', origin, ...place }",
    caughtBy: [SENDER_TEST],
  },
  {
    name: 'What a message holds is not parsed',
    rule: 'S6',
    file: ALLOWED,
    find: 'const said = { name, body: parsed.data, from };\n  return parsed.success && standsInTable(said)',
    replace: 'const said = { name, body: parsed.data ?? raw, from };\n  return standsInTable(said)',
    caughtBy: [ALLOWED_TEST],
  },
  {
    name: 'Pages of an origin that nobody has listed are enabled',
    rule: 'S9',
    file: 'utils/tabs/sites.ts',
    find: 'return systems.find(({ origins }) => origins.includes(patternAt(origin))) ?? null;',
    replace: 'return systems.find(({ origins }) => origins.includes(patternAt(origin))) ?? systems[0] ?? null;',
    caughtBy: ['tests/unit/tabs/look-alikes.test.ts'],
  },
  {
    name: 'A system is enabled although the browser gives no permission',
    rule: 'S9',
    file: 'utils/tabs/sites.ts',
    find: 'return system && (await browser.permissions.contains({ origins: [patternAt(origin)] })) ? system : null;',
    replace: 'return system;',
    caughtBy: ['tests/unit/tabs/sites.test.ts'],
  },
  {
    name: 'A plan is drawn before its being looked at is on record',
    rule: 'S10',
    file: 'utils/tabs/tab-desk.ts',
    find: 'const audit = plans ? record.stateOf(plans, now) : { pendingUntil: now.now };',
    replace: "if (plans) record.stateOf(plans, now);\n    const audit = 'kept' as const;",
    caughtBy: [DESK_MODEL],
  },
  {
    name: 'A view that could not be put on record counts as recorded',
    rule: 'S10',
    file: 'utils/tabs/view-record.ts',
    find: "kept.ok ? 'kept' : { failed: kept.code }",
    replace: "'kept'",
    caughtBy: ['tests/unit/tabs/view-record.test.ts'],
  },
  {
    name: 'An audit event that is kept twice is two events',
    rule: 'S10',
    file: 'utils/access/audit/keep-event.ts',
    find: 'if (held?.known || trail.delivered.has(toKeep.id)) return KEPT;',
    replace: '',
    caughtBy: ['tests/unit/access/audit/keep.test.ts'],
  },
  {
    name: 'A lost database of audit events is not told',
    rule: 'S10',
    file: 'utils/access/audit/keep-event.ts',
    find: 'if (!hasGap(books)) return;',
    replace: 'if (hasGap(books) || books) return;',
    caughtBy: ['tests/unit/access/audit/gaps.test.ts'],
  },
  {
    name: 'A bare 200 counts as the word that an audit event is stored',
    rule: 'S10',
    file: 'utils/access/audit/send-event.ts',
    find: "return saysWhere(answer, id) ? 'acknowledged' : 'later';",
    replace: "return 'acknowledged';",
    caughtBy: ['tests/unit/access/audit/deliver.test.ts'],
  },
];
