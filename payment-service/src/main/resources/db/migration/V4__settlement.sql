-- What is not settled yet: a row per posting that touches an owner, gone once it is.

create table unsettled_postings (
	posting_id uuid primary key,
	owner_id uuid not null,
	currency text not null,
	business_day date not null
);

create index unsettled_postings_of_owner on unsettled_postings (owner_id, business_day);
create index unsettled_postings_of_day on unsettled_postings (business_day);

-- One per owner, day and currency. What an owner owes is carried to the next one.

create table settlements (
	id uuid primary key,
	owner_id uuid not null,
	business_day date not null,
	currency text not null,
	orders int not null,
	card_sales numeric(19, 4) not null,
	door_cash numeric(19, 4) not null,
	refunds numeric(19, 4) not null,
	commission numeric(19, 4) not null,
	commission_vat numeric(19, 4) not null,
	carried_in numeric(19, 4) not null check (carried_in <= 0),
	net numeric(19, 4) not null,
	payout numeric(19, 4) not null check (payout >= 0),
	carried_out numeric(19, 4) not null check (carried_out <= 0),
	closed_at timestamptz not null,
	unique (owner_id, business_day, currency),
	check (net = card_sales - refunds - commission - commission_vat + carried_in),
	check (net = payout + carried_out)
);

create index settlements_of_day on settlements (business_day, owner_id, currency);

create trigger settlements_append_only before update or delete or truncate on settlements
	for each statement execute function refuse_change();

create table settled_postings (
	posting_id uuid primary key,
	settlement_id uuid not null
);

create index settled_postings_of_settlement on settled_postings (settlement_id, posting_id);

create table closed_days (
	business_day date primary key,
	closed_at timestamptz not null,
	exported_at timestamptz
);
