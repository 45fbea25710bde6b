import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import type { PixelFrame } from './colour-count.ts';

export type OnFrame = (frame: PixelFrame) => void;
export type Grab = { stop(): Promise<void> };
export type Screen = {
  /** The X display (":99") on which to launch the headed browser. */
  display: string;
  /** Calls back for each picture of the screen, 60 a second, until stopped. Resolves with the first one. */
  grab(onFrame: OnFrame): Promise<Grab>;
  stop(): Promise<void>;
};

const FRAME = { width: 100, height: 70, channels: 3 } as const;
const PICTURES_PER_SECOND = 60;

/**
 * What is missing on this machine for a screen that nobody sees, in words; `null` if nothing is.
 */
export function missingForScreen(): string | null {
  const missing = [
    ['Xvfb', '-help'],
    ['ffmpeg', '-version'],
  ].filter(([program = '', word = '']) => spawnSync(program, [word], { stdio: 'ignore' }).error !== undefined);
  const names = missing.map(([program]) => program).join(' and ');
  return names === '' ? null : `${names} not installed (Debian packages xvfb and ffmpeg)`;
}

/**
 * Starts an X screen that nobody sees, on a free display, so that real pixels can be counted.
 * Throws a plain sentence when Xvfb is missing; `grab` throws one when ffmpeg is.
 */
export async function startScreen(size = { width: 1000, height: 700 }): Promise<Screen> {
  const words = ['-displayfd', '3', '-screen', '0', `${size.width}x${size.height}x24`, '-nolisten', 'tcp'];
  const xvfb = spawn('Xvfb', words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = `:${await firstOutput(xvfb, xvfb.stdio[3], 'Xvfb')}`;
  const grabs: Grab[] = [];
  const stop = async () => {
    await Promise.all(grabs.map((grab) => grab.stop()));
    await ended(xvfb, () => xvfb.kill());
  };
  const grab = async (onFrame: OnFrame) => {
    const started = await startGrab(display, size, onFrame);
    grabs.push(started);
    return started;
  };
  return { display, grab, stop };
}

async function startGrab(display: string, size: { width: number; height: number }, onFrame: OnFrame): Promise<Grab> {
  const input = ['-f', 'x11grab', '-draw_mouse', '0', '-framerate', String(PICTURES_PER_SECOND)];
  const source = [...input, '-video_size', `${size.width}x${size.height}`, '-i', display];
  // The nearest pixel, not a mean: a mean could hide a thin strip of another patient's colour.
  const scaled = ['-vf', `scale=${FRAME.width}:${FRAME.height}:flags=neighbor`, '-pix_fmt', 'rgb24', '-f', 'rawvideo'];
  const ffmpeg = spawn('ffmpeg', ['-loglevel', 'error', ...source, ...scaled, '-'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const bytes = FRAME.width * FRAME.height * FRAME.channels;
  let rest: Buffer = Buffer.alloc(0);
  ffmpeg.stdout.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (; rest.length >= bytes; rest = rest.subarray(bytes)) onFrame({ ...FRAME, pixels: rest.subarray(0, bytes) });
  });
  await firstOutput(ffmpeg, ffmpeg.stdout, 'ffmpeg');
  return { stop: () => ended(ffmpeg, () => ffmpeg.stdin.end('q')) };
}

/** The program's first output, trimmed. Throws when it is not installed, or ends before it says anything. */
async function firstOutput(program: ChildProcess, output: unknown, name: string): Promise<string> {
  const stream = output as NodeJS.ReadableStream;
  return new Promise((done, fail) => {
    stream.once('data', (chunk: Buffer) => done(chunk.toString('latin1', 0, 20).trim()));
    program.once('error', () => fail(new Error(`${name} is not installed (Debian packages xvfb and ffmpeg).`)));
    program.once('exit', (code) => fail(new Error(`${name} ended with ${code} before it started.`)));
  });
}

async function ended(program: ChildProcess, tell: () => void): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const over = new Promise((done) => program.once('close', done));
  tell();
  await over;
}
