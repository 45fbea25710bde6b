export type Demonstration = {
  accounts: readonly { username: string; password: string; roles: readonly { role: string; organisation: string }[] }[];
  systems: { gpRecord: string; outOfHours: string; careHome: string };
  planService: { name: string; origin: string };
};

/** Addresses besides the clinical systems. */
export type DemoPages = { switches: string; gallery: string; hub: string };

type DemoPerson = { givenNames: readonly string[]; familyName: string; nhsNumber: string };

/** Whether a person could see a browser window: Windows and macOS always have a screen, Linux says so. */
export function hasDisplay(platform: NodeJS.Platform, env: Record<string, string | undefined>): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * What `npm start` tells the person in front of the browser: where the clinical systems are and whom to open there,
 * who can sign in to the plan service, how people are opened from outside, how to break it, and where every state of the
 * sidebar can be seen. `people` are the demo's three, one for each system.
 */
export function whatToTry(demonstration: Demonstration, people: readonly DemoPerson[], pages: DemoPages): string {
  const { systems, accounts, planService } = demonstration;
  const [inRecord, ringing, resident] = people.map(named);
  const rows = accounts.map(({ username, password, roles }) => [
    username,
    password,
    roles.map(({ role, organisation }) => `${role}, ${organisation}`).join('; '),
  ]);
  return [
    'Three clinical systems are open, one in each tab. Any name and password signs in to them.',
    ...columns([
      ['GP record', systems.gpRecord, `open ${inRecord}`],
      ['Out of hours', systems.outOfHours, `take the call of ${ringing}`],
      ['Care home', systems.careHome, `open ${resident}`],
    ]),
    '',
    `Planside asks you to sign in to the plan service "${planService.name}" once. Its accounts, user name and password:`,
    ...columns(rows),
    '',
    `To be a desktop system that opens people through a FHIRcast hub, or through the launch page: ${pages.hub}`,
    `To make the plan service slow, wrong or silent: ${pages.switches}`,
    `Every state of the sidebar and of Planside's own pages, each in a frame: ${pages.gallery}`,
    'Everybody and everything here is invented. Press Ctrl-C to stop.',
  ].join('\n');
}

/** "Margaret Reed (999 104 5120)" */
function named({ givenNames, familyName, nhsNumber }: DemoPerson): string {
  return `${givenNames[0] ?? ''} ${familyName} (${nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3')})`;
}

function columns(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
