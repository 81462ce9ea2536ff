-- The verification looks payments up by time. Both columns grow with the table.

create index payments_by_approval on payments using brin (approved_at) with (autosummarize = on);
create index payments_by_change on payments using brin (updated_at) with (autosummarize = on);
