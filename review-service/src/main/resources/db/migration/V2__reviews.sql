create table reviews (
	id uuid primary key,
	-- once per order, also when the review was deleted
	order_id uuid not null unique,
	shop_id uuid not null,
	owner_id uuid not null,
	-- null once the account is erased
	member_id uuid,
	author_name text,
	stars smallint not null check (stars between 1 and 5),
	-- product id -> stars
	product_stars jsonb not null,
	body text not null,
	photos uuid[] not null check (cardinality(photos) <= 5),
	-- by which the same text is known again
	fingerprint bytea,
	standing text not null check (standing in ('SHOWN', 'HELD', 'HIDDEN', 'DELETED')),
	standing_reason text,
	reply text,
	replied_at timestamptz,
	reply_edited_at timestamptz,
	unanswered boolean generated always as (reply is null) stored,
	helpful integer not null default 0,
	reports integer not null default 0,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	version bigint not null
);

create index reviews_of_member on reviews (member_id, id) where member_id is not null;
create index reviews_of_owner on reviews (owner_id, unanswered, id) where standing = 'SHOWN';
create index reviews_of_shop on reviews (shop_id, unanswered, id) where standing = 'SHOWN';
create index reviews_out_of_sight on reviews (standing, id) where standing in ('HELD', 'HIDDEN');
create index reviews_reported on reviews (reports, id) where reports > 0 and standing = 'SHOWN';

create table helpful_marks (
	review_id uuid not null references reviews (id),
	member_id uuid not null,
	primary key (review_id, member_id)
);

create index helpful_marks_of_member on helpful_marks (member_id);

create table reports (
	review_id uuid not null references reviews (id),
	member_id uuid not null,
	reason text not null,
	note text,
	reported_at timestamptz not null,
	primary key (review_id, member_id)
);

create index reports_of_member on reports (member_id);
