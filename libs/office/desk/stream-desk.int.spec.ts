import { describe, expect, it } from '@jest/globals';
import { CommandReused, Refused, RevisionConflict } from '#kernel';
import { MemoryEventStore } from '#event-store';
import { eventRegistry } from '../registry.js';
import type { RequestContext } from '../request.js';
import { StreamDesk, type DeskCommand } from './stream-desk.js';

const request = (commandId: string): RequestContext => ({
  principal: { staffId: 'zhang-san', role: 'handler', agencies: '*' },
  commandId,
  now: '2024-03-01T08:00:00.000Z',
  correlationId: commandId,
});

/** A command that may be given any number of times: each adds fees. */
function fees(commandId: string, amountFen = 100, more: Partial<DeskCommand> = {}): DeskCommand {
  const body = { on: '2024-03-01', amountFen };
  return {
    name: 'record-fees',
    stream: 'register-a-2024',
    body: body,
    request: request(commandId),
    commutes: true,
    decide: () => ({
      type: 'register.fees-recorded',
      data: { agency: 'a', year: 2024, ...body },
      agency: 'a',
      on: '2024-03-01',
    }),
    ...more,
  };
}

const aDesk = (store = new MemoryEventStore()) => new StreamDesk(store, eventRegistry);

describe('the stream desk', () => {
  it('answers a repeated command with the first result, also while the first is on its way', async () => {
    const desk = aDesk();
    const first = await desk.submit(fees('c-1'));
    const second = await desk.submit(fees('c-1'));
    const recorded = await first.durable;
    expect(recorded).toMatchObject({ revision: 0, repeated: false });
    expect(await second.durable).toEqual({ ...recorded, repeated: true });
    expect(await desk.history('register-a-2024')).toHaveLength(1);
  });

  it('knows what an earlier process recorded', async () => {
    const store = new MemoryEventStore();
    const recorded = await aDesk(store).record(fees('c-1'));
    expect(await aDesk(store).record(fees('c-1'))).toEqual({ ...recorded, repeated: true });
  });

  it('leaves no trace of a repetition in the history that the next command is decided on', async () => {
    const store = new MemoryEventStore();
    await aDesk(store).record(fees('c-1'));
    const desk = aDesk(store);
    const lengths: number[] = [];
    const noting = (history: readonly unknown[]) => {
      lengths.push(history.length);
      return fees('').decide([]);
    };
    const answers = [await desk.submit(fees('c-1')), await desk.submit(fees('c-2', 200, { decide: noting }))];
    await Promise.all(answers.map(({ durable }) => durable));
    expect(lengths).toEqual([1]);
    expect(await store.read('register-a-2024')).toHaveLength(2);
  });

  it('refuses a command id that comes again with another content', async () => {
    const desk = aDesk();
    await desk.record(fees('c-1'));
    await expect(desk.submit(fees('c-1', 200))).rejects.toThrow(CommandReused);
  });

  it('decides commands to one stream one after the other, though none waits for the disk', async () => {
    const desk = aDesk();
    const once = (history: readonly unknown[]) => {
      if (history.length > 0) throw new Refused('already', '已有');
      return fees('').decide([]);
    };
    const answers = await Promise.allSettled(
      ['c-1', 'c-2', 'c-3'].map(
        async (id) => (await desk.submit(fees(id, 100, { decide: once, commutes: false }))).durable,
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((answers[1] as PromiseRejectedResult).reason).toBeInstanceOf(Refused);
  });

  it('checks If-Match before deciding, but answers a repetition whatever the caller has seen', async () => {
    const desk = aDesk();
    const seen = (command: DeskCommand, expectedRevision: number) => ({
      ...command,
      request: { ...command.request, expectedRevision },
    });
    await desk.record(fees('c-1'));
    await expect(desk.submit(seen(fees('c-2'), 7))).rejects.toThrow(RevisionConflict);
    expect(await desk.record(seen(fees('c-1'), 7))).toMatchObject({ repeated: true });
  });

  it('decides a commuting command anew when another process wrote first', async () => {
    const store = new MemoryEventStore();
    const [one, other] = [aDesk(store), aDesk(store)];
    await one.record(fees('c-1'));
    await other.record(fees('c-2'));
    expect(await one.record(fees('c-3'))).toMatchObject({ revision: 2 });
    await expect(other.record(fees('c-4', 100, { commutes: false }))).rejects.toThrow(RevisionConflict);
  });
});
