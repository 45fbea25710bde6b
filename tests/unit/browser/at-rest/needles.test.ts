import { describe, expect, it } from 'vitest';
import { markerOf } from '../../../browser/at-rest/markers.ts';
import { type Encoding, type Needle, needlesOfKey, needlesOfText } from '../../../browser/at-rest/needles.ts';

const MARK = markerOf(1, 'a mark').text;
const KEY = Buffer.from('00ff10ef20df30cf40bf50af609f708f817e926da35cb44bc53ad629e718f807', 'hex');

/** Which encodings are found in these bytes, by looking for each needle with nothing of the scanner's. */
function foundIn(bytes: Uint8Array, needles: readonly Needle[]): Encoding[] {
  const all = Buffer.from(bytes);
  return [...new Set(needles.filter((needle) => all.includes(needle.bytes)).map(({ encoding }) => encoding))].sort();
}

describe('what is looked for of a text', () => {
  const needles = needlesOfText('a mark', MARK);

  it.each([
    ['utf8', Buffer.from(MARK)],
    ['utf16le', Buffer.from(MARK, 'utf16le')],
    ['utf16be', Buffer.from(MARK, 'utf16le').swap16()],
    ['plusOne', Buffer.from(MARK).map((byte) => byte + 1)],
    ['hex, utf8', Buffer.from(Buffer.from(MARK).toString('hex'))],
    ['hex, utf8', Buffer.from(Buffer.from(MARK).toString('hex').toUpperCase())],
  ] as const)('is found in %s', (encoding, bytes) => {
    expect(foundIn(bytes, needles)).toContain(encoding);
    // Half of UTF-16 is noughts, so that it can be read either way round; everything else is one thing only.
    if (!encoding.startsWith('utf16')) expect(foundIn(bytes, needles)).toEqual([encoding]);
  });

  it.each([0, 1, 2, 3])('is found in base64 behind %i other bytes', (before) => {
    const bytes = Buffer.concat([Buffer.alloc(before, 'q'), Buffer.from(MARK), Buffer.from('zz')]);
    expect(foundIn(Buffer.from(bytes.toString('base64')), needles)).toContain('base64, utf8');
    // Most of base64url is base64 too, and is then looked for once.
    expect(foundIn(Buffer.from(bytes.toString('base64url')), needles).join()).toMatch(/^base64.*utf8/);
  });

  it.each([0, 1, 2])('is found in base64 behind %i other bytes, where it is one window and no more', (before) => {
    const bytes = Buffer.concat([Buffer.alloc(before, '"'), Buffer.from('9991045120'), Buffer.from('"}')]);
    const number = needlesOfText('NHS number', '9991045120');
    expect(foundIn(Buffer.from(bytes.toString('base64')), number)).toEqual(['base64, utf8']);
  });

  it('is found in base64 within a key of a database, in either browser', () => {
    const base64 = Buffer.from(`nhs ${MARK}`).toString('base64');
    expect(
      foundIn(
        Buffer.from(base64).map((byte) => byte + 1),
        needles,
      ),
    ).toEqual(['base64, plusOne']);
    expect(foundIn(Buffer.from(base64, 'utf16le').swap16(), needles)).toContain('base64, utf16be');
  });

  it('is found in base64url where that differs', () => {
    const text = 'oooooooooo~~~~??>>';
    const url = Buffer.from(text).toString('base64url');
    expect(url).toMatch(/[-_]/);
    expect(foundIn(Buffer.from(url), needlesOfText('signs', text))).toEqual(['base64, utf8', 'base64url, utf8']);
  });

  it('is every run of ten characters', () => {
    for (let at = 0; at + 10 <= MARK.length; at += 1) {
      expect(foundIn(Buffer.from(MARK.slice(at, at + 10)), needles)).toEqual(['utf8']);
    }
    expect(foundIn(Buffer.from(MARK.slice(0, 9)), needles)).toEqual([]);
  });

  it('is the whole of a text of ten characters, and nothing of a shorter one', () => {
    const number = needlesOfText('NHS number', '9991045120');
    expect(foundIn(Buffer.from('9991045120'), number)).toEqual(['utf8']);
    expect(foundIn(Buffer.from('999104512'), number)).toEqual([]);
    expect(() => needlesOfText('too short', '999104512')).toThrow('too short');
  });
});

describe('what is looked for of a key', () => {
  const needles = needlesOfKey('a key', KEY);

  it('is every run of eight bytes', () => {
    for (let at = 0; at + 8 <= KEY.length; at += 1) {
      expect(foundIn(KEY.subarray(at, at + 8), needles)).toEqual(['bytes']);
    }
    expect(foundIn(KEY.subarray(0, 7), needles)).toEqual([]);
  });

  it.each(['hex', 'base64', 'base64url'] as const)('is its %s, in any encoding a text may have', (written) => {
    const text = KEY.toString(written);
    const plusOne = Buffer.from(text).map((byte) => byte + 1);
    const utf16le = Buffer.from(text, 'utf16le');
    expect(foundIn(Buffer.from(text), needles).join()).toContain('utf8');
    expect(foundIn(utf16le, needles).join()).toContain('utf16le');
    expect(foundIn(Buffer.from(utf16le).swap16(), needles).join()).toContain('utf16be');
    expect(foundIn(plusOne, needles).join()).toContain('plusOne');
  });

  it.each([0, 1, 2])('is the base64 of eight bytes of it behind %i others', (before) => {
    const text = Buffer.concat([Buffer.alloc(before, 1), KEY.subarray(0, 8), Buffer.alloc(2)]).toString('base64');
    expect(foundIn(Buffer.from(text), needles)).toContain('base64, utf8');
  });

  it('is found in part: eight bytes of it in hex', () => {
    expect(foundIn(Buffer.from(KEY.subarray(5, 13).toString('hex')), needles)).toContain('hex, utf8');
  });

  it('is not too short', () => {
    expect(() => needlesOfKey('too short', KEY.subarray(0, 7))).toThrow('too short');
  });
});
