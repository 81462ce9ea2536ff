-- One row per try to pay an order. Ids are made in time order.

create table payments (
	id uuid primary key,
	order_id uuid not null,
	member_id uuid not null,
	status text not null check (status in ('REQUESTED', 'APPROVED', 'DECLINED', 'UNKNOWN', 'PARTIALLY_REFUNDED',
		'REFUNDED')),
	currency text not null,
	amount numeric(19, 4) not null check (amount > 0),
	refunded numeric(19, 4) not null default 0 check (refunded between 0 and amount),
	refund_state text not null default 'NONE' check (refund_state in ('NONE', 'REQUESTED', 'DONE', 'FAILED')),
	refund_cause text,
	payment_key text not null,
	request_key text not null,
	category text,
	decline text,
	requested_at timestamptz not null,
	approved_at timestamptz,
	updated_at timestamptz not null,
	version bigint not null,
	check ((status = 'DECLINED') = (decline is not null))
);

-- An order is paid at most once, whoever races.
create unique index payments_of_order_once on payments (order_id) where status <> 'DECLINED';
-- What never left our house may be tried again with the same keys.
create unique index payments_by_key on payments (payment_key, order_id) where decline is distinct from 'NOT_SENT';
create unique index payments_by_request on payments (member_id, request_key) where decline is distinct from 'NOT_SENT';
create index payments_of_order on payments (order_id, id);

-- What is still to be done about a payment, and by when. The row is gone once it is settled. One instance at a time
-- works on it: until its lease is over nobody else takes it. What happens meanwhile makes it due again.

create table follow_ups (
	payment_id uuid primary key,
	due_at timestamptz not null,
	attempts int not null default 0,
	nudged boolean not null default false,
	leased_until timestamptz
);

create index follow_ups_due on follow_ups (due_at);

-- What was tried with the provider, and what came of it.

create table provider_calls (
	id uuid primary key,
	payment_id uuid not null,
	call text not null check (call in ('CONFIRM', 'ASK', 'CANCEL', 'GIVE_UP')),
	outcome text not null,
	at timestamptz not null
);

create index provider_calls_of_payment on provider_calls (payment_id, id);
