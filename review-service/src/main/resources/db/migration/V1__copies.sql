-- Our own copies. A tombstone has no content.

create table followed_orders (
	id uuid primary key,
	version bigint not null,
	gone boolean not null default false,
	member_id uuid,
	shop_id uuid,
	owner_id uuid,
	-- what was ordered
	products uuid[] not null default '{}',
	delivered_at timestamptz
);

-- Members are followed for one thing only: that an account has been erased.
create table followed_members (
	id uuid primary key,
	version bigint not null,
	gone boolean not null default false
);
