import type { ComponentChildren, JSX } from 'preact';
import type { SidebarCommand } from '../utils/view/view.ts';
import { Support } from './Support.tsx';
import { useWords } from './words/words.ts';

export type On = (command: SidebarCommand) => void;

type Wordless = Extract<SidebarCommand, { do: 'signIn' | 'signOut' | 'retry' | 'showAgain' | 'find' }>;

/** The one next step of a state. */
export function MainButton({ does, on, children }: { does: Wordless['do']; on: On; children: string }): JSX.Element {
  return (
    <button type="button" class="button" data-main data-command={does} onClick={() => on({ do: does })}>
      {children}
    </button>
  );
}

/** Read out on the telephone, with the way to what the helpdesk wants to know next; says nothing about a patient. */
export function HelpdeskCode({ code, on }: { code: string; on: On }): JSX.Element {
  const { HELPDESK } = useWords();
  return (
    <div class="helpdesk">
      <p class="hint" data-part="helpdesk-code">
        {HELPDESK.code(code)}
      </p>
      <button type="button" class="plain-button" data-command="health" onClick={() => on({ do: 'health' })}>
        {HELPDESK.health}
      </button>
      <Support />
    </div>
  );
}

/** Words without a plan: a heading, sentences, and what can be done. `level` 1 where no name stands above. */
export function Say(props: {
  heading: string;
  level: 1 | 2;
  says: readonly string[];
  children?: ComponentChildren;
}): JSX.Element {
  const Heading = props.level === 1 ? 'h1' : 'h2';
  return (
    <div class="say">
      <Heading data-part="heading">{props.heading}</Heading>
      {props.says.map((sentence) => (
        <p key={sentence} data-part="says">
          {sentence}
        </p>
      ))}
      {props.children}
    </div>
  );
}
