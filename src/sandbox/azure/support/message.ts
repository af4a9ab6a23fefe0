import { guidOf } from '../guid.ts';
import type { Communication, Ticket } from './ticket.ts';
import { planName } from './ticket-wire.ts';

type Message = Omit<Communication, 'at'>;
type Written = Pick<Communication, 'name' | 'sender' | 'subject' | 'text'>;

/** Longer subjects are cut and end in three dots (recorded). */
const longestSubject = 50;

/** The customer's own, as it reads back: the subject cut and marked with the ticket's number, the body wrapped (recorded). */
export function ownMessage({ ticketId }: Ticket, { subject, text, ...written }: Written): Message {
  return { ...written, text, author: 'customer', subject: marked(subject, ticketId), body: asHtml(text) };
}

/** What Microsoft's engineer writes; like all of Microsoft's messages it is called by a GUID. */
export function engineersMessage(ticket: Ticket, engineer: string, text: string): Message {
  return {
    name: guidOf('message', ticket.ticketId, ticket.communications.length),
    author: 'microsoft',
    sender: engineer,
    subject: marked(`RE: ${ticket.title}`, ticket.ticketId),
    body: asHtml(text),
    text,
  };
}

/**
 * The mail with which Microsoft answers every new ticket at once (recorded, there with 25 kB of tables, styles and
 * pictures; the line break with which the subject begins and the thin space are Microsoft's).
 */
export function acknowledgement(ticket: Ticket): Message {
  const { ticketId, title, severity, plan } = ticket;
  const text =
    'Your question was successfully submitted to Microsoft Support using your ' +
    `${planName(plan)} plan. A Microsoft support professional will contact you.`;
  return {
    name: guidOf('message', ticketId, 'acknowledgement'),
    author: 'microsoft',
    sender: 'support@mail.support.microsoft.com',
    subject: `\nCase ${ticketId}\u2009 Your question was successfully submitted to Microsoft Support TrackingID#${ticketId}`,
    body: `${mailHead}<p>${escapeHtml(text)}</p>\n<div>&nbsp;</div>\n<table><tbody>\n${[
      ['Incident title:', title],
      ['Support request number:', ticketId],
      ['Severity rating:', severity],
    ]
      .map(([name = '', value = '']) => `<tr><td><b>${name}</b></td><td>${escapeHtml(value)}</td></tr>\n`)
      .join('')}</tbody></table>\n</div>\n</body>\n</html>\n`,
    text,
  };
}

const mailHead = `<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<style>td { font-size: 9pt }</style>
</head>
<body>
<div data-wrapper="true" style="font-size:9pt; font-family:'Segoe UI','Helvetica Neue',sans-serif">
<div><strong>Having trouble viewing this email?&nbsp;</strong><a href="https://portal.azure.com/">View your request online</a></div>
<img alt="Microsoft" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=">
`;

function marked(subject: string, ticketId: string): string {
  const cut = subject.length > longestSubject ? `${subject.slice(0, longestSubject - 3)}...` : subject;
  return `${cut} - TrackingID#${ticketId}`;
}

function asHtml(text: string): string {
  return `<pre>${escapeHtml(text)}</pre>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
