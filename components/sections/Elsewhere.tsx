import type { JSX } from 'preact';
import type { PlanElsewhere } from '../../utils/plan/plan-lookup.ts';
import { Authored } from '../facts/Authored.tsx';
import { Filled } from '../facts/Filled.tsx';
import { NotRecorded } from '../facts/Missing.tsx';
import { When } from '../facts/When.tsx';
import { Icon } from '../icons.tsx';
import { useWords } from '../words/words.ts';
import { ClosedSection, Section } from './Section.tsx';

type ElsewhereProps = {
  elsewhere: readonly PlanElsewhere[];
  /** `false`: nobody could be asked, so an empty list means nothing. */
  checked: boolean;
  service: string;
  open?: boolean;
};

function Pointer({ title, custodian, date }: PlanElsewhere): JSX.Element {
  const { ELSEWHERE } = useWords();
  return (
    <li data-part="plan-elsewhere">
      <b class="said">
        <Authored>{title}</Authored>
      </b>
      <p>
        <Filled
          says={date ? ELSEWHERE.heldByDated : ELSEWHERE.heldBy}
          who={custodian ? <Authored>{custodian}</Authored> : <NotRecorded>{ELSEWHERE.noHolder}</NotRecorded>}
          when={date ? <When date={date} /> : null}
        />
      </p>
    </li>
  );
}

/** Pointers to plans of other organisations: never fetched, never a link. */
export function Elsewhere({ elsewhere, checked, service, open = false }: ElsewhereProps): JSX.Element {
  const { COUNT, ELSEWHERE, TITLE } = useWords();
  if (!checked) {
    return (
      <ClosedSection name="elsewhere" title={TITLE.elsewhere}>
        <span class="state" data-fact="unreadable">
          <Icon name="warning" />
          <b>{ELSEWHERE.notChecked}</b>
        </span>
      </ClosedSection>
    );
  }
  if (elsewhere.length === 0) {
    return (
      <ClosedSection name="elsewhere" title={TITLE.elsewhere}>
        {ELSEWHERE.none(service)}
      </ClosedSection>
    );
  }
  return (
    <Section
      name="elsewhere"
      title={TITLE.elsewhere}
      closedLine={
        <>
          {COUNT.plan(elsewhere.length)}: <Authored>{elsewhere.map(({ title }) => title).join('; ')}</Authored>
        </>
      }
      open={open}
    >
      <ul class="elsewhere">
        {elsewhere.map((pointer, at) => (
          <Pointer key={`${at} ${pointer.title}`} {...pointer} />
        ))}
      </ul>
      <p class="by">{ELSEWHERE.ask}</p>
    </Section>
  );
}
