import { checkPermission } from '../../usecases/access/check-permission.ts';
import { doctorReply, examiningReply } from '../blocks/doctor.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Command } from './command.ts';
import { callerOf } from './with-circuit.ts';

export const doctorCommand: Command = {
  name: 'doctor',
  usage: '',
  gist: 'whether I can see and be heard, and what to mend',
  summary:
    'Looks at all that I depend on: Slack’s scopes and channels, Azure’s roles, clock, disk, schedule.',
  details: ['For admins. What is wrong says how to mend it. `npm run doctor` is the same on the machine.'],
  examples: ['doctor'],
  async run(_words, ask, deps) {
    const leave = await checkPermission(deps, callerOf(ask), 'doctor');
    if (!leave.ok) return refusalReply(leave.refusal);
    await ask.say(examiningReply());
    return doctorReply(await deps.doctor());
  },
};
