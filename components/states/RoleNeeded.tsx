import type { JSX } from 'preact';
import type { RoleChoice } from '../../utils/view/view.ts';
import { type On, Say } from '../Buttons.tsx';
import { Authored } from '../facts/Authored.tsx';
import { Filled } from '../facts/Filled.tsx';
import { useWords } from '../words/words.ts';

/** A person in several roles says in which one they look: none is chosen for them. */
export function RoleNeeded(props: { name: string; roles: readonly RoleChoice[]; on: On }): JSX.Element {
  const { ROLE } = useWords();
  const { name, roles, on } = props;
  return (
    <Say heading={ROLE.heading} level={1} says={[]}>
      <p data-part="says">
        <Filled says={ROLE.signedInAs} name={<Authored>{name}</Authored>} />
      </p>
      <p data-part="says">{ROLE.says}</p>
      <ul class="buttons roles">
        {roles.map(({ role, organisation }, index) => (
          <li key={`${index} ${role}`}>
            <button
              type="button"
              class="button"
              data-command="chooseRole"
              onClick={() => on({ do: 'chooseRole', index })}
            >
              {role ? <Authored>{role}</Authored> : ROLE.unnamed}
              {organisation ? (
                <small>
                  <Authored>{organisation}</Authored>
                </small>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
      <p class="hint">{ROLE.hint}</p>
    </Say>
  );
}
