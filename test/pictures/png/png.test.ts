import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPng } from './read-png.ts';
import { reduceColours } from './reduce-colours.ts';
import { writePng } from './write-png.ts';

const pixels = fc
  .record({ width: fc.integer({ min: 1, max: 8 }), height: fc.integer({ min: 1, max: 8 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: width * height * 3, maxLength: width * height * 3 })
      .map((rgb) => ({ width, height, rgb })),
  );

describe('a picture with a palette', () => {
  it('has every pixel in its colour while there are at most 256 of them', () => {
    fc.assert(
      fc.property(pixels, ({ width, height, rgb }) => {
        const { palette, indices } = reduceColours({ width, height, rgb });
        const shown = [...indices].flatMap((index) => [...palette.subarray(index * 3, index * 3 + 3)]);
        expect(shown).toEqual([...rgb]);
      }),
    );
  });

  it('takes the nearest of the commonest colours for the rest', () => {
    const rgb = Uint8Array.from([0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 250, 250, 250]);
    const { palette, indices } = reduceColours({ width: 5, height: 1, rgb }, 2);
    expect([...palette.subarray(Number(indices[4]) * 3)].slice(0, 3)).toEqual([255, 255, 255]);
  });

  it('says in its head how large it is', () => {
    const file = writePng(reduceColours({ width: 3, height: 2, rgb: new Uint8Array(18) }));
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([3, 2]);
    expect(() => readPng(file)).toThrow('kind 3');
  });
});
