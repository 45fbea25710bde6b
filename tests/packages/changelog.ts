const VERSION = /^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})$/;
const KINDS = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];

/** What keeps a changelog from being one that knows `version`, in the form of https://keepachangelog.com/en/1.1.0/. */
export function changelogFaults(text: string, version: string): string[] {
  const lines = text.split('\n');
  const heads = lines.filter((line) => line.startsWith('## '));
  const released = heads.slice(1).map((head) => VERSION.exec(head));
  const dates = released.map((match) => match?.[2] ?? '');
  const kinds = lines.filter((line) => line.startsWith('### ')).map((line) => line.slice(4));
  return [
    ...(heads[0] === '## [Unreleased]' ? [] : ['The first heading is not “[Unreleased]”.']),
    ...heads.slice(1).flatMap((head) => (VERSION.test(head) ? [] : [`“${head}” is no version with its date.`])),
    ...(released[0]?.[1] === version ? [] : [`The newest version is not ${version}, as package.json says.`]),
    ...(dates.every((date, at) => at === 0 || date <= (dates[at - 1] ?? ''))
      ? []
      : ['A date is later than that above it.']),
    ...kinds.filter((kind) => !KINDS.includes(kind)).map((kind) => `“${kind}” is no kind of change.`),
    ...(heads.length === new Set(heads).size ? [] : ['A version stands there twice.']),
  ];
}
