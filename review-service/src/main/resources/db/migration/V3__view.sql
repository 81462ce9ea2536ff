-- What the view in Redis is made of. A subject is a shop (product_id all zeros) or a product of it.

create table summaries (
	shop_id uuid not null,
	product_id uuid not null,
	stars1 bigint not null,
	stars2 bigint not null,
	stars3 bigint not null,
	stars4 bigint not null,
	stars5 bigint not null,
	with_photos bigint not null,
	-- rises by one with everything that changes what is shown of the subject
	change bigint not null,
	-- the newest change that is known to be in Redis
	made bigint not null default 0,
	primary key (shop_id, product_id)
);

create index views_owed on summaries (shop_id, product_id) where made < change;

-- One row for each review and subject, while it is shown.
create table listed (
	shop_id uuid not null,
	product_id uuid not null,
	review_id uuid not null,
	stars smallint not null,
	photos boolean not null,
	helpful integer not null,
	primary key (shop_id, product_id, review_id)
);

create index listed_by_helpful on listed (shop_id, product_id, helpful, review_id);
create index listed_by_stars on listed (shop_id, product_id, stars, review_id);
create index listed_with_photos on listed (shop_id, product_id, review_id) where photos;
create index listed_with_photos_by_helpful on listed (shop_id, product_id, helpful, review_id) where photos;
create index listed_with_photos_by_stars on listed (shop_id, product_id, stars, review_id) where photos;
