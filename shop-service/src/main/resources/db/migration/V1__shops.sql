create table shop (
  id              uuid primary key,
  version         bigint not null,
  owner_id        uuid not null,
  name            text not null,
  category        text not null,
  description     text,
  phone           text,
  address         text not null,
  latitude        double precision not null,
  longitude       double precision not null,
  zone            text not null,
  currency        text not null,
  delivery_radius integer not null,
  delivery_fees   jsonb not null,
  minimum_order   numeric not null,
  opening         jsonb not null,
  images          jsonb not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null
);

create index shop_of_owner on shop (owner_id, id desc);

-- Shops that are gone while some of their products still have to follow.
create table closed_shop (
  id        uuid primary key,
  closed_at timestamptz not null default now()
);
