import { instantOn, plusTime } from '../../case/time.js';

const NEW_MEETING = 'https://teams.microsoft.com/l/meeting/new';
const HOUR_MS = 3_600_000;

/**
 * A link that opens a new Teams meeting of one hour, filled in. `date` YYYY-MM-DD and `time` HH:MM in the Netherlands. The subject
 * is the code of the case and nothing else: calendars are read by more people than those who may know.
 */
export function meetingLink(code: string, date: string, time: string, emails: readonly string[] = []): string {
  const start = instantOn(date, time);
  const fields: readonly (readonly [string, string])[] = [
    ['subject', `Casus ${code}`], ['startTime', withZone(start)], ['endTime', withZone(plusTime(start, HOUR_MS))],
    ...(emails.length > 0 ? [['attendees', emails.join(',')] as const] : []),
  ];
  return `${NEW_MEETING}?${fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

/** The long form of ISO 8601 that Teams asks for: seconds, no fraction, and the distance to UTC in numbers. */
function withZone(instant: string): string {
  return `${instant.slice(0, 19)}+00:00`;
}
