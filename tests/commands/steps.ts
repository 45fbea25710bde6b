import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { type Tally, tallyCheck, tallyLine } from './tally.ts';

/** Where a program writes its JSON, and how that is counted. */
export type Report = { file: string; tally: (text: string, exitCode: number | null) => Tally };

/** One part of `npm test`: a JavaScript program run by this Node; without a report it counts as one check. */
export type Step = { title: string; words: string[]; report?: Report; env?: Record<string, string> };

/** A step on its way. Its output is kept until `show` is called, then goes straight to the screen. */
export type RunningStep = { title: string; finished: Promise<void>; show(): Promise<Tally> };

const children = new Set<ChildProcess>();

/** Starts the steps one after another, the first when `after` is settled; several such rows may run side by side. */
export function startInOrder(steps: Step[], after: Promise<unknown> = Promise.resolve()): RunningStep[] {
  let before: Promise<unknown> = after;
  return steps.map((step) => {
    const output = heldOutput();
    const result = before.then(() => runStep(step, output.write));
    before = result;
    const show = async () => {
      console.log(`\n── ${step.title}`);
      output.release();
      const { tally, seconds } = await result;
      const outcome = tally.failed > 0 ? 'FAILED' : 'passed';
      console.log(`── ${step.title}: ${outcome} (${tallyLine(tally)}) in ${seconds.toFixed(1)} s`);
      return tally;
    };
    return { title: step.title, finished: result.then(() => {}), show };
  });
}

/** Ends every step that still runs; for when the person stops the whole. */
export function stopSteps(): void {
  for (const child of children) child.kill();
}

async function runStep(step: Step, write: (text: string) => void): Promise<{ tally: Tally; seconds: number }> {
  const start = performance.now();
  // The steps write into a pipe and would guess wrongly whether a person reads them in colour.
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  const child = spawn(process.execPath, step.words, {
    env: { ...process.env, ...colour, ...step.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  child.stdout.setEncoding('utf8').on('data', write);
  child.stderr.setEncoding('utf8').on('data', write);
  const code = await new Promise<number | null>((done) => {
    child.once('close', done);
    child.once('error', (error) => {
      write(`${error.message}\n`);
      done(null);
    });
  });
  children.delete(child);
  const { report } = step;
  const tally = report === undefined ? tallyCheck(code) : report.tally(await textOf(report.file), code);
  return { tally, seconds: (performance.now() - start) / 1000 };
}

/** The file's text; '' when there is none, which counts as a failed run. */
async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

function heldOutput(): { write: (text: string) => void; release: () => void } {
  let held: string | null = '';
  const write = (text: string) => {
    if (held === null) process.stdout.write(text);
    else held += text;
  };
  const release = () => {
    if (held !== null) process.stdout.write(held);
    held = null;
  };
  return { write, release };
}
