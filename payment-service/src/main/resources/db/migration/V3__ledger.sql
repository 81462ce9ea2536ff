-- The books: double entry, append only. Debits are positive, credits negative. Each change of money is one posting,
-- keyed by its cause; a correction is a new posting.

create table postings (
	id uuid primary key,
	cause text not null unique,
	kind text not null check (kind in ('CHARGED', 'REFUNDED', 'DELIVERED', 'CASH_DELIVERED', 'OFFSET')),
	order_id uuid,
	payment_id uuid,
	owner_id uuid,
	category text,
	business_day date not null,
	at timestamptz not null,
	written_by xid8 not null default pg_current_xact_id()
);

create index postings_of_order on postings (order_id);
create index postings_of_day on postings (business_day, kind);

create table entries (
	posting_id uuid not null references postings (id),
	account text not null check (account in ('SHOPPER', 'PROVIDER_CLEARING', 'OWNER_PAYABLE', 'COMMISSION',
		'COMMISSION_VAT', 'PROVIDER_FEE', 'DOOR_CASH')),
	currency text not null,
	amount numeric(19, 4) not null check (amount <> 0),
	primary key (posting_id, account, currency)
);

-- A posting balances in every currency when its transaction ends, and nothing is added to it afterwards.

create function refuse_unbalanced() returns trigger language plpgsql as $$
begin
	if exists (select from entries where posting_id = new.posting_id group by currency having sum(amount) <> 0) then
		raise exception 'posting % does not balance', new.posting_id using errcode = 'check_violation';
	end if;
	return null;
end
$$;

create constraint trigger entries_balance after insert on entries deferrable initially deferred
	for each row execute function refuse_unbalanced();

create function refuse_latecomers() returns trigger language plpgsql as $$
begin
	if exists (select from postings where id = new.posting_id and written_by <> pg_current_xact_id()) then
		raise exception 'posting % is closed', new.posting_id using errcode = 'check_violation';
	end if;
	return new;
end
$$;

create trigger entries_closed before insert on entries for each row execute function refuse_latecomers();

create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception 'the ledger is append only' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger postings_append_only before update or delete or truncate on postings
	for each statement execute function refuse_change();
create trigger entries_append_only before update or delete or truncate on entries
	for each statement execute function refuse_change();

-- The plan an owner has chosen; owners without a row have the default one.

create table owner_plans (
	owner_id uuid primary key,
	plan text not null
);
