import type { WelcomePageProps } from '../../../../components/welcome/WelcomePage.tsx';
import { SERVICE } from '../story.ts';
import type { PageStory } from './page-story.ts';

const SYSTEMS: WelcomePageProps['systems'] = [
  { name: 'Example GP record', state: 'enabled' },
  { name: 'Example out-of-hours queue', state: 'permissionNeeded' },
  { name: 'Example care-home record', state: 'off' },
];

function welcome(id: string, title: string, more: Partial<WelcomePageProps>): PageStory {
  const props: WelcomePageProps = {
    systems: [],
    service: null,
    keepsCopies: false,
    managed: new Set(),
    browser: 'chromium',
    ...more,
  };
  return { id: `welcome-${id}`, title, page: { of: 'welcome', props } };
}

/** The first page after installation. */
export const WELCOME_STORIES: readonly PageStory[] = [
  welcome('empty', 'Nothing is set up', {}),
  welcome('set', 'Set up by hand, copies kept, in Firefox', {
    systems: SYSTEMS,
    service: SERVICE,
    keepsCopies: true,
    browser: 'firefox',
  }),
  welcome('managed', 'Set up by the organisation', {
    systems: SYSTEMS,
    service: SERVICE,
    managed: new Set(['planService', 'clinicalSystems']),
  }),
];
