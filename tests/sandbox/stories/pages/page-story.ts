import type { FindPageProps } from '../../../../components/find/FindPage.tsx';
import type { HealthPageProps } from '../../../../components/health/HealthPage.tsx';
import type { OptionsPageProps } from '../../../../components/options/OptionsPage.tsx';
import type { TeachPageProps } from '../../../../components/teach/TeachPage.tsx';
import type { WelcomePageProps } from '../../../../components/welcome/WelcomePage.tsx';
import type { Told } from '../story.ts';

/** One of the extension's own pages, with everything it is drawn from. */
export type OwnPage =
  | { readonly of: 'find'; readonly props: FindPageProps }
  | { readonly of: 'options'; readonly props: OptionsPageProps }
  | { readonly of: 'welcome'; readonly props: WelcomePageProps }
  | { readonly of: 'health'; readonly props: HealthPageProps }
  | { readonly of: 'privacy' }
  | { readonly of: 'teach'; readonly props: Omit<TeachPageProps, 'dates'> };

/** One state of a page of the extension's own. */
export type PageStory = Told & {
  readonly page: OwnPage;
  /** What somebody types before anything is pressed: by selector. */
  readonly typed?: Readonly<Record<string, string>>;
};
