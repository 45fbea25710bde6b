import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** The launch page as vendors and organisations get it. */
export const LAUNCH_PAGE = new URL('../../docs/launch/launch.html', import.meta.url);

/** What its policy must allow: its own style and its own script, by their digests, and nothing else. */
export async function policyOfLaunchPage(): Promise<{ readonly says: string; readonly needs: string }> {
  const text = await readFile(LAUNCH_PAGE, 'utf8');
  const [, says = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text) ?? [];
  const [script, style] = ['script', 'style'].map((name) => {
    const [, body = ''] = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(text) ?? [];
    return `'sha256-${createHash('sha256').update(body).digest('base64')}'`;
  });
  const needs = `default-src 'none'; script-src ${script}; style-src ${style}; base-uri 'none'; form-action 'none'`;
  return { says, needs };
}
