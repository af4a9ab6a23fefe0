import type { MaintenanceWindow, QuietHours } from '../../src/domain/alert/quiet.ts';
import type { Connectivity } from '../../src/domain/circuit/connectivity.ts';
import { diagnosePeering, type EdgeSaid } from '../../src/domain/circuit/diagnosis.ts';
import { links } from '../../src/domain/peering/link.ts';
import { addressFamilies, peeringTypes } from '../../src/domain/peering/peering.ts';
import { sessionStates } from '../../src/domain/peering/session.ts';
import { diagnosingReply, diagnosisReply } from '../../src/slack/blocks/diagnosis.ts';
import { doctorReply, examiningReply } from '../../src/slack/blocks/doctor.ts';
import { maintenanceModal } from '../../src/slack/blocks/forms/maintenance.ts';
import { quietModal } from '../../src/slack/blocks/forms/quiet.ts';
import { acknowledgeModal } from '../../src/slack/blocks/incident/acknowledge.ts';
import { assignModal } from '../../src/slack/blocks/incident/assign.ts';
import { digestAllReply } from '../../src/slack/blocks/incident/digest-all.ts';
import { incidentsReply } from '../../src/slack/blocks/incident/incidents.ts';
import { incidentMuteModal } from '../../src/slack/blocks/incident/mute-form.ts';
import {
  maintenanceReply,
  windowEndedReply,
  windowPlannedReply,
} from '../../src/slack/blocks/maintenance.ts';
import { quietEndedReply, quietReply, quietSetReply } from '../../src/slack/blocks/quiet.ts';
import { formMetadata } from '../../src/slack/writes/form.ts';
import type { IncidentPage } from '../../src/usecases/alerts/list-incidents.ts';
import type { DigestPage } from '../../src/usecases/alerts/read-digest.ts';
import type { Diagnosis } from '../../src/usecases/diagnose-circuit.ts';
import { type Finding, findingLevels } from '../../src/usecases/doctor/finding.ts';
import { t0 } from './a-circuit.ts';
import { digestSightsOf } from './slack-alerts.ts';
import { type Cast, channelId, filterOf, owner } from './slack-cast.ts';
import { incidentsOf } from './slack-incidents.ts';
import { message, type Shown, view } from './slack-shown.ts';

/** What is answered about incidents, quiet hours, maintenance and the doctor, by the function that renders it. */
export function alertAnswersOf(cast: Cast): Readonly<Record<string, readonly Shown[]>> {
  const incidents = incidentsOf(cast);
  const ofKinds = [...new Map(incidents.map((one) => [one.trouble.kind, one])).values()];
  const windows = windowsOf(cast);
  const draft = { filter: [], effect: 'mark', note: '' } as const;
  return {
    incidentsReply: incidentPagesOf(cast).map((page) => message('incidents', incidentsReply(page))),
    digestAllReply: digestPagesOf(cast).map((page) => message('digest', digestAllReply(page))),
    acknowledgeModal: ofKinds.map((one) =>
      view(one.trouble.kind, acknowledgeModal(one, formMetadata(channelId, one.id))),
    ),
    assignModal: ofKinds.map((one) =>
      view(one.trouble.kind, assignModal({ ...one, assigned: { to: owner, by: owner, at: t0 } }, '')),
    ),
    incidentMuteModal: ofKinds.map((one) => view(one.trouble.kind, incidentMuteModal(one, ''))),
    diagnosisReply: diagnosesOf(cast).map((one) => message('diagnosis', diagnosisReply(one))),
    diagnosingReply: [message('asking', diagnosingReply(cast.known.circuit.name))],
    quietReply: [undefined, ...quietHoursOf()].map((hours) => message('quiet', quietReply(channelId, hours))),
    quietSetReply: quietHoursOf().map((hours) => message('quiet', quietSetReply(hours))),
    quietEndedReply: [message('quiet ended', quietEndedReply(owner))],
    quietModal: [undefined, ...quietHoursOf()].map((hours) => view('quiet', quietModal(hours, ''))),
    maintenanceReply: [
      [],
      windows.slice(0, 1),
      windows,
      Array.from({ length: 10 }, () => windows).flat(),
    ].map((all) => message('maintenance', maintenanceReply(all, t0))),
    windowPlannedReply: windows.flatMap((window) =>
      [0, 1, 500].map((covered) => message('planned', windowPlannedReply(window, covered, t0))),
    ),
    windowEndedReply: windows.map((window) => message('ended', windowEndedReply(window, owner, t0))),
    maintenanceModal: [
      view('empty', maintenanceModal(draft, t0, '')),
      view(
        'filled',
        maintenanceModal(
          { ...draft, filter: filterOf('circuit', cast.text), from: t0, effect: 'hold', note: cast.text },
          t0,
          '',
        ),
      ),
    ],
    doctorReply: findingsOf(cast).map((findings) => message('doctor', doctorReply(findings))),
    examiningReply: [message('examining', examiningReply())],
  };
}

function incidentPagesOf(cast: Cast): readonly IncidentPage[] {
  const all = incidentsOf(cast);
  const size = 8;
  const pages = Array.from({ length: Math.ceil(all.length / size) }, (_, page) =>
    all.slice(page * size, (page + 1) * size),
  );
  const held = { acknowledged: { by: owner, at: t0 }, state: 'clearing', goodSince: t0 } as const;
  const over = { state: 'resolved', ending: { kind: 'well' }, resolvedAt: t0, goodSince: t0 } as const;
  return [false, true].flatMap((withAll) =>
    [[], filterOf('circuit', cast.text)].flatMap((filter) => [
      { filter, all: withAll, incidents: [], page: 0, pageCount: 1, total: 0 },
      ...pages.map((incidents, page) => ({
        filter,
        all: withAll,
        incidents: incidents.map((one, index) =>
          index % 3 === 0 ? { ...one, ...held } : index % 3 === 1 && withAll ? { ...one, ...over } : one,
        ),
        page,
        pageCount: pages.length,
        total: all.length,
      })),
    ]),
  );
}

function digestPagesOf(cast: Cast): readonly DigestPage[] {
  const incidents = new Map(incidentsOf(cast).map((one) => [one.id, one]));
  const lines = digestSightsOf(cast).map(({ now: _, ...line }) => line);
  const digest = { id: 'D-1', revision: 1, channelId, why: 'storm', since: t0, until: t0, lines } as const;
  const pageCount = Math.ceil(lines.length / 10);
  return [
    { digest: { ...digest, lines: [], omitted: 4_000 }, entries: [], page: 0, pageCount: 1 },
    ...Array.from({ length: pageCount }, (_, page) => ({
      digest,
      entries: lines.slice(page * 10, (page + 1) * 10).map((line) => {
        const incident = line.kind === 'incident' ? incidents.get(line.incidentId) : undefined;
        return incident ? { line, incident } : { line };
      }),
      page,
      pageCount,
    })),
  ];
}

/** Of every peering, link and family in every state: what was read, what could not be, and what is missing. */
function diagnosesOf({ known: { circuit }, text }: Cast): readonly Diagnosis[] {
  const unreadable = { kind: 'unreadable', reason: text } as const;
  const peerings = [...peeringTypes, { unrecognised: text }];
  const expected = peerings.flatMap((peering) =>
    links.flatMap((link) =>
      addressFamilies.map((family) => ({
        peering,
        link,
        family,
        peeringName: text,
        peerAsn: 64_510,
        subnet: family === 'ipv4' ? '192.168.15.16/30' : '2001:db8:16::/126',
        limit: 4_000,
      })),
    ),
  );
  const neighbors = (bgpState: string | undefined) => ({
    kind: 'read' as const,
    lines: ['192.168.15.17', '2001:db8:16::1'].map((address) => ({
      address,
      family: 'ipv4' as const,
      session:
        bgpState === undefined
          ? ({ kind: 'established', prefixes: 47 } as const)
          : ({ kind: 'not-established', bgpState } as const),
    })),
  });
  const arp = { kind: 'read', lines: [{ side: 'yours', address: '192.168.15.17', mac: '00:11' }] } as const;
  const silent = {
    kind: 'read',
    lines: [{ side: 'microsoft', address: '192.168.15.18', mac: '00:11' }],
  } as const;
  const tables = [
    { routes: neighbors(undefined), arp },
    { routes: neighbors(undefined), arp: silent },
    { routes: neighbors(text), arp },
    { routes: neighbors('Idle'), arp: silent },
    { routes: unreadable, arp: unreadable },
  ];
  const well = { routes: neighbors(undefined), arp };
  const counters = { bytesIn: 12_300_000_000, bytesOut: undefined };
  return tables.flatMap((table) =>
    [table, well].map((other) => {
      const said: readonly EdgeSaid[] = peerings.flatMap((peering) => [
        { peering, link: 'primary' as const, ...table },
        { peering, link: 'secondary' as const, ...other },
      ]);
      return {
        circuit,
        at: t0,
        findings: peerings.map((peering) =>
          diagnosePeering(
            peering,
            expected.filter((one) => one.peering === peering),
            said,
            t0,
          ),
        ),
        said,
        traffic:
          table === well
            ? unreadable
            : {
                kind: 'read' as const,
                lines: [{ primary: counters, secondary: { bytesIn: 0, bytesOut: 999 } }],
              },
      };
    }),
  );
}

function quietHoursOf(): readonly QuietHours[] {
  return [[], [1, 2, 3, 4, 5], [6, 7], [2, 4]].map((days) => ({
    channelId,
    fromMinute: 1_320,
    toMinute: 420,
    days,
    zone: 'Europe/London',
    byUserId: owner,
  }));
}

export function windowsOf({ text }: Cast): readonly MaintenanceWindow[] {
  const own = {
    id: 'MW-3F7',
    from: t0 - 60_000,
    until: t0 + 7_200_000,
    filter: filterOf('circuit', text),
  } as const;
  const source = { kind: 'person', userId: owner, channelId } as const;
  const azure = { kind: 'azure', subscriptionId: text, regions: [text] } as const;
  return [
    { ...own, effect: 'hold', note: text, source },
    { ...own, effect: 'mark', note: '', source, filter: [], from: t0 + 60_000, until: t0 + 172_800_000 },
    { ...own, id: text, effect: 'mark', note: text, source: azure, filter: [] },
    { ...own, effect: 'mark', note: text, source: { ...azure, regions: [] }, filter: [] },
  ];
}

function findingsOf({ text }: Cast): readonly (readonly Finding[])[] {
  const all = findingLevels.flatMap((level) => [
    { name: text, level, found: text, mend: text },
    { name: 'Disk', level, found: 'There is room.' },
  ]);
  const ok = all.filter(({ level }) => level === 'ok');
  return [[], ok, all, Array.from({ length: 20 }, () => all).flat()];
}

/** What is known to run over a circuit, every way. */
export function connectivityOf({ known: { circuit }, text }: Cast): Connectivity {
  return {
    circuitId: circuit.id,
    sessions: circuit.peerings.flatMap(({ type: peering }) =>
      links.flatMap((link) =>
        addressFamilies.flatMap((family, index) =>
          sessionStates.slice(index, index + 1).map((state) => ({
            peering,
            link,
            family,
            state: link === 'primary' ? state : ('down' as const),
            since: t0,
            basis: 'routes' as const,
            bgpState: text,
            prefixes: 47,
          })),
        ),
      ),
    ),
    arp: circuit.peerings.map(({ type: peering }) => ({
      peering,
      link: 'secondary',
      state: 'down',
      since: t0,
    })),
    connections: [],
  };
}
