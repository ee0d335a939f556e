import { eventId, type CommandMetadata, type NewEvent } from '#kernel';

/** One append as the bench makes it: a step of a case, with a payload of the usual size (about 300 bytes). */
export interface BenchAppend {
  readonly stream: string;
  readonly expected: number | 'no-stream';
  readonly events: readonly NewEvent[];
  readonly metadata: CommandMetadata;
}

const EVENTS_PER_CASE = 10;

/** The steps of client `client`, case after case, without end. Made of counters only: every run writes the same bytes. */
export function* steps(client: number): Generator<BenchAppend, never, undefined> {
  for (let number = 0; ; number++) {
    const stream = `case-${eventId(`bench-${client}`, number)}`;
    for (let revision = 0; revision < EVENTS_PER_CASE; revision++) yield step(stream, revision);
  }
}

function step(stream: string, revision: number): BenchAppend {
  const commandId = eventId(stream, revision);
  return {
    stream,
    expected: revision === 0 ? 'no-stream' : revision - 1,
    events: [
      {
        id: eventId(commandId, 0),
        type: revision === 0 ? 'case.application-received' : 'case.step-taken',
        version: 1,
        data: {
          channel: 'letter',
          receivedOn: '2024-03-01',
          applicant: { kind: 'natural-person', reference: commandId },
          request: '申请公开某某项目征收土地补偿安置方案及其批复文件，要求提供纸质复印件',
          items: [
            { number: 1, subject: '征收土地补偿安置方案' },
            { number: 2, subject: '批复文件' },
          ],
          due: { on: '2024-03-29', rule: 'article-33', workingDays: 20 },
        },
      },
    ],
    metadata: {
      commandId,
      actor: 'staff-7',
      role: 'handler',
      agency: 'songzhuang-zhen',
      now: '2024-03-01T08:00:00.000Z',
      on: '2024-03-01',
      correlationId: commandId,
      causationId: commandId,
      commandHash: '0'.repeat(64),
    },
  };
}
