-- Our own copy of what payments need of orders. A tombstone has no terms. An order that has come to its end is
-- unanswered until refunds and the ledger have drawn their conclusion from it.

create table copied_orders (
	id uuid primary key,
	version bigint not null,
	gone boolean not null,
	status text,
	unanswered boolean not null default false,
	terms jsonb,
	check (gone = (terms is null))
);

create index copied_orders_unanswered on copied_orders (id) where unanswered;
