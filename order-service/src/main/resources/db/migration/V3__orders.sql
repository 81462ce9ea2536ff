-- No foreign keys and no unique index beside the key, whose ids are made in time order: the table can be partitioned
-- by ranges of id without a rewrite.

create table orders (
	id uuid primary key,
	shop_id uuid not null,
	shop_name text not null,
	owner_id uuid not null,
	member_id uuid not null,
	status text not null check (status in ('PENDING_PAYMENT', 'PLACED', 'ACCEPTED', 'DISPATCHED', 'DELIVERED',
		'REJECTED', 'CANCELLED', 'EXPIRED')),
	payment_method text not null check (payment_method in ('PAY_ON_DELIVERY', 'CARD')),
	currency text not null,
	items_total numeric(19, 4) not null check (items_total >= 0),
	delivery_fee numeric(19, 4) not null check (delivery_fee >= 0),
	total numeric(19, 4) not null check (total = items_total + delivery_fee),
	lines jsonb not null,
	delivery jsonb not null,
	wish text,
	placed_at timestamptz not null,
	expires_at timestamptz,
	accepted_at timestamptz,
	ready_minutes int,
	dispatched_at timestamptz,
	delivered_at timestamptz,
	closed_at timestamptz,
	rejection_reason text,
	rejection_message text,
	updated_at timestamptz not null,
	version bigint not null,
	-- The transaction that changed the row last. A reader that has seen everything below a transaction horizon misses
	-- nothing by asking for what is at or above it, however late a transaction commits.
	changed_xid xid8 not null default pg_current_xact_id()
);

create index orders_of_member on orders (member_id, id);
create index orders_of_shop on orders (shop_id, id);
create index orders_open on orders (shop_id, id) where status in ('PLACED', 'ACCEPTED', 'DISPATCHED');
create index orders_expiring on orders (expires_at) where expires_at is not null;
create index orders_changed on orders (changed_xid, id);
create index orders_changed_of_shop on orders (shop_id, changed_xid, id);

-- Whoever changes an order, also by hand, the relay sees it.

create function note_change() returns trigger language plpgsql as $$
begin
	new.changed_xid = pg_current_xact_id();
	return new;
end
$$;

create trigger orders_note_change before update on orders for each row execute function note_change();
