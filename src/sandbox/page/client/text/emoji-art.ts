import {
  bell,
  blue,
  chain,
  cross,
  diamond,
  disc,
  glass,
  green,
  grey,
  lens,
  mark,
  orange,
  red,
  right,
  sand,
  sky,
  slash,
  smallSquare,
  speaker,
  square,
  tick,
  triangle,
  white,
  yellow,
} from './emoji-shapes.ts';

/**
 * Signs that carry meaning in an alert are drawn, so that they look alike on a machine without colour emoji.
 * Shapes stand in a 16 × 16 field; a shape is a fill and an SVG path.
 */
export type Shape = readonly [fill: string, path: string];

export const emojiArt: Readonly<Record<string, readonly Shape[]>> = {
  red_circle: [[red, disc]],
  large_orange_circle: [[orange, disc]],
  large_yellow_circle: [[yellow, disc]],
  large_green_circle: [[green, disc]],
  large_blue_circle: [[blue, disc]],
  large_purple_circle: [['#8b57c9', disc]],
  large_brown_circle: [['#96633f', disc]],
  white_circle: [['#d9dee3', disc]],
  black_circle: [['#30363d', disc]],
  large_red_square: [[red, square]],
  large_orange_square: [[orange, square]],
  large_yellow_square: [[yellow, square]],
  large_green_square: [[green, square]],
  large_blue_square: [[blue, square]],
  white_large_square: [['#d9dee3', square]],
  black_large_square: [['#30363d', square]],
  white_small_square: [['#c3cad1', smallSquare]],
  black_small_square: [['#5b6570', smallSquare]],
  small_orange_diamond: [[orange, diamond]],
  small_blue_diamond: [[blue, diamond]],
  paperclip: [
    [
      grey,
      'M5.2 4.5v6.3a2.8 2.8 0 0 0 5.6 0V3.6a2 2 0 0 0-4 0v6.6a1.2 1.2 0 0 0 2.4 0V4.8H8v5.4h-.1V3.6a.9.9 0 0 1 1.8 0v7.2a1.7 1.7 0 0 1-3.4 0V4.5z',
    ],
  ],
  memo: [
    ['#dfe4ea', 'M3 1.5h8.5L14 4v10.5H3z'],
    [grey, 'M5 5.5h6v1H5zM5 8h6v1H5zM5 10.5h4v1H5z'],
  ],
  incoming_envelope: [
    [sky, 'M1.5 3.5h13v9h-13z'],
    [white, 'm2.2 4.2 5.8 4.6 5.8-4.6v1.2L8 10 2.2 5.4z'],
  ],
  outbox_tray: [
    [sky, 'M1.5 9h3.2l1 2h4.6l1-2h3.2v5h-13z'],
    [green, 'M8 1.5 11.5 5H9v4H7V5H4.5z'],
  ],
  office: [
    ['#7c8894', 'M3 1.5h10v13H3z'],
    [white, 'M5 3.5h2v2H5zM9 3.5h2v2H9zM5 7h2v2H5zM9 7h2v2H9zM7 11h2v3.5H7z'],
  ],
  '+1': [[yellow, 'M6 7 8.5 1.8c1 0 1.6.8 1.4 1.8L9.4 6h4l.6 1-1.4 6.5H6zM2 7h2.8v6.5H2z']],
  leftwards_arrow_with_hook: [
    [blue, 'M6 3 1.8 7 6 11V8.3h5a1.8 1.8 0 0 1 0 3.6H9V14h2a3.9 3.9 0 0 0 0-7.8H6z'],
  ],
  bust_in_silhouette: [
    [
      '#5b6570',
      'M8 1.8a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4zM1.8 14.5c0-3.4 2.8-5.3 6.2-5.3s6.2 1.9 6.2 5.3z',
    ],
  ],
  ticket: [[orange, 'M1.5 4.5h13v2a1.5 1.5 0 0 0 0 3v2h-13v-2a1.5 1.5 0 0 0 0-3z']],
  raised_hand: [
    [
      yellow,
      'M4.5 5.5v-2h1.4V2h1.5v-.8h1.5V2h1.5v1.5h1.4v6.8c0 2.6-1.7 4.5-4.3 4.5-2.2 0-3.3-1.2-5-4.3l1-.8 1 1z',
    ],
  ],
  point_right: [[yellow, 'M2 6h5.5l1-1.5 1 .7L9 6h5v1.6H9.5v1H9v1h-.5v1H8v1H2z']],
  small_red_triangle: [[red, 'M8 3.5 14 13H2z']],
  small_red_triangle_down: [[red, 'M8 12.5 2 3h12z']],
  warning: [
    [yellow, triangle],
    ['#332500', mark],
  ],
  rotating_light: [
    [red, 'M3.5 11V8a4.5 4.5 0 0 1 9 0v3z'],
    ['#6b7680', 'M2 12h12v2.5H2z'],
    ['#ffb3b8', 'M5.5 8A2.5 2.5 0 0 1 8 5.5v1.2A1.3 1.3 0 0 0 6.7 8z'],
  ],
  no_entry: [
    [red, disc],
    [white, 'M4 6.9h8v2.2H4z'],
  ],
  no_entry_sign: [
    [
      red,
      'M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2zm0 1.9c1 0 2 .3 2.8.8l-6.9 6.9A4.9 4.9 0 0 1 8 3.1zm0 9.8c-1 0-2-.3-2.8-.8l6.9-6.9A4.9 4.9 0 0 1 8 12.9z',
    ],
  ],
  octagonal_sign: [[red, 'M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2z']],
  white_check_mark: [
    [green, square],
    [white, tick],
  ],
  heavy_check_mark: [[green, tick]],
  ballot_box_with_check: [
    [blue, square],
    [white, tick],
  ],
  x: [[red, cross]],
  heavy_multiplication_x: [[grey, cross]],
  heavy_minus_sign: [[grey, 'M2 6.9h12v2.2H2z']],
  heavy_plus_sign: [[grey, 'M6.9 2h2.2v4.9H14v2.2H9.1V14H6.9V9.1H2V6.9h4.9z']],
  exclamation: [[red, 'M6.8 1.5h2.4l-.4 8.3H7.2zM8 11.4a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z']],
  information_source: [
    [sky, square],
    [white, 'M7.1 6.8h1.8v5H7.1zM8 3.8a1.1 1.1 0 1 1 0 2.2 1.1 1.1 0 0 1 0-2.2z'],
  ],
  grey_question: [
    [
      grey,
      'M8 1.5c2.5 0 4.2 1.5 4.2 3.6 0 3-3.2 3-3.2 4.9H7c0-3 3.1-3.2 3.1-4.9C10.1 4 9.2 3.4 8 3.4S5.9 4 5.7 5.2H3.6c.2-2.2 2-3.7 4.4-3.7zM8 11.5a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8z',
    ],
  ],
  new: [
    [sky, square],
    [white, 'M3.2 5.5h1.4l1.9 3V5.5h1.3v5H6.5l-2-3v3H3.2zM9 5.5h3.8v1.2h-2.4v.7h2.2v1.1h-2.2v.8h2.4v1.2H9z'],
  ],
  bell: [[yellow, bell]],
  no_bell: [
    ['#b9a468', bell],
    [red, slash],
  ],
  mute: [
    [grey, speaker],
    [red, 'm10 6 .9-.9L12.5 6.7 14.1 5.1l.9.9L13.4 7.6 15 9.2l-.9.9-1.6-1.6-1.6 1.6-.9-.9 1.6-1.6z'],
  ],
  eyes: [
    [
      '#cdd5dc',
      'M4.4 3c1.7 0 3 2.2 3 5s-1.3 5-3 5-3-2.2-3-5 1.3-5 3-5zm7.2 0c1.7 0 3 2.2 3 5s-1.3 5-3 5-3-2.2-3-5 1.3-5 3-5z',
    ],
    [
      '#30363d',
      'M3.6 6c.8 0 1.4 1 1.4 2.2s-.6 2.2-1.4 2.2-1.4-1-1.4-2.2S2.8 6 3.6 6zm7.2 0c.8 0 1.4 1 1.4 2.2s-.6 2.2-1.4 2.2-1.4-1-1.4-2.2.6-2.2 1.4-2.2z',
    ],
  ],
  hourglass: [
    ['#a8793e', glass],
    ['#ffe2a8', sand],
  ],
  hourglass_flowing_sand: [
    ['#a8793e', glass],
    ['#ffe2a8', sand],
  ],
  wastebasket: [[grey, 'M5.5 1.5h5l.5 1.5h3v1.5H2V3h3zM3 5.5h10l-.8 9H3.8z']],
  pencil2: [
    [orange, 'M10.8 1.8 14.2 5.2 5.7 13.7 1.7 14.3l.6-4z'],
    ['#30363d', 'm1.7 14.3.3-1.9 1.6 1.6z'],
  ],
  rewind: [
    [sky, square],
    [white, 'M8 4.3v7.4L3.2 8zM12.8 4.3v7.4L8 8z'],
  ],
  fast_forward: [
    [sky, square],
    [white, 'M3.2 4.3 8 8l-4.8 3.7zM8 4.3 12.8 8 8 11.7z'],
  ],
  arrow_forward: [
    [sky, square],
    [white, right],
  ],
  arrow_right: [
    [sky, square],
    [white, 'M3 7h6V4.5L13 8l-4 3.5V9H3z'],
  ],
  arrow_up: [
    [sky, square],
    [white, 'M7 13V7H4.5L8 3l3.5 4H9v6z'],
  ],
  arrow_down: [
    [sky, square],
    [white, 'M9 3v6h2.5L8 13 4.5 9H7V3z'],
  ],
  arrows_counterclockwise: [
    [sky, square],
    [
      white,
      'M8 3.2a4.8 4.8 0 0 0-4.6 3.4l1.6.5A3.1 3.1 0 0 1 10 5.7L8.9 6.8h3.7V3.1l-1.4 1.4A4.8 4.8 0 0 0 8 3.2zm4.6 6.2L11 8.9a3.1 3.1 0 0 1-5 1.4l1.1-1.1H3.4v3.7l1.4-1.4a4.8 4.8 0 0 0 7.8-2.1z',
    ],
  ],
  mag: [[sky, lens]],
  speech_balloon: [
    [
      '#9fb3c8',
      'M8 2c3.9 0 7 2.5 7 5.5S11.9 13 8 13c-.7 0-1.4-.1-2-.2L2.5 14.5l.8-3C1.9 10.5 1 9.1 1 7.5 1 4.5 4.1 2 8 2z',
    ],
  ],
  link: [[grey, chain]],
};
