import type { ComponentChildren, JSX } from 'preact';

/** The drawings: each form has its own, so that none is told apart by colour alone. */
const WARNING_TRIANGLE = 'M10 1.2L19.4 18.5H.6z';
const PAGE = 'M4 1.5h8.5L16 5v13.5H4z';
const EYE = 'M1.2 10S4.4 4.4 10 4.4 18.8 10 18.8 10 15.6 15.6 10 15.6 1.2 10 1.2 10z';
const HEART =
  'M10 17C4.7 12.9 2 10.3 2 6.9 2 4.6 3.7 3 5.7 3 7.4 3 9 4 10 5.8 11 4 12.6 3 14.3 3 16.3 3 18 4.6 18 6.9c0 3.4-2.7 6-8 10.1z';
const HALF_HEART = 'M10 17C4.7 12.9 2 10.3 2 6.9 2 4.6 3.7 3 5.7 3 7.4 3 9 4 10 5.8z';
const FULL_HEART =
  'M10 18.2C4 13.6 1 10.6 1 6.9 1 4 3.2 2 5.7 2 7.4 2 9 2.9 10 4.5 11 2.9 12.6 2 14.3 2 16.8 2 19 4 19 6.9c0 3.7-3 6.7-9 11.3z';
const QUOTES =
  'M2 4h7v6.5c0 3.4-2 5.6-5.4 6.3l-.8-2.3C4.8 13.8 5.6 12.6 5.6 11H2zM11.5 4h7v6.5c0 3.4-2 5.6-5.4 6.3l-.8-2.3c2-.7 2.8-1.9 2.8-3.5h-3.6z';
const TELEPHONE =
  'M4.7 1.5L8 5.7 6.5 8c.9 2.2 2.9 4.3 5.3 5.5l2.4-1.6 4.3 3.2-1.2 3c-.3.6-1 .9-1.7.8C8.5 18.2 1.7 11.3 1 4.3c0-.7.2-1.3.8-1.6z';

function stroked(d: string, width: number, colour = 'currentColor'): JSX.Element {
  return <path d={d} fill="none" stroke={colour} stroke-width={width} />;
}

function filled(d: string): JSX.Element {
  return <path d={d} fill="currentColor" />;
}

const WARNING = (
  <>
    {stroked(WARNING_TRIANGLE, 2)}
    {stroked('M10 7.5v5', 2)}
    <circle cx="10" cy="15.4" r="1.2" fill="currentColor" />
  </>
);

const DRAWINGS = {
  same: (
    <>
      <circle cx="10" cy="10" r="9" fill="currentColor" />
      {stroked('M5.5 10.3l3 3 6-6.3', 2.4, 'var(--go-paper, #fff)')}
    </>
  ),
  none: <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3.2 3.1" />,
  many: (
    <>
      <circle cx="7" cy="10" r="5.6" fill="none" stroke="currentColor" stroke-width="2.2" />
      <circle cx="13" cy="10" r="5.6" fill="none" stroke="currentColor" stroke-width="2.2" />
    </>
  ),
  unsure: (
    <>
      {filled('M10 .8L19.2 10 10 19.2.8 10z')}
      {stroked('M7.6 8.1a2.4 2.4 0 1 1 3.4 2.2c-.7.4-1 .8-1 1.6', 1.7, 'var(--warn)')}
      <circle cx="10" cy="14.2" r="1.1" fill="var(--warn)" />
    </>
  ),
  reading: (
    <>
      {stroked(EYE, 2)}
      <circle cx="10" cy="10" r="2.6" fill="currentColor" />
    </>
  ),
  away: (
    <>
      {stroked(EYE, 2)}
      <circle cx="10" cy="10" r="2.6" fill="currentColor" />
      {stroked('M3 18L17 2', 2.4)}
    </>
  ),
  covered: WARNING,
  copy: stroked('M7 6.5V2.5h10.5v11.5H13M2.5 6.5H13v11.5H2.5z', 2),
  arrange: stroked('M2 3.5h16v13H2zM12.5 3.5v13', 2),
  fold: stroked('M5 4l6 6-6 6M11 4l6 6-6 6', 2.2),
  notForCpr: (
    <>
      <circle cx="10" cy="10" r="9" fill="currentColor" />
      {stroked('M4.6 10h10.8', 3.2, 'var(--stop)')}
    </>
  ),
  forCpr: filled(FULL_HEART),
  modifiedCpr: (
    <>
      {stroked(HEART, 2)}
      {filled(HALF_HEART)}
    </>
  ),
  conflicting: stroked('M2 6.5h16M2 13.5h16M14.5 1.5l-9 17', 2.6),
  notRecorded: (
    <rect
      x="2"
      y="2"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-dasharray="3.5 2.6"
    />
  ),
  notUnderstood: (
    <>
      {filled(WARNING_TRIANGLE)}
      {stroked('M10 7v5.8', 2.2, 'var(--warn-paper)')}
      <circle cx="10" cy="15.6" r="1.25" fill="var(--warn-paper)" />
    </>
  ),
  warning: WARNING,
  notChecked: (
    <>
      {stroked('M2 8a12 12 0 0 1 16 0M5 11.5a7.5 7.5 0 0 1 10 0', 2.2)}
      <circle cx="10" cy="15.6" r="1.9" fill="currentColor" />
      {stroked('M3 18.5L17 1.5', 2.4)}
    </>
  ),
  page: (
    <>
      {stroked(PAGE, 2)}
      {stroked('M12 2v4h4', 1.6)}
    </>
  ),
  lock: (
    <>
      <rect x="3" y="8.5" width="14" height="10" fill="currentColor" />
      {stroked('M6 8.5V6a4 4 0 0 1 8 0v2.5', 2.2)}
    </>
  ),
  inWordsOnly: filled(QUOTES),
  changed: (
    <>
      {stroked('M16.8 12.2A7.2 7.2 0 1 1 15.6 5.4', 2.4)}
      {filled('M18.6 1v7.6H11z')}
    </>
  ),
  telephone: filled(TELEPHONE),
} satisfies Record<string, ComponentChildren>;

export type IconName = keyof typeof DRAWINGS;

/** A drawing without a name of its own: the words beside it say the same. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      {DRAWINGS[name]}
    </svg>
  );
}
