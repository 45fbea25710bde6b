import type { Target } from '../commands/build.ts';

/** What the shipped manifest says, word for word; whoever changes `wxt.config.ts` says so here as well. */
const keys = (letter: string) => ({
  suggested_key: { default: `Alt+Shift+${letter}`, mac: `MacCtrl+Shift+${letter}` },
});

const ACTION = {
  default_title: 'Planside',
  default_icon: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png' },
};

const PERMISSIONS = ['storage', 'scripting', 'identity', 'idle', 'alarms', 'contextMenus', 'activeTab'];

const COMMON = {
  manifest_version: 3,
  name: '__MSG_name__',
  description: '__MSG_description__',
  default_locale: 'en',
  icons: {
    16: 'icon/16.png',
    32: 'icon/32.png',
    48: 'icon/48.png',
    96: 'icon/96.png',
    128: 'icon/128.png',
  },
  permissions: PERMISSIONS,
  action: ACTION,
  commands: {
    _execute_action: keys('P'),
    'open-panel': { ...keys('O'), description: '__MSG_openPanel__' },
    find: { ...keys('F'), description: '__MSG_find__' },
    'hide-now': { ...keys('H'), description: '__MSG_hideNow__' },
  },
  optional_host_permissions: ['https://*/*'],
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; connect-src 'self' https: wss:; base-uri 'none'; form-action 'none'",
  },
};

const SIDEBAR = { resources: ['sidebar.html'], matches: ['https://*/*'] };

const CHROMIUM = {
  minimum_chrome_version: '130',
  permissions: [...PERMISSIONS, 'sidePanel'],
  side_panel: { default_path: 'sidepanel.html' },
  storage: { managed_schema: 'managed_schema.json' },
  omnibox: { keyword: 'plan' },
  web_accessible_resources: [{ ...SIDEBAR, use_dynamic_url: true }],
  background: { service_worker: 'background.js' },
  options_ui: { page: 'options.html', open_in_tab: true },
};

const FOR_TARGET: Readonly<Record<Target, object>> = {
  chrome: CHROMIUM,
  edge: CHROMIUM,
  firefox: {
    action: { ...ACTION, default_area: 'navbar' },
    sidebar_action: { default_panel: 'sidepanel.html', default_title: 'Planside', open_at_install: false },
    web_accessible_resources: [SIDEBAR],
    background: { scripts: ['background.js'] },
    options_ui: { page: 'options.html', open_in_tab: true },
    browser_specific_settings: {
      gecko: {
        id: 'planside@example.org',
        strict_min_version: '153.0',
        data_collection_permissions: { required: ['healthInfo', 'personallyIdentifyingInfo', 'authenticationInfo'] },
      },
    },
  },
  safari: {
    web_accessible_resources: [SIDEBAR],
    background: { service_worker: 'background.js' },
    options_ui: { page: 'options.html' },
  },
};

/** The manifest of one product build, version and all. */
export function expectedManifest(target: Target, version: string): object {
  return { ...COMMON, ...FOR_TARGET[target], version };
}
