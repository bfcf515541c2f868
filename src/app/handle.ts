import { withOpenings } from './access/opened.js';
import { onClick } from './on-click.js';
import { onText } from './on-text.js';
import { may } from './may.js';
import { chatOf, type Parts } from './parts.js';
import type { Conversation, Person, Place } from './ports.js';
import { sayingWhatIsRecorded } from './recorded.js';
import { answerOnce } from './turns.js';
import type { Handler, Input, Reply, Scene, Speaker } from './input.js';

/** The use cases behind one door: what somebody typed or clicked comes in, what to answer goes out. */
export function createHandler(parts: Parts): Handler {
  return {
    async handle(input: Input): Promise<Reply> {
      try {
        return await sayingWhatIsRecorded(parts, (watched) => (input.kind === 'text' ? answerOnce(watched, input, () => answer(watched, input)) : answer(watched, input)));
      } finally {
        // Only now: what is delivered must find what the answer wrote down about the card it replaces.
        if (!(input.kind === 'click' && input.automatic)) parts.wake();
      }
    },
  };
}

/** Whatever is answered: who was shown what of which case is written down first. */
function answer(parts: Parts, input: Input): Promise<Reply> {
  return withOpenings(parts, (listening) => answerTo(listening, input));
}

async function answerTo(parts: Parts, input: Input): Promise<Reply> {
  switch (input.kind) {
    case 'unsupported': return { kind: 'none' };
    case 'arrived': return arrived(parts, input.scene, input.speaker);
    case 'click': return onClick(parts, input, await meet(parts, input.scene, input.speaker, input.automatic));
    case 'text': {
      const person = await meet(parts, input.scene, input.speaker);
      return input.scene.kind === 'personal' ? onText(parts, input, person) : inChannel(parts, input, person);
    }
  }
}

/** Who this is, and where to reach this person from now on. */
async function meet(parts: Parts, scene: Scene, { aadObjectId, name, tenantId }: Speaker, automatic = false): Promise<Person> {
  const person = await parts.store.meet(aadObjectId, name, tenantId);
  // A card that Teams refreshes by itself tells nothing new.
  if (scene.kind === 'personal' && !automatic) await reachAt(parts, chatOf(person), scene.conversation);
  return person;
}

async function reachAt(parts: Parts, place: Place, conversation: Conversation): Promise<void> {
  const known = await parts.store.conversation(place);
  if (known && JSON.stringify(known) === JSON.stringify(conversation)) return;
  await parts.store.saveConversation(place, conversation);
}

async function arrived(parts: Parts, scene: Scene, speaker: Speaker | undefined): Promise<Reply> {
  if (scene.kind === 'personal' && speaker) await meet(parts, scene, speaker);
  if (scene.kind === 'channel') await linkByName(parts, scene);
  return { kind: 'none' };
}

/**
 * A channel that is called stagnatiepunt is taken as such while none is linked; so nobody draws the notices away by
 * naming a channel. Teams does not always name the channel: then a medewerker says so in the channel itself.
 */
async function linkByName(parts: Parts, scene: Extract<Scene, { kind: 'channel' }>): Promise<void> {
  if (!parts.trustsChannelNames || scene.channelName === undefined || !/stagnatiepunt/i.test(scene.channelName)) return;
  const known = await parts.store.conversation(stagnatiepunt(parts));
  if (!known || known.conversationId === scene.conversation.conversationId) await linkChannel(parts, scene.conversation);
}

function stagnatiepunt(parts: Parts): Place {
  return { kind: 'stagnatiepunt', region: parts.route.region.region };
}

async function linkChannel(parts: Parts, conversation: Conversation): Promise<void> {
  await reachAt(parts, stagnatiepunt(parts), conversation);
}

/** In a channel the bot says nothing about a child: it answers in personal chat. */
async function inChannel(parts: Parts, input: Extract<Input, { kind: 'text' }>, person: Person): Promise<Reply> {
  if (input.scene.kind !== 'channel') return { kind: 'none' };
  const linking = parts.understand(input.text);
  if (linking.kind === 'command' && linking.id === 'stagnatiepunt-hier') {
    if (!may(parts, person, 'link-channel')) return { kind: 'text', text: 'Alleen een medewerker van het stagnatiepunt kan dit kanaal koppelen.' };
    await linkChannel(parts, input.scene.conversation);
    return { kind: 'text', text: 'Dit kanaal is gekoppeld. Meldingen van het stagnatiepunt komen vanaf nu hier.' };
  }
  await linkByName(parts, input.scene);
  const chat = await parts.store.conversation(chatOf(person));
  if (!chat) return { kind: 'text', text: 'Open eerst een persoonlijke chat met Routewijzer en stel je vraag daar. Zo blijft het tussen ons.' };
  const reply = await onText(parts, { ...input, scene: { kind: 'personal', conversation: chat } }, person);
  if (reply.kind !== 'card') return reply;
  const result = await parts.outgoing.post(chat, reply.message);
  if (result.kind !== 'sent') return { kind: 'text', text: 'Het lukt nu niet om je een persoonlijk bericht te sturen. Stel je vraag in onze persoonlijke chat.' };
  await reply.sent?.(result.activityId);
  return { kind: 'text', text: 'Ik heb je geantwoord in onze persoonlijke chat.' };
}
