import { Command } from 'nest-commander';
import { CommandGroup } from '../shell/command-group.js';
import { EvidenceCaseCommand } from './evidence-case.command.js';
import { EvidenceYearCommand } from './evidence-year.command.js';

/** `gongkai evidence`. */
@Command({
  name: 'evidence',
  description: '证据包（用 tools/verify-evidence.mjs 独立核验）：case、year',
  subCommands: [EvidenceCaseCommand, EvidenceYearCommand],
})
export class EvidenceCommand extends CommandGroup {}
