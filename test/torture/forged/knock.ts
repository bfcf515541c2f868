import { request } from 'node:http';

/**
 * Posts an activity with these `Authorization` headers, each as a line of its own (which `fetch` can not). Status 0 when the
 * connection ended without an answer; a header that can not be sent at all counts as refused by the client: 400.
 */
export function knock(url: string, authorization: readonly string[], activity: unknown): Promise<{ readonly status: number; readonly body: string }> {
  const body = Buffer.from(JSON.stringify(activity));
  return new Promise((resolve) => {
    let heard = '';
    try {
      const headers = { 'content-type': 'application/json', 'content-length': body.length, ...(authorization.length > 0 ? { authorization: [...authorization] } : {}) };
      const asked = request(`${url}/api/messages`, { method: 'POST', agent: false, headers: headers as unknown as Record<string, string> }, (answer) => {
        answer.setEncoding('utf8').on('data', (text: string) => { heard += text; });
        answer.on('end', () => { resolve({ status: answer.statusCode ?? 0, body: heard }); });
        answer.on('error', () => { resolve({ status: answer.statusCode ?? 0, body: heard }); });
      });
      asked.setTimeout(20_000, () => { asked.destroy(); });
      asked.on('error', () => { resolve({ status: 0, body: heard }); });
      asked.end(body);
    } catch {
      resolve({ status: 400, body: '' });
    }
  });
}
