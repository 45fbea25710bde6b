import { readdirSync, readFileSync } from 'node:fs';

/** What a process of a browser does. */
type Kind = 'page' | 'extension' | 'browser' | 'other';
/** Milliseconds on a CPU since the process began: of its main thread, and of all its threads. */
type Process = { readonly kind: Kind; readonly main: number; readonly all: number };
export type OnCpu = ReadonlyMap<number, Process>;

/** Milliseconds on a CPU between two readings. */
export type Spent = { readonly pageMain: number; readonly extension: number; readonly all: number };

/**
 * What each process below this one has spent on a CPU, exactly and on a busy machine as well (`/proc/PID/schedstat`, on
 * Linux alone; kernel documentation, scheduler/sched-stats).
 */
export function readOnCpu(root: number): OnCpu {
  return new Map(processesBelow(root).flatMap((pid) => processOf(pid) ?? []));
}

/** What was spent between two readings; a process that is new begins at nothing. */
export function spentBetween(before: OnCpu, after: OnCpu): Spent {
  const spent = { pageMain: 0, extension: 0, all: 0 };
  for (const [pid, { kind, main, all }] of after) {
    const old = before.get(pid) ?? { main: 0, all: 0 };
    spent.all += all - old.all;
    if (kind === 'page') spent.pageMain += main - old.main;
    if (kind === 'extension') spent.extension += all - old.all;
  }
  return spent;
}

/** Megabytes that the processes of an extension have for themselves, with their share of what is shared (PSS). */
export function extensionMemory(root: number): number {
  const ours = [...readOnCpu(root)].filter(([, { kind }]) => kind === 'extension');
  return ours.reduce((sum, [pid]) => sum + kilobytes(textOf(`/proc/${pid}/smaps_rollup`), 'Pss') / 1024, 0);
}

function processOf(pid: number): [[number, Process]] | null {
  const command = textOf(`/proc/${pid}/cmdline`);
  if (command === '') return null;
  const threads = listOf(`/proc/${pid}/task`).map((thread) => onCpuOf(`/proc/${pid}/task/${thread}/schedstat`));
  const all = threads.reduce((sum, one) => sum + one, 0);
  return [[pid, { kind: kindOf(command), main: onCpuOf(`/proc/${pid}/task/${pid}/schedstat`), all }]];
}

function kindOf(command: string): Kind {
  if (command.includes('--extension-process')) return 'extension';
  if (command.includes('--type=renderer')) return 'page';
  return command.includes('--type=') ? 'other' : 'browser';
}

function processesBelow(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const pid of listOf('/proc').filter((name) => /^\d+$/.test(name))) {
    // The name in brackets may hold anything; behind it stand the state and the parent.
    const parent = Number(/^.*\) \S+ (\d+)/s.exec(textOf(`/proc/${pid}/stat`))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(pid)]);
  }
  const found = [root];
  for (const one of found) found.push(...(children.get(one) ?? []));
  return found;
}

function onCpuOf(file: string): number {
  return Number(textOf(file).split(' ')[0] ?? 0) / 1e6;
}

function kilobytes(text: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);
}

/** A process that has gone meanwhile has no files any more. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function listOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
