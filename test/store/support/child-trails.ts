/** Commits entry after entry to the store at the path given, has each written to the trail beside it, and says its number. */
import { createAuditFile } from '../../../src/store/audit-file.ts';
import { openFileStore } from '../../../src/store/file-store.ts';
import { createAuditWriter, tellingAudit } from '../../../src/usecases/audit/write-audit.ts';
import { keptLog } from '../../support/kept-log.ts';
import { anEntry } from './request-builders.ts';

const [, , path = ''] = process.argv;
const file = (await openFileStore({ path })).store;
const audit = createAuditFile(`${path}l`, { now: Date.now });
const store = tellingAudit(file, createAuditWriter({ store: file, audit, log: keptLog() }));
const { total } = await audit.read({ fits: () => true, limit: 0 });
for (let number = total + (await file.dueAudit()).length; ; number++) {
  await store.commit({ audit: [anEntry(`${number}`)] });
  process.stdout.write(`${number}\n`);
}
