import { cuts, type FailoverTest } from '../model/failover-test.ts';

/** An entry of `getCircuitLinkFailoverAllTestsDetails`, in the form of the official example (2025-07-01). */
export function toWireTest(test: FailoverTest, now: number) {
  return {
    testGuid: test.id,
    testType: 'SingleSiteFailover',
    status: test.status,
    startTime: timeOf(test.startedAt),
    endTime: test.endedAt === undefined ? undefined : timeOf(test.endedAt),
    issues: [],
    wasSimulationSuccessful: test.successful ?? false,
    circuitTestCategory: test.category,
    linkType: test.link,
    bgpStatus: bgpStatus(test, now),
  };
}

/** An entry of `getCircuitLinkFailoverSingleTestDetails`. This Azure has no route tables: no route is listed. */
export function toWireTestDetails(test: FailoverTest, now: number) {
  return {
    startTimeUtc: timeOf(test.startedAt),
    endTimeUtc: test.endedAt === undefined ? undefined : timeOf(test.endedAt),
    status: test.status,
    wasSimulationSuccessful: test.successful ?? false,
    linkType: test.link,
    circuitTestCategory: test.category,
    isSimulationVerified: test.verified ?? false,
    redundantRoutes: { beforeSimulation: [], duringSimulation: [] },
    nonRedundantRoutes: { beforeSimulation: [], duringSimulation: [] },
    bgpStatus: bgpStatus(test, now),
  };
}

function bgpStatus(test: FailoverTest, now: number) {
  return (['Primary', 'Secondary'] as const).map((link) => ({
    type: 'IPv4',
    link,
    status: cuts(test) && link === test.link ? 'Disconnected' : 'Connected',
    checkTimeUtc: timeOf(now),
  }));
}

/** As Azure writes a time, to the second. */
function timeOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
