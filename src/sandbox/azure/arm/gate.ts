import { createMiddleware } from 'hono/factory';
import { armError } from '../wire/error.ts';
import type { ArmApp, ArmDeps, ArmEnv } from './arm-env.ts';
import { armPath, resourceNames } from './path.ts';

/** What ARM asks of every call before a resource provider sees it: a token, an api-version, a known subscription. */
export function addGate(app: ArmApp, deps: ArmDeps): void {
  app.use(authenticate(deps.token), requireApiVersion(), requireKnownScope(deps));
}

function authenticate(token: string) {
  return createMiddleware<ArmEnv>(async (context, next) => {
    const header = context.req.header('authorization');
    if (header === `Bearer ${token}`) return next();
    const missing = header === undefined;
    const why = missing
      ? "Authentication failed. The 'Authorization' header is missing."
      : 'The access token is invalid.';
    const code = missing ? 'AuthenticationFailed' : 'InvalidAuthenticationToken';
    const challenge =
      'Bearer authorization_uri="https://login.windows.net/common", error="invalid_token", ' +
      `error_description="${why}"`;
    return armError(401, { code, message: why }, { 'www-authenticate': challenge });
  });
}

function requireApiVersion() {
  return createMiddleware<ArmEnv>(async (context, next) => {
    const apiVersion = context.req.query('api-version');
    if (!apiVersion) {
      const message = 'The api-version query parameter (?api-version=) is required for all requests.';
      return armError(400, { code: 'MissingApiVersionParameter', message });
    }
    const path = armPath(context.req.url);
    context.set('apiVersion', apiVersion);
    context.set('path', path);
    context.set('names', resourceNames(path));
    return next();
  });
}

function requireKnownScope({ estate }: ArmDeps) {
  return createMiddleware<ArmEnv>(async (context, next) => {
    const { subscription, group } = context.var.names;
    if (!subscription) return next();
    const same = (id: string) => id.toLowerCase() === subscription.toLowerCase();
    if (!estate.subscriptions.some(({ subscriptionId }) => same(subscriptionId))) {
      const message = `The subscription '${subscription}' could not be found.`;
      return armError(404, { code: 'SubscriptionNotFound', message });
    }
    const known = estate.groups.some(
      ({ subscriptionId, name }) => same(subscriptionId) && name.toLowerCase() === group.toLowerCase(),
    );
    if (group && !known) {
      const message = `Resource group '${group}' could not be found.`;
      return armError(404, { code: 'ResourceGroupNotFound', message });
    }
    return next();
  });
}
