import { expect, test } from 'vitest';
import { readBody } from '../../../../utils/plan/service/read-body.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A body in these pieces; `breaks`: it ends with an error. */
function inPieces(pieces: readonly Uint8Array<ArrayBuffer>[], breaks = false) {
  const state = { cancelled: false, given: 0 };
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const piece = pieces[state.given];
      state.given += 1;
      if (piece) controller.enqueue(piece);
      else if (breaks) controller.error(new TypeError('terminated'));
      else controller.close();
    },
    cancel() {
      state.cancelled = true;
    },
  });
  return { answer: new Response(body), state };
}

test('a body comes whole, however it was cut into pieces, letters too', async () => {
  const whole = bytes('{"name":"Siân 😀"}');
  const { answer } = inPieces([...whole].map((byte) => new Uint8Array([byte])));
  expect(await readBody(answer, 100)).toEqual({ kind: 'text', text: '{"name":"Siân 😀"}' });
  expect(await readBody(new Response(null), 100)).toEqual({ kind: 'text', text: '' });
});

test('a byte order mark is taken off', async () => {
  const { answer } = inPieces([new Uint8Array([0xef, 0xbb]), new Uint8Array([0xbf]), bytes('{}')]);
  expect(await readBody(answer, 100)).toEqual({ kind: 'text', text: '{}' });
});

test('S4: a name in another charset is refused rather than shown with holes', async () => {
  const latin1 = new Uint8Array([0x7b, 0x22, 0x53, 0x69, 0xe2, 0x6e, 0x22, 0x7d]);
  const utf16 = new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]);
  for (const piece of [latin1, utf16]) {
    const { answer, state } = inPieces([piece, bytes('{}')]);
    expect(await readBody(answer, 100)).toEqual({ kind: 'otherCharset' });
    expect(state.cancelled).toBe(true);
  }
});

test('more than the limit is refused while it comes, and the rest is not fetched', async () => {
  const { answer, state } = inPieces(Array.from({ length: 1000 }, () => bytes('x'.repeat(10))));
  expect(await readBody(answer, 50)).toEqual({ kind: 'tooLarge' });
  expect(state.cancelled).toBe(true);
  expect(state.given).toBeLessThan(10);
  expect(await readBody(inPieces([bytes('x'.repeat(50))]).answer, 50)).toMatchObject({ kind: 'text' });
});

test('S4: a body that breaks off is no short body', async () => {
  expect(await readBody(inPieces([bytes('{"a":1}')], true).answer, 100)).toEqual({ kind: 'brokenOff' });
});

test('a letter cut in half at the end is left out, and the text is open', async () => {
  const { answer } = inPieces([bytes('{"a":"é').slice(0, -1)]);
  expect(await readBody(answer, 100)).toEqual({ kind: 'text', text: '{"a":"' });
});
