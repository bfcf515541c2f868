/** What counts as this machine itself: 127.0.0.0/8, [::1] and `localhost`. Local mode trusts nothing else. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** The parsed URL when it is an http(s) URL without a user name or password in it, else undefined. */
export function parseHttpUrl(text: string): URL | undefined {
  // The URL class normalises "127.1" and "0x7f.0.0.1", so that what is judged is what would be connected to.
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  return url.username === '' && url.password === '' ? url : undefined;
}

/** True for an http(s) URL that leads to this machine. */
export function isLoopbackUrl(text: string): boolean {
  const url = parseHttpUrl(text);
  return url !== undefined && isLoopbackHost(url.hostname);
}
