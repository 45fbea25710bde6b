import { browser } from '../browser.ts';
import { openHealth } from '../health/open-health.ts';
import { enablePage } from '../options/enable-page.ts';
import { openTeaching } from '../options/open-teaching.ts';
import type { KeptSession } from '../session/keep-session.ts';
import type { InForce } from '../settings/settings.ts';
import type { SidebarCommand } from '../view/view.ts';
import { openFind } from './open-find.ts';

/** What a command can change outside the tab it comes from. */
export type FollowOptions = {
  readonly session: KeptSession;
  readonly settings: () => Promise<InForce>;
  readonly hide: (hidden: boolean) => void;
};

/** Does what a command asks of all tabs; those of one tab alone its desk has followed. */
export function followCommand(command: SidebarCommand, { session, settings, hide }: FollowOptions): void {
  switch (command.do) {
    case 'signIn':
      return void session.signIn();
    case 'cancel':
      return void session.stopSignIn();
    case 'signOut':
      return void session
        .signOut()
        .then(async () => openLogOutPage(await settings()))
        .catch(notNow);
    case 'lock':
      return void session.lock('asked');
    case 'hideNow':
    case 'showAgain':
      return void hide(command.do === 'hideNow');
    case 'chooseRole':
      return void session.actAs(command.index).catch(notNow);
    case 'switchRole':
      return void session.actAs(null).catch(notNow);
    case 'find':
      return void openFind().catch(notNow);
    case 'health':
      return void openHealth().catch(notNow);
    case 'teach':
      return void openTeaching(command.system).catch(notNow);
    case 'enableHere':
      return void enablePage(command.origin).catch(notNow);
    default:
  }
}

/** Where the organisation wants people to go once they have signed out: a smart card to be taken out, a portal to be left. */
async function openLogOutPage({ logOutPage }: InForce): Promise<void> {
  if (logOutPage !== undefined) await browser.tabs.create({ url: logOutPage });
}

/** Storage or a window that does not answer: the next event tries again, and nothing is shown that depends on it. */
function notNow(): void {}
