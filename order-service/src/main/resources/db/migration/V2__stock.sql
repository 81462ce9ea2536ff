-- A product without a row, or with a quantity of null, is not limited.

create table stock (
	product_id uuid primary key,
	shop_id uuid not null,
	quantity int check (quantity >= 0),
	version bigint not null
) with (fillfactor = 50);

-- Each change of a limited quantity with its cause. Per product the units sum to the quantity (null counts as zero).
-- An order takes a product once and gives it back at most once, whoever races: the unique index is the last guard.

create table stock_movements (
	product_id uuid not null,
	order_id uuid,
	cause text not null check (cause in ('SET', 'TAKEN', 'GIVEN_BACK')),
	units int not null,
	at timestamptz not null,
	check ((cause = 'SET') = (order_id is null))
);

create unique index stock_movements_once on stock_movements (order_id, product_id, cause) where order_id is not null;
