import { cast } from '../people/cast.ts';
import type { Sandbox } from '../sandbox.ts';
import { launchSystem, settingsFor } from '../settings-for.ts';
import { type Hub, startHub } from './hub.ts';
import { hubPage } from './page/hub-page.ts';
import { hubRows } from './page/hub-rows.ts';

/**
 * The hub of the demo, with a page at its address from which somebody plays the desktop system.
 *
 * @param port wanted port; the next free one where it is taken
 */
export async function demoHub(sandbox: Sandbox, port = 0): Promise<Hub> {
  const hub = await startHub({ port });
  const settings = settingsFor(sandbox);
  hub.alsoServe(
    hubPage({
      hub,
      rows: hubRows(cast(sandbox.people, sandbox.plans)),
      launchPage: `${sandbox.originOf('launch')}/launch.html`,
      settings: { ...settings, clinicalSystems: [...settings.clinicalSystems, launchSystem] },
    }),
  );
  return hub;
}
