// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { PrivacyPage } from '../../../../components/privacy/PrivacyPage.tsx';
import { PageWordsContext, pageWordsIn } from '../../../../components/words/pages.ts';

const LANGUAGES = [
  ['en', 'privacy.md'],
  ['cy', 'privacy.cy.md'],
] as const;

/** The notice as docs have it, made of the words that the page draws. `vitest -u` writes it anew. */
function markdown({ title, intro, parts }: ReturnType<typeof pageWordsIn>['PRIVACY']): string {
  const written = parts.map(({ heading, says }) => `## ${heading}\n${says.map((one) => `- ${one}\n`).join('')}`);
  return [`# ${title}\n${intro}\n`, ...written].join('\n');
}

test.each(LANGUAGES)('in %s docs/%s says what the page says', async (language, file) => {
  const { PRIVACY } = pageWordsIn(language);
  await expect(markdown(PRIVACY)).toMatchFileSnapshot(`../../../../docs/${file}`);
});

test.each(LANGUAGES)('in %s the page draws every sentence below its heading', (language) => {
  const words = pageWordsIn(language);
  render(
    <PageWordsContext.Provider value={words}>
      <PrivacyPage />
    </PageWordsContext.Provider>,
    document.body,
  );
  for (const { id, heading, says } of words.PRIVACY.parts) {
    const part = document.querySelector(`[data-privacy="${id}"]`);
    expect(part?.querySelector('h2')?.textContent).toBe(heading);
    expect([...(part?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent)).toEqual(says);
  }
});

test('says as much in Welsh as in English, part by part, and the same numbers', () => {
  const [english, welsh] = LANGUAGES.map(([language]) => pageWordsIn(language).PRIVACY.parts);
  const outline = (parts: typeof english) => parts?.map(({ id, says }) => [id, says.map((one) => one.match(/\d+/g))]);
  expect(outline(welsh)).toEqual(outline(english));
});
