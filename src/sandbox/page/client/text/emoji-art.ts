/**
 * Signs that carry meaning in an alert are drawn, so that they look alike on a machine without colour emoji.
 * Shapes stand in a 16 × 16 field; a shape is a fill and an SVG path.
 */
export type Shape = readonly [fill: string, path: string];

const disc = 'M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2z';
const square =
  'M3.5 1.8h9a1.7 1.7 0 0 1 1.7 1.7v9a1.7 1.7 0 0 1-1.7 1.7h-9a1.7 1.7 0 0 1-1.7-1.7v-9a1.7 1.7 0 0 1 1.7-1.7z';
const smallSquare = 'M5.5 5h5a.5.5 0 0 1 .5.5v5a.5.5 0 0 1-.5.5h-5a.5.5 0 0 1-.5-.5v-5a.5.5 0 0 1 .5-.5z';
const bell =
  'M8 1.2c.7 0 1.2.5 1.2 1.2v.3c2 .5 3.3 2.2 3.3 4.3 0 2.8.6 3.7 1.5 4.7v.8H2v-.8c.9-1 1.5-1.9 1.5-4.7 0-2.1 1.3-3.8 3.3-4.3v-.3c0-.7.5-1.2 1.2-1.2zM6.3 13.2h3.4a1.7 1.7 0 0 1-3.4 0z';
const speaker = 'M2 5.8h2.6L8.6 2.5v11L4.6 10.2H2z';
const slash = 'M2 2.9 2.9 2 14 13.1l-.9.9z';
const tick = 'm6.6 11.9-3.7-3.7 1.4-1.4 2.3 2.3 5.1-5.1 1.4 1.4z';
const cross = 'm4 2.6 4 4 4-4L13.4 4l-4 4 4 4-1.4 1.4-4-4-4 4L2.6 12l4-4-4-4z';
const glass =
  'M3.5 1h9v1.5h-.8v1.7c0 1.5-.9 2.7-2.2 3.8 1.3 1.1 2.2 2.3 2.2 3.8v1.7h.8V15h-9v-1.5h.8v-1.7c0-1.5.9-2.7 2.2-3.8-1.3-1.1-2.2-2.3-2.2-3.8V2.5h-.8z';
const sand =
  'M5.9 12.9c0-1.3.9-2.2 2.1-3 1.2.8 2.1 1.7 2.1 3zM6 4.7h4c-.3.9-1.1 1.7-2 2.4-.9-.7-1.7-1.5-2-2.4z';
const triangle =
  'M8 1.3c.5 0 .9.3 1.1.7l6 11c.4.8-.1 1.7-1 1.7H1.9c-.9 0-1.4-.9-1-1.7l6-11c.2-.4.6-.7 1.1-.7z';
const mark = 'M7.1 5.3h1.8l-.2 4.7H7.3zM8 11a1 1 0 1 1 0 2 1 1 0 0 1 0-2z';
const right = 'M5.5 3.5 12 8l-6.5 4.5z';
const lens =
  'M6.8 1.5a5.3 5.3 0 0 1 4.2 8.5l3.5 3.5-1.3 1.3-3.5-3.5A5.3 5.3 0 1 1 6.8 1.5zm0 1.8a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z';

const red = '#d92d3a';
const orange = '#ed7d2b';
const yellow = '#f2b824';
const green = '#2f9e57';
const blue = '#2f79d8';
const white = '#ffffff';
const grey = '#8a94a0';
const sky = '#3b88c3';

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
  link: [
    [
      grey,
      'M6.5 9.5a3 3 0 0 1 0-4.2l2.3-2.3a3 3 0 0 1 4.2 4.2l-1 1-1.2-1.2 1-1a1.3 1.3 0 0 0-1.8-1.8L7.7 6.5a1.3 1.3 0 0 0 0 1.8zm3-3a3 3 0 0 1 0 4.2L7.2 13A3 3 0 0 1 3 8.8l1-1L5.2 9l-1 1A1.3 1.3 0 0 0 6 11.8l2.3-2.3a1.3 1.3 0 0 0 0-1.8z',
    ],
  ],
};
