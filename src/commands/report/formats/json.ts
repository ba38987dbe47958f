import type { TrackingReport } from "../tracking-report";

/** A report as JSON, with a row for each channel. */
export function renderJson({ partnerId, at, sources, failOn, comparison, plan }: TrackingReport): string {
  const document = {
    format_version: "1",
    ...{ partner_id: partnerId, at, sources, fail_on: [...failOn] },
    comparison: comparison && {
      ...{ exact: comparison.exact, failing: comparison.failing, counts: comparison.counts },
      clients: comparison.clients.map(({ clientId, clientName, total, counts }) => ({
        ...{ client_id: clientId, client_name: clientName, total, counts },
      })),
      channels: comparison.rows.map((row) => ({
        ...{ channel_id: row.id, finding: row.finding, client_id: row.clientId },
        ...{ client_name: row.clientName, name: row.name, phone_number: row.phoneNumber },
        ...{ declared: row.declared, reported: row.reported, declared_client_id: row.declaredClientId },
        ...{ since: row.since, declared_by: row.declaredBy, fails: row.fails },
        ignored: row.ignored && { reason: row.ignored.reason, until: row.ignored.until },
      })),
      expired: comparison.expired.map(({ channelId, clientId, reason, until }) => ({
        ...{ channel_id: channelId, client_id: clientId, reason, until },
      })),
    },
    plan: plan && {
      ...{
        counts: plan.counts,
        switches: plan.switches,
        duration: plan.duration,
        known_at_apply: plan.notKnown,
      },
      guards: plan.guards.map(({ name, text, isExceeded }) => ({ name, text, exceeded: isExceeded })),
      clients: plan.clients.map(({ clientId, counts }) => ({ client_id: clientId, counts })),
      changes: plan.changes.map(({ channelId, clientId, change, address }) => ({
        ...{ channel_id: channelId, client_id: clientId, change, address },
      })),
    },
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
