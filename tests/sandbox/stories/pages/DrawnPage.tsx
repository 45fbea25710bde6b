import type { JSX } from 'preact';
import { FindPage, NobodyOpen } from '../../../../components/find/FindPage.tsx';
import { HealthPage } from '../../../../components/health/HealthPage.tsx';
import { OptionsPage } from '../../../../components/options/OptionsPage.tsx';
import { PrivacyPage } from '../../../../components/privacy/PrivacyPage.tsx';
import { TeachPage } from '../../../../components/teach/TeachPage.tsx';
import { WelcomePage } from '../../../../components/welcome/WelcomePage.tsx';
import { PageWordsContext, pageWordsIn } from '../../../../components/words/pages.ts';
import { WordsContext } from '../../../../components/words/words.ts';
import type { Language } from '../../../../utils/view/language.ts';
import { wordsIn } from '../../../words-in.ts';
import type { OwnPage } from './page-story.ts';

/** As `entrypoints/find/index.html` has it; the frame of whoever is open is left empty. */
function Find({ props }: Extract<OwnPage, { of: 'find' }>): JSX.Element {
  return (
    <>
      <div id="find">
        <FindPage {...props} />
      </div>
      <aside id="plan" aria-label="Planside">
        <div id="hint">
          <NobodyOpen view={props.view} />
        </div>
        <div id="frames" />
      </aside>
    </>
  );
}

function Page({ page, language }: { page: Exclude<OwnPage, { of: 'find' }>; language: Language }): JSX.Element {
  switch (page.of) {
    case 'options':
      return <OptionsPage {...page.props} />;
    case 'welcome':
      return <WelcomePage {...page.props} />;
    case 'health':
      return <HealthPage {...page.props} />;
    case 'privacy':
      return <PrivacyPage />;
    case 'teach':
      return <TeachPage {...page.props} dates={wordsIn(language).DATES} />;
  }
}

/** One of the extension's own pages, as its entrypoint draws it. */
export function DrawnPage({ page, language }: { page: OwnPage; language: Language }): JSX.Element {
  if (page.of === 'find') {
    return (
      <WordsContext.Provider value={wordsIn(language)}>
        <Find {...page} />
      </WordsContext.Provider>
    );
  }
  return (
    <PageWordsContext.Provider value={pageWordsIn(language)}>
      <Page page={page} language={language} />
    </PageWordsContext.Provider>
  );
}
