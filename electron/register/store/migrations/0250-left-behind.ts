/**
 * A register that is made from the bundle of a pack names files that stayed with the register of origin: they stand here without
 * content, and may be filled once, with the bytes that their digest says.
 */
export const leftBehind = {
  version: 250,
  name: 'left-behind',
  sql: `
DROP TRIGGER stored_file_never_changes;
CREATE TRIGGER stored_file_never_changes BEFORE UPDATE ON stored_file
WHEN length(old.content) > 0 OR new.sha256 <> old.sha256
BEGIN SELECT RAISE(ABORT, 'a kept file never changes'); END;
`,
} as const
