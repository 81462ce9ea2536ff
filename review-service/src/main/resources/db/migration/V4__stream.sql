-- Every change of a review. It is written to the file of its hour once the hour is over; a change of what was
-- written already (erasure) makes its hour due again.

create table review_changes (
	position bigint generated always as identity primary key,
	review_id uuid not null,
	hour timestamptz not null,
	-- the line of the file
	record jsonb not null,
	-- rises when something is taken out of the record
	revision integer not null default 0,
	-- whether the file in object storage says the same
	stored boolean not null default false
);

create index review_changes_due on review_changes (hour) where not stored;
create index review_changes_of_hour on review_changes (hour, position);
create index review_changes_of_review on review_changes (review_id);

-- Who writes files at the moment: one instance at a time.
create table stream_lease (
	only_one boolean primary key default true check (only_one),
	holder uuid,
	held_until timestamptz not null default '-infinity'
);

insert into stream_lease default values;
