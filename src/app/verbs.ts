import type { Click } from './click.js';
import type { Reply } from './input.js';
import type { Parts } from './parts.js';

export type OnClick = (parts: Parts, click: Click) => Promise<Reply>;
/** What each verb of one subject does. */
export type Verbs = Readonly<Record<string, OnClick>>;
