-- What was charged, by day and category: the ledger's charges up to a transaction horizon, added up bit by bit.
-- Below the horizon no transaction is running any more, so none is missed and none counted twice.

create table sales_totals (
	business_day date not null,
	currency text not null,
	category text not null,
	orders bigint not null,
	amount numeric(19, 4) not null,
	primary key (business_day, currency, category)
);

create table sales_horizon (
	only_row boolean primary key default true check (only_row),
	horizon xid8 not null
);

insert into sales_horizon (horizon) values ('0');

create index postings_charged on postings (written_by) where kind = 'CHARGED';
