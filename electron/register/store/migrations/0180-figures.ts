/**
 * How fast and when a risk comes, who looks after a figure and what its breach sets off, the level of an appetite and when it is
 * looked at again, and who owes an answer by when. Never edited once released.
 */
export const figures = {
  version: 180,
  name: 'figures',
  sql: `
ALTER TABLE risk ADD COLUMN onset TEXT;
ALTER TABLE risk ADD COLUMN timing TEXT;
ALTER TABLE appetite ADD COLUMN level TEXT;
ALTER TABLE appetite ADD COLUMN review_on TEXT;
ALTER TABLE threshold ADD COLUMN owner_post_id TEXT REFERENCES post (id);
ALTER TABLE threshold ADD COLUMN escalation_ja TEXT;
ALTER TABLE threshold ADD COLUMN escalation_en TEXT;
ALTER TABLE requirement_answer ADD COLUMN owner_id TEXT REFERENCES person (id);
ALTER TABLE requirement_answer ADD COLUMN due_on TEXT;
`,
}
