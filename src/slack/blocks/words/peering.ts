export { familyName, peeringName } from '../../../domain/peering/peering-name.ts';
