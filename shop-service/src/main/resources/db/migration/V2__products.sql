-- No foreign key to shop: products follow their deleted shop in batches, each with its own notification.
create table product (
  id            uuid primary key,
  version       bigint not null,
  shop_id       uuid not null,
  owner_id      uuid not null,
  external_id   text,
  title         text not null,
  description   text,
  price         numeric not null,
  currency      text not null,
  brand         text,
  gtin          text,
  link          text,
  category_path jsonb not null,
  images        jsonb not null,
  option_groups jsonb not null,
  sold_out      boolean not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null
) with (fillfactor = 85);

create index product_of_shop on product (shop_id, id);

create unique index product_external_id on product (shop_id, external_id) where external_id is not null;
