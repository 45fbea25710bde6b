import { describe, expect, it } from 'vitest';
import { hasDisplay, whatToTry } from '../../commands/what-to-try.ts';
import { DEMO_PEOPLE } from '../../sandbox/people/demo-people.ts';

describe('display', () => {
  it('is there on Windows and macOS, and on Linux when it says so', () => {
    expect(hasDisplay('win32', {})).toBe(true);
    expect(hasDisplay('darwin', {})).toBe(true);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
    expect(hasDisplay('linux', {})).toBe(false);
  });
});

describe('what to try', () => {
  const said = whatToTry(
    {
      accounts: [
        { username: 'gp', password: 'gp-sandbox', roles: [{ role: 'GP', organisation: 'A practice' }] },
        { username: 'out-of-hours', password: 'ooh', roles: [{ role: 'Clinician', organisation: 'A provider' }] },
      ],
      systems: {
        gpRecord: 'http://gp.localhost',
        outOfHours: 'http://ooh.localhost',
        careHome: 'http://home.localhost',
      },
      planService: { name: 'Sandbox plans', origin: 'http://plans.localhost' },
    },
    DEMO_PEOPLE,
    { switches: 'http://plans.localhost/switches', gallery: 'http://gallery.localhost', hub: 'http://hub.localhost' },
  );

  it('names a person for each system', () => {
    expect(said).toMatch(/GP record +http:\/\/gp\.localhost +open Margaret Reed \(999 104 5120\)/);
    expect(said).toMatch(/Out of hours +http:\/\/ooh\.localhost +take the call of Patrick Doyle \(999 260 7939\)/);
    expect(said).toMatch(/Care home +http:\/\/home\.localhost +open Arthur Bell \(999 596 2837\)/);
  });

  it('says where people are opened from outside', () => {
    expect(said).toMatch(/FHIRcast hub, or through the launch page: http:\/\/hub\.localhost$/m);
  });

  it('lists the accounts in columns, the switches, and the gallery', () => {
    expect(said).toContain(
      '  gp            gp-sandbox  GP, A practice\n  out-of-hours  ooh         Clinician, A provider\n',
    );
    expect(said).toContain('http://plans.localhost/switches');
    expect(said).toContain(
      "Every state of the sidebar and of Planside's own pages, each in a frame: http://gallery.localhost",
    );
  });
});
