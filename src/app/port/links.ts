import type { Instant } from '../ports.js';

/** A page to print, which whoever has its link may open until it expires. The link itself is kept nowhere, only its hash. */
export interface PrintLink {
  readonly hash: string;
  readonly stream: string;
  /** Which document of the case. */
  readonly document: string;
  /** Whose page it is: what this person may see when it is opened. */
  readonly personId: string;
  readonly expiresAt: Instant;
}

export interface LinkStore {
  /** Keeps a link to a page of a stream that exists. */
  saveLink(link: PrintLink): Promise<void>;
  link(hash: string): Promise<PrintLink | undefined>;
  /** Removes the links that expired before this moment. */
  forgetLinks(before: Instant): Promise<void>;
}
