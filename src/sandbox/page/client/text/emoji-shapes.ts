/** Paths and colours of which signs are made; each stands in a 16 × 16 field. */
export const disc = 'M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2z';
export const square =
  'M3.5 1.8h9a1.7 1.7 0 0 1 1.7 1.7v9a1.7 1.7 0 0 1-1.7 1.7h-9a1.7 1.7 0 0 1-1.7-1.7v-9a1.7 1.7 0 0 1 1.7-1.7z';
export const smallSquare =
  'M5.5 5h5a.5.5 0 0 1 .5.5v5a.5.5 0 0 1-.5.5h-5a.5.5 0 0 1-.5-.5v-5a.5.5 0 0 1 .5-.5z';
export const diamond = 'M8 3.2 12.8 8 8 12.8 3.2 8z';
export const bell =
  'M8 1.2c.7 0 1.2.5 1.2 1.2v.3c2 .5 3.3 2.2 3.3 4.3 0 2.8.6 3.7 1.5 4.7v.8H2v-.8c.9-1 1.5-1.9 1.5-4.7 0-2.1 1.3-3.8 3.3-4.3v-.3c0-.7.5-1.2 1.2-1.2zM6.3 13.2h3.4a1.7 1.7 0 0 1-3.4 0z';
export const speaker = 'M2 5.8h2.6L8.6 2.5v11L4.6 10.2H2z';
export const slash = 'M2 2.9 2.9 2 14 13.1l-.9.9z';
export const tick = 'm6.6 11.9-3.7-3.7 1.4-1.4 2.3 2.3 5.1-5.1 1.4 1.4z';
export const cross = 'm4 2.6 4 4 4-4L13.4 4l-4 4 4 4-1.4 1.4-4-4-4 4L2.6 12l4-4-4-4z';
export const glass =
  'M3.5 1h9v1.5h-.8v1.7c0 1.5-.9 2.7-2.2 3.8 1.3 1.1 2.2 2.3 2.2 3.8v1.7h.8V15h-9v-1.5h.8v-1.7c0-1.5.9-2.7 2.2-3.8-1.3-1.1-2.2-2.3-2.2-3.8V2.5h-.8z';
export const sand =
  'M5.9 12.9c0-1.3.9-2.2 2.1-3 1.2.8 2.1 1.7 2.1 3zM6 4.7h4c-.3.9-1.1 1.7-2 2.4-.9-.7-1.7-1.5-2-2.4z';
export const triangle =
  'M8 1.3c.5 0 .9.3 1.1.7l6 11c.4.8-.1 1.7-1 1.7H1.9c-.9 0-1.4-.9-1-1.7l6-11c.2-.4.6-.7 1.1-.7z';
export const mark = 'M7.1 5.3h1.8l-.2 4.7H7.3zM8 11a1 1 0 1 1 0 2 1 1 0 0 1 0-2z';
export const right = 'M5.5 3.5 12 8l-6.5 4.5z';
export const lens =
  'M6.8 1.5a5.3 5.3 0 0 1 4.2 8.5l3.5 3.5-1.3 1.3-3.5-3.5A5.3 5.3 0 1 1 6.8 1.5zm0 1.8a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z';

export const red = '#d92d3a';
export const orange = '#ed7d2b';
export const yellow = '#f2b824';
export const green = '#2f9e57';
export const blue = '#2f79d8';
export const white = '#ffffff';
export const grey = '#8a94a0';
export const sky = '#3b88c3';
export const chain =
  'M6.5 9.5a3 3 0 0 1 0-4.2l2.3-2.3a3 3 0 0 1 4.2 4.2l-1 1-1.2-1.2 1-1a1.3 1.3 0 0 0-1.8-1.8L7.7 6.5a1.3 1.3 0 0 0 0 1.8zm3-3a3 3 0 0 1 0 4.2L7.2 13A3 3 0 0 1 3 8.8l1-1L5.2 9l-1 1A1.3 1.3 0 0 0 6 11.8l2.3-2.3a1.3 1.3 0 0 0 0-1.8z';
