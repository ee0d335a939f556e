import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { EventRegistry } from '#kernel';
import {
  agencyCommands,
  agencyEvents,
  booksCommands,
  calendarCommands,
  narrativeCommands,
  registerCommands,
} from './index.js';

const commands = [...agencyCommands, ...registerCommands, ...booksCommands, ...calendarCommands, ...narrativeCommands];

describe('commands and events of agencies, registers, books, calendars and reports', () => {
  it('record one registered event each, under a name of their own', () => {
    const registry = new EventRegistry(agencyEvents);
    for (const { event } of commands) expect(registry.get(event.type)).toBe(event);
    expect(new Set(commands.map((command) => command.name)).size).toBe(commands.length);
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    '%s describes its body as JSON Schema, with its date',
    (_name, command) => {
      expect(z.toJSONSchema(command.body, { io: 'input', unrepresentable: 'any' })).toMatchObject({
        type: 'object',
        additionalProperties: false,
        properties: { on: {} },
        required: expect.arrayContaining(['on']),
      });
    },
  );
});
