import { authTest, botsInfo, teamInfo } from './auth.ts';
import { chatDelete, chatUpdate } from './chat-change.ts';
import { chatGetPermalink } from './chat-permalink.ts';
import { chatPostEphemeral, chatPostMessage } from './chat-post.ts';
import {
  conversationsInfo,
  conversationsJoin,
  conversationsList,
  conversationsMembers,
  conversationsOpen,
} from './conversations.ts';
import { filesGetUploadUrlExternal, filesInfo } from './files.ts';
import { filesCompleteUploadExternal } from './files-complete.ts';
import { conversationsHistory, conversationsReplies } from './history.ts';
import type { Method } from './method.ts';
import { usergroupsList, usergroupsUsersList, usersInfo, usersList } from './users.ts';
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views.ts';

/** The Web API methods that the workspace serves; any other is an `unknown_method`. */
export const methods: ReadonlyMap<string, Method> = new Map([
  ['auth.test', authTest],
  ['bots.info', botsInfo],
  ['team.info', teamInfo],
  ['chat.postMessage', chatPostMessage],
  ['chat.postEphemeral', chatPostEphemeral],
  ['chat.update', chatUpdate],
  ['chat.delete', chatDelete],
  ['chat.getPermalink', chatGetPermalink],
  ['conversations.info', conversationsInfo],
  ['conversations.list', conversationsList],
  ['conversations.members', conversationsMembers],
  ['conversations.open', conversationsOpen],
  ['conversations.join', conversationsJoin],
  ['conversations.history', conversationsHistory],
  ['conversations.replies', conversationsReplies],
  ['files.info', filesInfo],
  ['files.getUploadURLExternal', filesGetUploadUrlExternal],
  ['files.completeUploadExternal', filesCompleteUploadExternal],
  ['users.info', usersInfo],
  ['users.list', usersList],
  ['usergroups.list', usergroupsList],
  ['usergroups.users.list', usergroupsUsersList],
  ['views.open', viewsOpen],
  ['views.push', viewsPush],
  ['views.update', viewsUpdate],
  ['views.publish', viewsPublish],
]);
