import type { Button } from '@slack/types';
import type { ExecutingView, RequestView } from '../../../domain/approval/view.ts';
import { actionIds } from '../../action-ids.ts';
import { circuitPayload } from '../circuit-token.ts';
import { button, confirm } from '../kit.ts';
import { encode } from '../payload.ts';
import { showButton } from '../show-button.ts';
import { requestTitle } from '../words/operation.ts';

/** What can be done with a request, or after it. Who may is decided when it is pressed. */
export function requestButtons(view: RequestView): readonly Button[] {
  const { state, operation, target } = view;
  switch (state.state) {
    case 'requested':
      return [approveButton(view), rejectButton(view), withdrawButton(view), showButton(target)];
    case 'approved':
      return [rejectButton(view), withdrawButton(view), showButton(target)];
    case 'executing':
      return [...whileWaiting(view, state), ...(operation === 'create' ? [] : [showButton(target)])];
    case 'succeeded':
      return [...afterSuccess(view), ...(isGone(view) ? [] : [showButton(target)])];
    case 'failed':
    case 'stale':
    case 'rejected':
    case 'withdrawn':
    case 'expired':
      return operation === 'create' ? [] : [showButton(target)];
  }
}

function whileWaiting(view: RequestView, { waitsFor }: ExecutingView): readonly Button[] {
  if (waitsFor === 'time') return [stopButton(view)];
  return waitsFor === 'provider'
    ? [onCircuit(view, 'Hand-over text', actionIds.handover), withdrawButton(view)]
    : [];
}

/** The circuit was deleted with it. */
function isGone({ operation, cautions }: RequestView): boolean {
  return operation === 'delete' || cautions.includes('deleted-when-deprovisioned');
}

function afterSuccess(view: RequestView): readonly Button[] {
  switch (view.operation) {
    case 'create':
      return [
        onCircuit(view, 'Service key', actionIds.serviceKey),
        onCircuit(view, 'Record the order', actionIds.order),
      ];
    case 'deprovision':
      if (isGone(view)) return [];
      return [
        onCircuit(view, 'Delete it', actionIds.delete),
        onCircuit(view, 'Have it re-enabled', actionIds.reenable),
      ];
    case 'link':
      return view.authorization === undefined ? [] : [authorizationKeyButton(view, view.authorization)];
    default:
      return [];
  }
}

function authorizationKeyButton({ target: { id } }: RequestView, name: string): Button {
  return button('Authorization key', actionIds.authorizationKey, circuitPayload({ id, name }), {
    label: `Authorization key: ${name}`,
  });
}

function onCircuit({ target }: RequestView, text: string, actionId: string): Button {
  return button(text, actionId, circuitPayload(target), { label: `${text}: ${target.name}` });
}

function approveButton(view: RequestView): Button {
  const what = requestTitle(view);
  return button('Approve', actionIds.approve, encode({ request: view.id }), {
    style: 'primary',
    label: `Approve: ${what}`,
    confirm: confirm(
      'Approve?',
      `${what}. Azure is read again just before; if it changed, nothing is done.`,
      'Approve',
      'Cancel',
    ),
  });
}

function rejectButton({ id }: RequestView): Button {
  return button('Reject…', actionIds.reject, encode({ request: id }), { style: 'danger' });
}

function withdrawButton({ id }: RequestView): Button {
  return button('Withdraw', actionIds.withdraw, encode({ request: id }));
}

function stopButton({ id }: RequestView): Button {
  return button('Stop now', actionIds.stopHolding, encode({ request: id }), { style: 'danger' });
}
