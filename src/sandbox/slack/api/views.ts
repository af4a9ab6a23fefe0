import { z } from 'zod';
import { findPerson } from '../world/people.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { viewJson } from '../world/view-json.ts';
import type { View } from '../world/views.ts';
import { defineMethod, json, text } from './method.ts';
import { invalidArguments, ok, refuse } from './reply.ts';
import { readView } from './view-definition.ts';

const Open = z.object({ trigger_id: text, view: json });

export const viewsOpen = defineMethod(null, Open, (world, args) => {
  const read = readView(world, args.view, 'modal');
  if ('refusal' in read) return read.refusal;
  const trigger = world.triggers.exchange(args.trigger_id);
  if ('error' in trigger) return refuse(trigger.error);
  return ok({ view: viewJson(world.views.open(trigger.user, read.definition)) });
});

/** Stacks upon the modal in which the person acted: a trigger from elsewhere has none. */
export const viewsPush = defineMethod(null, Open, (world, args) => {
  const read = readView(world, args.view, 'modal');
  if ('refusal' in read) return read.refusal;
  const trigger = world.triggers.exchange(args.trigger_id);
  if ('error' in trigger) return refuse(trigger.error);
  if (!trigger.fromView || !world.views.find(trigger.fromView)) return refuse('not_found');
  const view = world.views.push(trigger.user, read.definition);
  return view ? ok({ view: viewJson(view) }) : refuse('push_limit_reached');
});

const Update = z.object({
  view_id: text.optional(),
  external_id: text.optional(),
  view: json,
  hash: text.optional(),
});

export const viewsUpdate = defineMethod(null, Update, (world, args) => {
  const view = findView(world, args);
  if (!view) return refuse('not_found');
  const read = readView(world, args.view, view.type, view);
  if ('refusal' in read) return read.refusal;
  if (args.hash !== undefined && args.hash !== view.hash) return refuse('hash_conflict');
  return ok({ view: viewJson(world.views.update(view, read.definition)) });
});

function findView(world: SlackWorld, args: z.infer<typeof Update>): View | undefined {
  if (args.view_id !== undefined) return world.views.find(args.view_id);
  return args.external_id === undefined ? undefined : world.views.findByExternalId(args.external_id);
}

const Publish = z.object({ user_id: text, view: json, hash: text.optional() });

export const viewsPublish = defineMethod(null, Publish, (world, args) => {
  const person = findPerson(args.user_id);
  if (!person) return invalidArguments(['invalid `user_id`']);
  const home = world.views.home(person.id);
  const read = readView(world, args.view, 'home', home);
  if ('refusal' in read) return read.refusal;
  if (args.hash !== undefined && home && args.hash !== home.hash) return refuse('hash_conflict');
  return ok({ view: viewJson(world.views.publishHome(person.id, read.definition)) });
});
