import { auditClass } from './audit/audit-class.ts';
import { browserKillsClass } from './browser-kills/browser-kills-class.ts';
import { clockClass } from './clock/clock-class.ts';
import { clockEdgesClass } from './clock/clock-edges-class.ts';
import { corruptedClass } from './corrupted/corrupted-class.ts';
import { spoiledValuesClass } from './corrupted/spoiled-values-class.ts';
import { documentsClass } from './documents/documents-class.ts';
import type { FaultClass } from './fault-class.ts';
import { killsClass } from './kills/kills-class.ts';
import { messagesClass } from './messages/messages-class.ts';
import { oauthClass } from './oauth/oauth-class.ts';
import { offlineClass } from './offline/offline-class.ts';
import { pagesClass } from './pages/pages-class.ts';
import { panelClass } from './panel/panel-class.ts';
import { quotaClass } from './quota/quota-class.ts';
import { reloadsClass } from './reloads/reloads-class.ts';
import { revokedClass } from './revoked/revoked-class.ts';
import { serviceFaultsClass } from './service-faults/service-faults-class.ts';
import { soakClass } from './soak/soak-class.ts';
import { pixelsClass } from './switches/pixels-class.ts';
import { switchesClass } from './switches/switches-class.ts';
import { tabLivesClass } from './tab-lives/tab-lives-class.ts';
import { tabsClass } from './tabs/tabs-class.ts';
import { underUseClass } from './under-use/under-use-class.ts';

/** Every kind of fault that campaigns play. */
export const CLASSES: readonly FaultClass[] = [
  auditClass,
  browserKillsClass,
  clockClass,
  clockEdgesClass,
  documentsClass,
  killsClass,
  messagesClass,
  oauthClass,
  offlineClass,
  pagesClass,
  panelClass,
  reloadsClass,
  revokedClass,
  serviceFaultsClass,
  pixelsClass,
  switchesClass,
  tabsClass,
  tabLivesClass,
  soakClass,
  quotaClass,
  corruptedClass,
  spoiledValuesClass,
  underUseClass,
];
