import { render } from 'preact';
import { PrivacyPage } from '../../components/privacy/PrivacyPage.tsx';
import '../../components/options/options.css';
import { PageWordsContext, pageWordsIn } from '../../components/words/pages.ts';
import { languageOf, readSettings } from '../../utils/settings/settings.ts';

const language = languageOf(await readSettings());
const words = pageWordsIn(language);
document.documentElement.lang = language === 'cy' ? 'cy' : 'en-GB';
document.title = words.PRIVACY.title;
render(
  <PageWordsContext.Provider value={words}>
    <PrivacyPage />
  </PageWordsContext.Provider>,
  document.body,
);
