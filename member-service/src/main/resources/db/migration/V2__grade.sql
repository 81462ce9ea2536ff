-- What a grade is made of: whose order it was and whether it arrived.
create table followed_orders (
	id uuid primary key,
	version bigint not null,
	member_id uuid,
	delivered boolean not null,
	-- a tombstone: the owner has it no more
	gone boolean not null default false
);

create index delivered_orders_of_member on followed_orders (member_id) where delivered;
