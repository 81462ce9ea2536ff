-- Our own copy of what an order needs of shops and products. A tombstone has no terms.

create table copied_shops (
	id uuid primary key,
	version bigint not null,
	gone boolean not null,
	terms jsonb,
	check (gone = (terms is null))
);

create table copied_products (
	id uuid primary key,
	version bigint not null,
	gone boolean not null,
	terms jsonb,
	check (gone = (terms is null))
);
