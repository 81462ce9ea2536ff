-- Answers of operations that were run with an Idempotency-Key, kept for repetition.
create table idempotent_answers (
	-- derived from operation, member and key
	id uuid primary key,
	request bytea not null,
	status smallint not null,
	location text,
	etag text,
	body bytea,
	created_at timestamptz not null default now()
);

-- Rows are made in the order of time: a range index is enough to purge, and costs next to nothing to keep.
create index idempotent_answers_created_at on idempotent_answers using brin (created_at) with (pages_per_range = 16);
